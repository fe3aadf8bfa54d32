package ronda.identify.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ronda.identify.post.Category;
import ronda.identify.signal.TermFound;
import ronda.identify.text.PlainText;

/** Says which of the terms that stand in a text are told, and which need confirmation. */
final class Judge {
  /** How many letters make a disguised word proof enough. */
  private static final int TELLING_LENGTH = 5;

  /** Categories and none, each with its topics and its other terms. */
  private static final int KINDS = 2 * (Category.values().length + 1);

  private final List<Term> terms;
  private final List<Phrase> phrases = new ArrayList<>();

  /** The term of each phrase; the complement of its number where the phrase is only a variant. */
  private final int[] termOf;

  /** A number for each term; only among terms of one number the longer counts. */
  private final byte[] kinds;

  private final Surroundings surroundings;

  Judge(List<Term> terms) {
    this.terms = terms;
    this.surroundings = new Surroundings(terms);
    this.kinds = new byte[terms.size()];
    int[] owners = new int[2 * terms.size()];
    for (int i = 0; i < terms.size(); i++) {
      kinds[i] = (byte) kind(terms.get(i));
      Phrase phrase = Phrase.of(terms.get(i).term(), terms.get(i).boundary());
      owners[phrases.size()] = i;
      phrases.add(phrase);
      Optional<Phrase> parted = phrase.partedName();
      if (parted.isPresent()) {
        owners[phrases.size()] = ~i;
        phrases.add(parted.get());
      }
    }
    this.termOf = Arrays.copyOf(owners, phrases.size());
  }

  /** What the finder has to look for. */
  List<Phrase> phrases() {
    return phrases;
  }

  /** The hits of the light reading. */
  List<Sighting> sightings(Hits hits, PlainText text) {
    List<Sighting> sightings = new ArrayList<>(hits.size());
    for (int i = 0; i < hits.size(); i++) {
      int term = termOf[hits.phrase(i)];
      int first = hits.word(i);
      if (term < 0 && !mayPartName(text, text.wordEnd(first), text.wordStart(first + 1))) {
        continue;
      }
      sightings.add(new Sighting(term < 0 ? ~term : term, hits.from(i), hits.to(i), term >= 0));
    }
    return sightings;
  }

  /** The hits of a strong reading that the light one could not have. */
  List<Sighting> add(
      @Nullable List<Sighting> before, Hits hits, StrongReading strong, PlainText text) {
    List<Sighting> sightings = before == null ? new ArrayList<>() : before;
    for (int i = 0; i < hits.size(); i++) {
      int first = hits.word(i);
      Phrase phrase = phrases.get(hits.phrase(i));
      int last = first + phrase.words().size() - 1;
      int spelling = 0;
      for (int word = first; word <= last; word++) {
        spelling |= strong.spelling(word);
      }
      int term = termOf[hits.phrase(i)];
      boolean apart =
          term < 0 && !mayPartName(text, strong.plainEnd(first), strong.plainStart(last));
      if (spelling != 0 && !apart) {
        boolean whole =
            hits.from(i) == strong.wordStart(first) && hits.to(i) == strong.wordEnd(last);
        boolean telling = hits.to(i) - hits.from(i) >= TELLING_LENGTH || phrase.isName();
        sightings.add(
            new Sighting(
                term < 0 ? ~term : term,
                strong.plainStart(first),
                strong.plainEnd(last),
                term >= 0 && whole && telling));
      }
    }
    return sightings;
  }

  /**
   * Whether a name and its number may be parted by what stands there: spaces, dashes, one dot, an
   * emoji. Behind a comma, a colon or a full stop a number begins something else: a date, a price.
   */
  private static boolean mayPartName(PlainText text, int from, int to) {
    for (int at = from; at < to; at++) {
      byte sign = text.bytes()[at];
      boolean dotAlone = sign == '.' && to - from == 1;
      if (sign >= 0 && sign != ' ' && sign != '-' && sign != '_' && !dotAlone) {
        return false;
      }
    }
    return true;
  }

  /**
   * What is told of the sightings, in the order of the text. A cue of stance that is part of a
   * longer term which speaks for a harm is none: who says {@code jangan lapor polisi} does not
   * warn.
   */
  List<TermFound> verdict(List<Sighting> seen, PlainText text) {
    List<Sighting> kept = withoutContained(seen);
    Surroundings.Of around = surroundings.of(text, kept);
    List<TermFound> told = new ArrayList<>(kept.size());
    @Nullable Sighting harm = null;
    for (Sighting sighting : kept) {
      Term term = terms.get(sighting.term());
      if (around.silences(sighting) || term.isCue() && isWithin(sighting, harm)) {
        continue;
      }
      boolean needsConfirmation = !sighting.sure() || !around.satisfies(sighting);
      told.add(
          new TermFound(
              term.term(),
              term.category(),
              term.stance(),
              needsConfirmation,
              text.originalSpan(sighting.from(), sighting.to()),
              term.weight()));
      if (term.speaksForHarm()
          && !needsConfirmation
          && (harm == null || sighting.to() > harm.to())) {
        harm = sighting;
      }
    }
    return told;
  }

  /** Whether something begins and ends in a longer stretch that began before or with it. */
  private static boolean isWithin(Sighting shorter, @Nullable Sighting longer) {
    return longer != null
        && shorter.to() <= longer.to()
        && shorter.to() - shorter.from() < longer.to() - longer.from();
  }

  /**
   * Drops what lies within a longer term of its category, and what was seen twice. Topics are told
   * apart: {@code stop rasisme} is a cue, and the post speaks of {@code rasisme} all the same.
   */
  private List<Sighting> withoutContained(List<Sighting> seen) {
    seen.sort(Judge::byPlace);
    List<Sighting> kept = new ArrayList<>(seen.size());
    @Nullable Sighting[] furthest = new Sighting[KINDS];
    for (Sighting sighting : seen) {
      int kind = kinds[sighting.term()];
      Sighting holder = furthest[kind];
      if (holder != null
          && sighting.to() <= holder.to()
          && (sighting.term() == holder.term()
              || sighting.to() < holder.to()
              || sighting.from() > holder.from())) {
        continue;
      }
      kept.add(sighting);
      if (holder == null || sighting.to() > holder.to()) {
        furthest[kind] = sighting;
      }
    }
    return kept;
  }

  /** The first in the text first; of those that begin together the longer, then the surer. */
  private static int byPlace(Sighting a, Sighting b) {
    if (a.from() != b.from()) {
      return Integer.compare(a.from(), b.from());
    }
    if (a.to() != b.to()) {
      return Integer.compare(b.to(), a.to());
    }
    return a.sure() == b.sure() ? Integer.compare(a.term(), b.term()) : a.sure() ? -1 : 1;
  }

  private static int kind(Term term) {
    int category = term.category().map(Category::ordinal).orElse(KINDS / 2 - 1);
    return 2 * category + (term.isWeightless() ? 1 : 0);
  }
}
