package ronda.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import ronda.identify.classify.Classifier;
import ronda.identify.classify.Classifier.Contribution;
import ronda.identify.decide.Facts;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.PatternFound;
import ronda.identify.signal.Resemblance;
import ronda.identify.signal.Signal;
import ronda.identify.signal.TermFound;
import ronda.identify.text.PlainText;
import ronda.identify.text.Spelling;

/** What is known of one post while it walks through the rooms. Lives as long as the walk. */
final class Walk implements Facts {
  /** How many places of resemblance a finding shows: enough to see why, few enough to read. */
  private static final int RESEMBLANCES = 5;

  /** So many letters in disguise are a reason by themselves; fewer may be a heart or a name. */
  private static final int DISGUISE = 4;

  /** From this score on a post's own words are taken for an offer of their own. */
  private static final double OFFERED = 0.3;

  private final Patrol patrol;
  private final PlainText text;
  private final List<TermFound> terms;
  private final List<EntityFound> entities;
  private final float[] sure;
  private final Labels labels;
  private final Classifier classifier;
  private @Nullable Voice voice;

  /**
   * @param patrol who walks, and walks a stretch of the post if it is asked for
   * @param sure how sure the classifier is of each of its labels
   */
  Walk(
      Patrol patrol,
      PlainText text,
      List<TermFound> terms,
      List<EntityFound> entities,
      float[] sure) {
    this.patrol = patrol;
    this.text = text;
    this.terms = terms;
    this.entities = entities;
    this.sure = sure;
    this.labels = patrol.labels();
    this.classifier = patrol.classifier();
  }

  List<TermFound> terms() {
    return terms;
  }

  Scores scores() {
    Category[] categories = Category.values();
    float[] byCategory = new float[categories.length];
    for (int i = 0; i < byCategory.length; i++) {
      byCategory[i] = (float) score(categories[i]).orElse(Double.NaN);
    }
    return new Scores(byCategory);
  }

  @Override
  public OptionalDouble score(Category category) {
    return labels.score(category, sure);
  }

  @Override
  public Stance stance(Category category) {
    Stance read = StanceReading.of(category, score(category), terms, sure, labels);
    return read == Stance.PROMOTES && isRetold(category) ? Stance.MENTIONS : read;
  }

  private boolean isRetold(Category category) {
    return switch (voice()) {
      case Voice.Own own -> false;
      case Voice.Retold retold -> true;
      case Voice.Quoting quoting -> !offers(patrol.walk(quoting.own()), category);
    };
  }

  /** Whether words offer or threaten by themselves; asked of a post's own words, without quotes. */
  private static boolean offers(Walk own, Category category) {
    return own.named(category) || own.score(category).orElse(0) >= OFFERED;
  }

  /** Asked of few posts, and of those once. */
  private Voice voice() {
    if (voice == null) {
      voice = Retelling.voice(text.original(), terms, entities);
    }
    return voice;
  }

  @Override
  public List<Signal> signals() {
    List<Signal> all = new ArrayList<>(terms.size() + entities.size());
    all.addAll(terms);
    all.addAll(entities);
    return all;
  }

  @Override
  public boolean named(Category category) {
    for (TermFound term : terms) {
      if (term.speaksFor(category)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Stretch> stretches(Category category, int reach) {
    List<Stretch> read = new ArrayList<>();
    if (isRetold(category)) {
      return read;
    }
    String post = text.original();
    for (Span stretch : Stretches.of(post, terms, category, reach)) {
      read.add(new Stretch(patrol.walk(stretch.of(post)), stretch.start()));
    }
    return read;
  }

  @Override
  public List<EntityFound> entities() {
    return entities;
  }

  @Override
  public int disguisedLetters() {
    return text.disguisedLetters();
  }

  @Override
  public int words() {
    return text.words();
  }

  @Override
  public List<Signal> furtherReasons(Category category) {
    List<Signal> reasons = new ArrayList<>();
    int label = labels.louder(category, sure);
    if (label >= 0) {
      for (Contribution word : classifier.reasons(text, terms, entities, label, RESEMBLANCES)) {
        Span span = text.originalSpan(word.from(), word.to());
        reasons.add(new Resemblance(classifier.model(label), category, span, word.weight()));
      }
    }
    if (text.disguisedLetters() >= DISGUISE) {
      addDisguise(category, reasons);
    }
    return reasons;
  }

  private void addDisguise(Category category, List<Signal> reasons) {
    int disguise = Spelling.FANCY | Spelling.MIXED_SCRIPT | Spelling.MARKED | Spelling.INVISIBLE;
    for (int i = 0; i < text.words() && reasons.size() < 2 * RESEMBLANCES; i++) {
      if ((text.wordSpelling(i) & disguise) != 0) {
        Span span = text.originalSpan(text.wordStart(i), text.wordEnd(i));
        reasons.add(new PatternFound("disguised-letters", category, span, 0.5));
      }
    }
  }

  @Override
  public String toString() {
    return "walk of " + text.words() + " words, scores " + Arrays.toString(sure);
  }
}
