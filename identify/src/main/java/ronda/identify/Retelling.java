package ronda.identify;

import java.util.List;
import ronda.identify.post.Span;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.TermFound;

/**
 * Whether a post retells (menuturkan kembali) what somebody else wrote: a victim who pastes the
 * message, a teacher who shows one, a moderator who complains of a comment. Their posts hold the
 * offender's words at full strength, so that no model of words tells them apart. What does is that
 * whoever offers must be reached, and whoever retells has nothing to be reached for (decision 060).
 */
final class Retelling {
  /** A quotation of fewer words is a name, a nickname or irony. */
  private static final int WORDS_OF_A_QUOTATION = 4;

  /** So many words of one's own around a quotation show that it is retold. */
  private static final int OWN_WORDS = 6;

  /** So far behind a cue, in UTF-16 units, words may still be those of whom it speaks. */
  private static final int REACH_OF_A_CUE = 300;

  /** So many cues are looked at; each is asked of each number, so a hostile text needs a bound. */
  private static final int MOST_CUES = 200;

  private Retelling() {}

  /** Whose words a post holds. */
  static Voice voice(String post, List<TermFound> terms, List<EntityFound> entities) {
    List<Span> quotations = Quotations.in(post, WORDS_OF_A_QUOTATION);
    List<Span> cues =
        terms.stream()
            .filter(TermFound::isRetelling)
            .map(TermFound::span)
            .filter(cue -> !isWithinAny(cue, quotations))
            .limit(MOST_CUES)
            .toList();
    if (cues.isEmpty() && quotations.isEmpty() || canBeReached(terms, entities, quotations, cues)) {
      return new Voice.Own();
    }
    if (!cues.isEmpty()) {
      return new Voice.Retold();
    }
    String own = without(quotations, post);
    return Quotations.words(own, 0, own.length()) < OWN_WORDS
        ? new Voice.Own()
        : new Voice.Quoting(own);
  }

  private static boolean canBeReached(
      List<TermFound> terms, List<EntityFound> entities, List<Span> quotations, List<Span> cues) {
    return entities.stream()
            .anyMatch(
                entity ->
                    entity.entityKind().reaches() && !isTheirs(entity.span(), quotations, cues))
        || terms.stream()
            .anyMatch(term -> term.isInvitation() && !isTheirs(term.span(), quotations, cues));
  }

  private static boolean isTheirs(Span words, List<Span> quotations, List<Span> cues) {
    return isWithinAny(words, quotations)
        || cues.stream()
            .anyMatch(
                cue -> cue.end() <= words.start() && words.start() - cue.end() <= REACH_OF_A_CUE);
  }

  private static boolean isWithinAny(Span words, List<Span> quotations) {
    return quotations.stream()
        .anyMatch(
            quotation -> quotation.start() <= words.start() && words.end() <= quotation.end());
  }

  private static String without(List<Span> quotations, String post) {
    StringBuilder own = new StringBuilder(post.length());
    int from = 0;
    for (Span quotation : quotations) {
      own.append(post, from, quotation.start()).append(" … ");
      from = quotation.end();
    }
    return own.append(post, from, post.length()).toString();
  }
}
