package ronda.identify.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.TermFound;
import ronda.identify.text.PlainText;

/** Judges by one or more models, reading a text's features once for all of them. */
final class LinearClassifier implements Classifier {
  /** 131,072 words for each thread at work: some twelve megabytes with a dozen labels. */
  private static final int PLACE_BITS = 17;

  private final Model[] models;
  private final List<String> labels;

  private final Weights weights;

  /** Where each model's numbers begin in a row of sums; one more than there are models. */
  private final int[] begin;

  private final int placeBits;

  /** Memories not in use; there are never more than threads that judged at the same time. */
  private final ConcurrentLinkedQueue<WordMemory> idle = new ConcurrentLinkedQueue<>();

  LinearClassifier(List<Model> models) {
    this(models, PLACE_BITS);
  }

  LinearClassifier(List<Model> models, int placeBits) {
    this.models = models.toArray(Model[]::new);
    this.placeBits = placeBits;
    weights = Weights.of(models);
    begin = weights.begin;
    List<String> all = new ArrayList<>();
    models.forEach(model -> all.addAll(model.labels()));
    labels = List.copyOf(all);
    if (labels.stream().distinct().count() != labels.size()) {
      throw new IllegalArgumentException("two models know the same label: " + labels);
    }
  }

  @Override
  public List<String> labels() {
    return labels;
  }

  @Override
  public String model(int label) {
    return models[modelOf(Objects.checkIndex(label, labels.size()))].name();
  }

  @Override
  public float threshold(int label) {
    int m = modelOf(Objects.checkIndex(label, labels.size()));
    return models[m].thresholds()[label - first(m)];
  }

  @Override
  public float[] scores(PlainText text, List<TermFound> terms, List<EntityFound> entities) {
    WordMemory memory = takeMemory();
    memory.read(text);
    int[] post = memory.ofPost(text, terms, entities);
    float[] scores = new float[labels.size()];
    int at = 0;
    for (int m = 0; m < models.length; m++) {
      Model model = models[m];
      float scale = scale(model, memory.sums[begin[m + 1] - 1]);
      for (int l = 0; l < model.labels().size(); l++) {
        float words = memory.sums[begin[m] + l] * scale;
        scores[at++] = model.score(l, beside(model, l, post[begin[m] + l]) + words);
      }
    }
    idle.add(memory);
    return scores;
  }

  private WordMemory takeMemory() {
    @Nullable WordMemory kept = idle.poll();
    return kept != null ? kept : new WordMemory(weights, placeBits);
  }

  /** What one step of a text's sum is worth: texts are brought to length one. */
  private static float scale(Model model, int squareLength) {
    return squareLength <= 0
        ? 0
        : (float) (model.weightStep() / Math.sqrt(squareLength * (double) Model.LENGTH_STEP));
  }

  /** What all but the wording adds to a label's margin. */
  private static float beside(Model model, int label, int post) {
    return model.bias()[label] + post * model.weightStep();
  }

  @Override
  public List<Contribution> reasons(
      PlainText text, List<TermFound> terms, List<EntityFound> entities, int label, int atMost) {
    List<Contribution> all = contributions(text, label);
    all.removeIf(contribution -> contribution.weight() <= 0);
    all.sort(Comparator.comparingDouble(Contribution::weight).reversed());
    return List.copyOf(all.subList(0, Math.min(atMost, all.size())));
  }

  /**
   * What each token added to a label's log-odds, in the order of the walk; a pair's share is halved
   * between its two words. They add up to what the text's wording says in all.
   */
  List<Contribution> contributions(PlainText text, int label) {
    int m = modelOf(label);
    int l = label - first(m);
    WordMemory memory = takeMemory();
    memory.read(text);
    double scale = scale(models[m], memory.sums[begin[m + 1] - 1]);
    Explainer explainer = new Explainer(memory, begin[m] + l, scale * models[m].slope()[l]);
    Walk.over(text, explainer);
    idle.add(memory);
    return explainer.found;
  }

  /** What all but the wording adds to a label's log-odds. */
  double besideWords(PlainText text, List<TermFound> terms, List<EntityFound> entities, int label) {
    int m = modelOf(label);
    int l = label - first(m);
    WordMemory memory = takeMemory();
    memory.read(text);
    int post = memory.ofPost(text, terms, entities)[begin[m] + l];
    idle.add(memory);
    return models[m].slope()[l] * beside(models[m], l, post) + models[m].offset()[l];
  }

  private int modelOf(int label) {
    int m = 0;
    while (label >= first(m) + models[m].labels().size()) {
      m++;
    }
    return m;
  }

  /** The first label of a model among all labels: sums hold one length a model besides. */
  private int first(int model) {
    return begin[model] - model;
  }

  /** Writes down what each token adds to one sum. */
  private static final class Explainer implements Walk.Sink {
    final List<Contribution> found = new ArrayList<>();
    private final WordMemory memory;
    private final int lane;
    private final double unit;
    private final Distinct distinct = new Distinct();
    private long previous;
    private int previousPlace = -1;

    Explainer(WordMemory memory, int lane, double unit) {
      this.memory = memory;
      this.lane = lane;
      this.unit = unit;
    }

    @Override
    public void token(byte[] bytes, int from, int to, int spelling, int plainFrom, int plainTo) {
      long identity = Features.identity(bytes, from, to);
      double weight = 0;
      if (distinct.add(Features.token(identity, spelling))) {
        weight = memory.sumOf(bytes, from, to, spelling, lane) * unit;
      }
      if (Features.pairs(spelling)) {
        weight += ofPair(Features.pair(previous, identity));
        previous = identity;
        previousPlace = found.size();
      }
      found.add(new Contribution(plainFrom, plainTo, weight));
    }

    /** The share of this word in its pair with the word before, which gets the other half. */
    private double ofPair(long pair) {
      double weight = memory.sumOf(pair, lane) * unit;
      if (previousPlace < 0) {
        return weight;
      }
      Contribution before = found.get(previousPlace);
      found.set(
          previousPlace,
          new Contribution(before.from(), before.to(), before.weight() + weight / 2));
      return weight / 2;
    }
  }
}
