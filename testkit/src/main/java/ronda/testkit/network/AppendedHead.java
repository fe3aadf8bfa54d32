package ronda.testkit.network;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Makes a classifier of a real text encoder, by appending a mean over the tokens and a linear
 * layer. An ONNX file is one protobuf message, and concatenated messages are merged, so a message
 * with only the new nodes after the encoder's bytes is enough.
 */
final class AppendedHead {
  private final Message graph = new Message();
  private final Message appended = new Message();

  private AppendedHead() {}

  /** The encoder, with one output: the mean over its tokens, {@code width} numbers. */
  static byte[] mean(byte[] encoder, String hidden, int width) {
    AppendedHead head = new AppendedHead();
    head.mean(hidden, "logits");
    return head.onto(encoder, width);
  }

  /**
   * The encoder as a classifier.
   *
   * @param weights one row a label, each as wide as the encoder
   */
  static byte[] linear(byte[] encoder, String hidden, List<float[]> weights) {
    AppendedHead head = new AppendedHead();
    head.mean(hidden, "ronda_mean");
    head.graph.message(5, weights(weights));
    Message multiply = new Message().text(1, "ronda_mean").text(1, "ronda_weights");
    head.graph.message(1, multiply.text(2, "logits").text(4, "MatMul"));
    return head.onto(encoder, weights.size());
  }

  private void mean(String hidden, String name) {
    Message axes = new Message().text(1, "axes").number(8, 1).number(20, 7);
    Message keep = new Message().text(1, "keepdims").number(3, 0).number(20, 2);
    Message mean = new Message().text(1, hidden).text(2, name).text(4, "ReduceMean");
    graph.message(1, mean.message(5, axes).message(5, keep));
  }

  private static Message weights(List<float[]> rows) {
    int width = rows.getFirst().length;
    ByteBuffer raw =
        ByteBuffer.allocate(width * rows.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < width; i++) {
      for (float[] row : rows) {
        raw.putFloat(row[i]);
      }
    }
    Message tensor = new Message().number(1, width).number(1, rows.size()).number(2, 1);
    return tensor.text(8, "ronda_weights").bytes(9, raw.array());
  }

  private byte[] onto(byte[] encoder, int outputs) {
    Message texts = new Message().text(2, "texts");
    Message numbers = new Message().number(1, outputs);
    Message shape = new Message().message(1, texts).message(1, numbers);
    Message tensor = new Message().number(1, 1).message(2, shape);
    graph.message(12, new Message().text(1, "logits").message(2, new Message().message(1, tensor)));
    appended.message(7, graph);
    return ByteBuffer.allocate(encoder.length + appended.bytes().length)
        .put(encoder)
        .put(appended.bytes())
        .array();
  }

  /** Just enough of the protobuf wire format. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint(field << 3);
      varint(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.bytes());
    }

    Message bytes(int field, byte[] value) {
      varint(field << 3 | 2);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        out.write((int) (rest & 0x7F | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }
}
