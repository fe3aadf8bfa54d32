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
  /** 131,072 words: some 15 megabytes when full. */
  private static final int CACHE_BITS = 17;

  private final Model[] models;
  private final List<String> labels;

  /** Where each model's numbers begin in a row of sums; one more than there are models. */
  private final int[] begin;

  private final WordCache cache;

  LinearClassifier(List<Model> models) {
    this(models, CACHE_BITS);
  }

  LinearClassifier(List<Model> models, int cacheBits) {
    this.models = models.toArray(Model[]::new);
    this.cache = new WordCache(cacheBits);
    begin = new int[models.size() + 1];
    List<String> all = new ArrayList<>();
    for (int m = 0; m < models.size(); m++) {
      begin[m + 1] = begin[m] + models.get(m).stride();
      all.addAll(models.get(m).labels());
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
    int at = label;
    for (Model model : models) {
      if (at < model.labels().size()) {
        return model.name();
      }
      at -= model.labels().size();
    }
    throw new IndexOutOfBoundsException(label);
  }

  @Override
  public float threshold(int label) {
    int m = modelOf(Objects.checkIndex(label, labels.size()));
    return models[m].thresholds()[label - first(m)];
  }

  @Override
  public float[] scores(PlainText text, List<TermFound> terms, List<EntityFound> entities) {
    Adder adder = new Adder();
    Walk.over(text, adder);
    int[] post = ofPost(text, terms, entities);
    float[] scores = new float[labels.size()];
    int at = 0;
    for (int m = 0; m < models.length; m++) {
      Model model = models[m];
      float scale = scale(model, adder.sums[begin[m + 1] - 1]);
      for (int l = 0; l < model.labels().size(); l++) {
        float margin =
            model.bias()[l]
                + adder.sums[begin[m] + l] * scale
                + post[begin[m] + l] * model.weightStep();
        scores[at++] = Logistic.of(model.slope()[l] * margin + model.offset()[l]);
      }
    }
    return scores;
  }

  /** What one step of a text's sum is worth: texts are brought to length one. */
  private static float scale(Model model, int squareLength) {
    return squareLength <= 0
        ? 0
        : (float) (model.weightStep() / Math.sqrt(squareLength * (double) Model.LENGTH_STEP));
  }

  /** Adds up a text's distinct tokens and pairs. */
  private final class Adder implements Walk.Sink {
    final int[] sums = new int[begin[begin.length - 1]];
    private final Distinct distinct = new Distinct();
    private long previous;

    @Override
    public void token(byte[] bytes, int from, int to, int spelling, int plainFrom, int plainTo) {
      Remembered token = cache.recall(bytes, from, to, spelling, LinearClassifier.this::compute);
      if (distinct.add(token.token)) {
        int[] of = token.sums;
        for (int k = 0; k < sums.length; k++) {
          sums[k] += of[k];
        }
      }
      if (Features.pairs(spelling)) {
        long pair = Features.pair(previous, token.identity);
        if (distinct.add(pair)) {
          add(pair, sums);
        }
        previous = token.identity;
      }
    }
  }

  private Remembered compute(
      byte[] bytes, int from, int to, int spelling, long low, long high, long kind) {
    long[] features = new long[Features.MOST_PER_WORD];
    int n = Features.ofToken(bytes, from, to, spelling, features);
    int[] sums = new int[begin[begin.length - 1]];
    for (int k = 0; k < n; k++) {
      add(features[k], sums);
    }
    long identity = Features.identity(bytes, from, to);
    long token = Features.token(identity, spelling);
    return new Remembered(low, high, kind, identity, token, sums);
  }

  /** Adds the rows of one feature of a word or pair. */
  private void add(long feature, int[] sums) {
    for (int m = 0; m < models.length; m++) {
      Model model = models[m];
      addRow(model, (int) feature & (1 << model.rowBits()) - 1, sums, begin[m]);
    }
  }

  private static void addRow(Model model, int row, int[] sums, int begin) {
    short[] table = model.table();
    int stride = model.stride();
    int at = row * stride;
    for (int k = 0; k < stride; k++) {
      sums[begin + k] += table[at + k];
    }
  }

  private int[] ofPost(PlainText text, List<TermFound> terms, List<EntityFound> entities) {
    long[] features = new long[Features.MOST_PER_POST];
    int n = Features.ofPost(text, terms, entities, features);
    int[] sums = new int[begin[begin.length - 1]];
    for (int m = 0; m < models.length; m++) {
      Model model = models[m];
      for (int k = 0; k < n; k++) {
        addRow(model, Corpus.postRow(features[k], model.rowBits()), sums, begin[m]);
      }
    }
    return sums;
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
    Adder adder = new Adder();
    Walk.over(text, adder);
    Model model = models[m];
    double unit = scale(model, adder.sums[begin[m + 1] - 1]) * (double) model.slope()[l];
    Explainer explainer = new Explainer(begin[m] + l, unit);
    Walk.over(text, explainer);
    return explainer.found;
  }

  /** What all but the wording adds to a label's log-odds. */
  double besideWords(PlainText text, List<TermFound> terms, List<EntityFound> entities, int label) {
    int m = modelOf(label);
    int l = label - first(m);
    Model model = models[m];
    float post = ofPost(text, terms, entities)[begin[m] + l] * model.weightStep();
    return model.slope()[l] * (model.bias()[l] + post) + model.offset()[l];
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
  private final class Explainer implements Walk.Sink {
    final List<Contribution> found = new ArrayList<>();
    private final int at;
    private final double unit;
    private final Distinct distinct = new Distinct();
    private long previous;
    private int previousPlace = -1;

    Explainer(int at, double unit) {
      this.at = at;
      this.unit = unit;
    }

    @Override
    public void token(byte[] bytes, int from, int to, int spelling, int plainFrom, int plainTo) {
      Remembered token = cache.recall(bytes, from, to, spelling, LinearClassifier.this::compute);
      double weight = distinct.add(token.token) ? token.sums[at] * unit : 0;
      if (Features.pairs(spelling)) {
        weight += ofPair(Features.pair(previous, token.identity));
        previous = token.identity;
        previousPlace = found.size();
      }
      found.add(new Contribution(plainFrom, plainTo, weight));
    }

    /** The share of this word in its pair with the word before, which gets the other half. */
    private double ofPair(long pair) {
      if (!distinct.add(pair)) {
        return 0;
      }
      int[] sums = new int[begin[begin.length - 1]];
      add(pair, sums);
      double weight = sums[at] * unit;
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
