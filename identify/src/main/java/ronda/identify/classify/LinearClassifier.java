package ronda.identify.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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

  /** Each model's first label among all; one more than there are models. */
  private final int[] first;

  private final Shelf<WordMemory> memories;

  LinearClassifier(List<Model> models) {
    this(models, PLACE_BITS);
  }

  LinearClassifier(List<Model> models, int placeBits) {
    this.models = models.toArray(Model[]::new);
    weights = Weights.of(models);
    memories = new Shelf<>(() -> new WordMemory(weights, placeBits));
    first = new int[models.size() + 1];
    List<String> all = new ArrayList<>();
    for (int m = 0; m < models.size(); m++) {
      all.addAll(models.get(m).labels());
      first[m + 1] = all.size();
    }
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
    return models[m].thresholds()[label - first[m]];
  }

  @Override
  public float[] scores(PlainText text, List<TermFound> terms, List<EntityFound> entities) {
    WordMemory memory = memories.take();
    memory.read(text);
    memory.readPost(text, terms, entities);
    float[] scores = new float[first[models.length]];
    int at = 0;
    for (int m = 0; m < models.length; m++) {
      Model model = models[m];
      int labelCount = first[m + 1] - first[m];
      float scale = scale(model, memory.ofWords(weights.lane(m, labelCount)));
      for (int l = 0; l < labelCount; l++) {
        int lane = weights.lane(m, l);
        float words = memory.ofWords(lane) * scale;
        scores[at++] = model.curved(l, beside(model, l, memory.ofPost(lane)) + words);
      }
    }
    memories.giveBack(memory);
    // In a second round: the curves need no branch, and so are worked out side by side.
    for (int m = 0; m < models.length; m++) {
      for (int label = first[m]; label < first[m + 1]; label++) {
        scores[label] = models[m].bent(label - first[m], scores[label]);
      }
    }
    return scores;
  }

  /** What one step of a text's sum is worth: texts are brought to length one. */
  private static float scale(Model model, long squareLength) {
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
    int l = label - first[m];
    WordMemory memory = memories.take();
    memory.read(text);
    double scale = scale(models[m], memory.ofWords(weights.lane(m, first[m + 1] - first[m])));
    double unit = scale * models[m].slope()[l];
    Explainer explainer = new Explainer(memory, m, weights.lane(m, l), unit);
    Walk.over(text, explainer);
    memories.giveBack(memory);
    return explainer.found;
  }

  /** What all but the wording adds to a label's log-odds. */
  double besideWords(PlainText text, List<TermFound> terms, List<EntityFound> entities, int label) {
    int m = modelOf(label);
    int l = label - first[m];
    WordMemory memory = memories.take();
    memory.read(text);
    memory.readPost(text, terms, entities);
    int post = memory.ofPost(weights.lane(m, l));
    memories.giveBack(memory);
    return models[m].slope()[l] * beside(models[m], l, post) + models[m].offset()[l];
  }

  private int modelOf(int label) {
    int m = 0;
    while (label >= first[m + 1]) {
      m++;
    }
    return m;
  }

  /** Writes down what each token adds to one sum. */
  private static final class Explainer implements Walk.Sink {
    final List<Contribution> found = new ArrayList<>();
    private final WordMemory memory;
    private final int model;
    private final int lane;
    private final double unit;
    private final Distinct distinct = new Distinct();
    private final Distinct distinctPairs = new Distinct();
    private long previous;
    private int previousPlace = -1;

    Explainer(WordMemory memory, int model, int lane, double unit) {
      this.memory = memory;
      this.model = model;
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
      double weight = distinctPairs.add(pair) ? memory.sumOf(pair, model, lane) * unit : 0;
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
