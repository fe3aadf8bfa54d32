package ronda.onnx.classify;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A network from tokens to one number an output. Safe to share between threads. */
final class Network implements AutoCloseable {
  private static final Set<String> INPUTS = Set.of("input_ids", "attention_mask", "token_type_ids");

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String output;
  private final int outputs;

  private Network(OrtEnvironment environment, OrtSession session, String output, int outputs) {
    this.environment = environment;
    this.session = session;
    this.output = output;
    this.outputs = outputs;
  }

  /**
   * Opens {@code file}.
   *
   * @param outputs how many numbers it must give for a text
   * @throws IllegalArgumentException if its inputs or output are of another kind
   */
  static Network open(Path file, int outputs) throws OrtException {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "ronda");
    environment.setTelemetry(false);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setDeterministicCompute(true);
      OrtSession session = environment.createSession(file.toString(), options);
      try {
        checkInputs(session);
        return new Network(environment, session, output(session, outputs), outputs);
      } catch (OrtException | RuntimeException unfit) {
        session.close();
        throw unfit;
      }
    }
  }

  /** One number an output, for one text. */
  float[] logits(Encoding tokens) throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (String name : session.getInputNames()) {
        inputs.put(name, tensor(values(name, tokens)));
      }
      try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
        return numbers(result.get(0));
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static long[] values(String input, Encoding tokens) {
    return switch (input) {
      case "input_ids" -> tokens.getIds();
      case "attention_mask" -> tokens.getAttentionMask();
      case "token_type_ids" -> tokens.getTypeIds();
      default -> throw new IllegalStateException("unchecked input " + input);
    };
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }

  private float[] numbers(OnnxValue value) {
    @Nullable FloatBuffer buffer =
        value instanceof OnnxTensor tensor ? tensor.getFloatBuffer() : null;
    if (buffer == null || buffer.remaining() != outputs) {
      throw new IllegalArgumentException(
          "labels.json names %d outputs, the model gives %s"
              .formatted(outputs, buffer == null ? "none" : buffer.remaining()));
    }
    float[] numbers = new float[outputs];
    buffer.get(numbers);
    for (float number : numbers) {
      if (!Float.isFinite(number)) {
        throw new IllegalArgumentException("the model gives " + number);
      }
    }
    return numbers;
  }

  private static void checkInputs(OrtSession session) throws OrtException {
    for (NodeInfo input : session.getInputInfo().values()) {
      if (!INPUTS.contains(input.getName())
          || !(input.getInfo() instanceof TensorInfo info && info.type == OnnxJavaType.INT64)) {
        throw new IllegalArgumentException(
            "input '%s' is not one of %s with 64-bit integers"
                .formatted(input.getName(), INPUTS.stream().sorted().toList()));
      }
    }
  }

  /** The output called {@code logits}, or the only one there is. */
  private static String output(OrtSession session, int outputs) throws OrtException {
    List<NodeInfo> all = List.copyOf(session.getOutputInfo().values());
    NodeInfo chosen =
        all.stream()
            .filter(output -> output.getName().equals("logits") || all.size() == 1)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "several outputs and none is called 'logits': " + all));
    boolean fits =
        chosen.getInfo() instanceof TensorInfo info
            && info.type == OnnxJavaType.FLOAT
            && info.getShape().length == 2
            && (info.getShape()[1] == outputs || info.getShape()[1] < 0);
    if (!fits) {
      throw new IllegalArgumentException(
          "output '%s' must be floats of shape [texts, %d], is %s"
              .formatted(chosen.getName(), outputs, chosen.getInfo()));
    }
    return chosen.getName();
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException broken) {
      throw new IllegalStateException("the ONNX runtime would not close a model", broken);
    }
  }
}
