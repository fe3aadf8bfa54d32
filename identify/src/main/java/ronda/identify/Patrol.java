package ronda.identify;

import java.util.List;
import java.util.Optional;
import ronda.identify.classify.Classifier;
import ronda.identify.classify.SecondOpinion;
import ronda.identify.decide.Consideration;
import ronda.identify.decide.Facts;
import ronda.identify.decide.Finding;
import ronda.identify.decide.Policies;
import ronda.identify.entity.Entities;
import ronda.identify.lexicon.Lexicon;
import ronda.identify.post.Post;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.TermFound;
import ronda.identify.text.Fold;
import ronda.identify.text.PlainText;

/**
 * One walk of a post through all rooms (ronda). Read this first: it is the whole path, top to
 * bottom, and every room is one line of it.
 *
 * <p>The same object serves the command line, the server and a cluster: it holds no state that a
 * post changes, so any number of threads may share it.
 */
public final class Patrol {
  private final Lexicon lexicon;
  private final Entities entities;
  private final Classifier classifier;
  private final Policies policies;
  private final Labels labels;
  private final List<String> askedOfSecond;
  private final Optional<SecondOpinion> second;

  /** A patrol that knows these words, models and policies. */
  public Patrol(Lexicon lexicon, Entities entities, Classifier classifier, Policies policies) {
    this(lexicon, entities, classifier, policies, Optional.empty());
  }

  /** The same, and one more network that is asked where the models are unsure. */
  public Patrol(
      Lexicon lexicon,
      Entities entities,
      Classifier classifier,
      Policies policies,
      Optional<SecondOpinion> second) {
    this.lexicon = lexicon;
    this.entities = entities;
    this.classifier = classifier;
    this.policies = policies;
    this.labels = Labels.of(classifier.labels());
    this.askedOfSecond = Labels.askedOfOthers(classifier.labels());
    this.second = second;
  }

  /** What the post contains, and why we think so. Any text is examined; none is refused. */
  public Examination examine(Post post) {
    Walk walk = walk(post.text());
    List<Finding> findings = policies.decide(walk);
    return new Examination(post, findings, walk.scores(), walk.entities(), walk.terms());
  }

  /**
   * What each policy makes of {@link #facts}, for whoever asks why nothing was found in a post.
   * Slower than {@link #examine}, with the same outcome.
   */
  public List<Consideration> consider(Facts facts) {
    return policies.consider(facts);
  }

  /**
   * All that is known of a post before policies look at it: to measure it, or to explain why there
   * is no finding.
   */
  public Facts facts(Post post) {
    return walk(post.text());
  }

  Walk walk(String written) {
    PlainText text = lexicon.nominating(Fold.plain(written));
    List<TermFound> terms = lexicon.in(text);
    List<EntityFound> found = entities.in(text);
    float[] sure = settled(classifier.scores(text, terms, found), written);
    return new Walk(this, text, terms, found, sure);
  }

  Classifier classifier() {
    return classifier;
  }

  /** Which of the classifier's labels speaks for what. */
  Labels labels() {
    return labels;
  }

  private float[] settled(float[] first, String text) {
    return second.map(another -> another.settle(askedOfSecond, first, text)).orElse(first);
  }
}
