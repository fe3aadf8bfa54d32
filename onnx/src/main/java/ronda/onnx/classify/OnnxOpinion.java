package ronda.onnx.classify;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import ronda.identify.classify.SecondOpinion;

/**
 * A second opinion from an ONNX text classifier, such as an office's own IndoBERT. Its folder holds
 * {@code model.onnx}, the Hugging Face {@code tokenizer.json} it was trained with, and {@code
 * labels.json}:
 *
 * <pre>{@code
 * {"model": "indobert-judol@2",
 *  "outputs": ["safe", "gambling"],
 *  "activation": "softmax",
 *  "maxTokens": 128,
 *  "band": {"from": 0.2, "to": 0.8}}
 * }</pre>
 *
 * <p>An output that no first model has a label for, such as {@code safe}, is not used. Nothing is
 * fetched and nothing is sent. Safe to share between threads; each text is read by one thread, so
 * that the same text gives the same scores.
 */
public final class OnnxOpinion implements SecondOpinion, AutoCloseable {
  /** How large {@code model.onnx} may be, in bytes: what the ONNX format itself can hold. */
  public static final long LARGEST_MODEL = Integer.MAX_VALUE;

  /** How large {@code tokenizer.json} may be, in bytes. */
  public static final long LARGEST_TOKENIZER = 64L << 20;

  /** How large {@code labels.json} may be, in bytes. */
  public static final long LARGEST_CARD = 64L << 10;

  /** No tokenizer makes fewer tokens of ordinary text than one in this many characters. */
  private static final int CHARACTERS_A_TOKEN = 16;

  private final Card card;
  private final HuggingFaceTokenizer tokenizer;
  private final Network network;
  private final LongAdder failures = new LongAdder();
  private final AtomicReference<@Nullable String> firstFailure = new AtomicReference<>();

  private OnnxOpinion(Card card, HuggingFaceTokenizer tokenizer, Network network) {
    this.card = card;
    this.tokenizer = tokenizer;
    this.network = network;
  }

  /**
   * Opens the model in {@code folder} and tries it once.
   *
   * @throws OpinionRefused if a file is missing, too large, damaged, or does not fit the others
   */
  public static OnnxOpinion open(Path folder) {
    Path cardFile = bounded(folder.resolve("labels.json"), LARGEST_CARD);
    Path tokenizerFile = bounded(folder.resolve("tokenizer.json"), LARGEST_TOKENIZER);
    Path modelFile = bounded(folder.resolve("model.onnx"), LARGEST_MODEL);
    if (!Offline.isSure()) {
      throw new OpinionRefused(
          folder, "DJL_OFFLINE or OPT_OUT_TRACKING in the environment allows telemetry: unset it");
    }
    Card card = card(cardFile);
    HuggingFaceTokenizer tokenizer = tokenizer(tokenizerFile, card.maxTokens());
    try {
      return new OnnxOpinion(card, tokenizer, Network.open(modelFile, card.outputs().size()))
          .tried();
    } catch (OrtException | RuntimeException unusable) {
      tokenizer.close();
      throw new OpinionRefused(modelFile, String.valueOf(unusable.getMessage()), unusable);
    }
  }

  /** The model's name and version. */
  public String model() {
    return card.model();
  }

  /** How many texts it could not answer for since it was opened. */
  public long failures() {
    return failures.sum();
  }

  /** Why it could not answer the first time; empty if it always could. */
  public Optional<String> firstFailure() {
    return Optional.ofNullable(firstFailure.get());
  }

  @Override
  public List<String> labels() {
    return card.outputs();
  }

  @Override
  public boolean wants(float score) {
    return score >= card.from() && score <= card.to();
  }

  @Override
  public Optional<float[]> scores(String text) {
    try {
      return Optional.of(judge(text));
    } catch (OrtException | RuntimeException failed) {
      // One bad text never stops the others: the first opinion stands, and this is counted.
      firstFailure.compareAndSet(null, String.valueOf(failed.getMessage()));
      failures.increment();
      return Optional.empty();
    }
  }

  /** This, once it has answered for a text: a network may open and still not run. */
  private OnnxOpinion tried() throws OrtException {
    try {
      judge("ronda malam");
      return this;
    } catch (OrtException | RuntimeException unusable) {
      network.close();
      throw unusable;
    }
  }

  private float[] judge(String text) throws OrtException {
    Encoding tokens = tokenizer.encode(beginning(text));
    return card.activation().of(network.logits(tokens));
  }

  /** As much of a text as can matter, so that a huge one costs no more than a long one. */
  String beginning(String text) {
    int most = card.maxTokens() * CHARACTERS_A_TOKEN;
    if (text.length() <= most) {
      return wellFormed(text);
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return wellFormed(text.substring(0, end));
  }

  /** The tokenizer is native code that wants UTF-8: half a surrogate pair becomes a {@code ?}. */
  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      }
    }
    return text;
  }

  private static Path bounded(Path file, long most) {
    try {
      long size = Files.size(file);
      if (!Files.isRegularFile(file) || size == 0) {
        throw new OpinionRefused(file, "is empty or no file");
      }
      if (size > most) {
        throw new OpinionRefused(file, "has " + size + " bytes, at most " + most + " are read");
      }
      return file;
    } catch (IOException missing) {
      throw new OpinionRefused(file, "cannot be read: " + missing, missing);
    }
  }

  private static Card card(Path file) {
    try {
      return Card.parse(Files.readString(file));
    } catch (IOException | IllegalArgumentException wrong) {
      throw new OpinionRefused(file, String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private static HuggingFaceTokenizer tokenizer(Path file, int maxTokens) {
    try {
      return HuggingFaceTokenizer.builder()
          .optTokenizerPath(file)
          .optTruncation(true)
          .optMaxLength(maxTokens)
          .optPadding(false)
          .build();
    } catch (IOException | RuntimeException | LinkageError unusable) {
      throw new OpinionRefused(file, "is no tokenizer: " + unusable.getMessage(), unusable);
    }
  }

  /** Gives the memory back, which lies outside the Java heap. */
  @Override
  public void close() {
    network.close();
    tokenizer.close();
  }
}
