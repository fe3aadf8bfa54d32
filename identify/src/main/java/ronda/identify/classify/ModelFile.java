package ronda.identify.classify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A model as bytes: a head in {@link DataOutputStream}'s writing, the pairs it heeds, the table as
 * little-endian 16-bit numbers, and the CRC-32C of all that, which finds any damage to a single
 * byte.
 *
 * <p>The table is read into memory rather than mapped: it is read at random from the first post on,
 * plain arrays are the fastest to read, and eight megabytes are there in a few milliseconds.
 */
final class ModelFile {
  /** The file's name in a model's folder. */
  static final String NAME = "model.ronda";

  private static final long MAGIC = 0x524F4E44414D4F44L; // "RONDAMOD"
  private static final int FORMAT = 3;
  static final int MOST_LABELS = 1000;
  private static final long LARGEST = 1L << 30;

  private ModelFile() {}

  static byte[] write(Model model) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(head)) {
      out.writeLong(MAGIC);
      out.writeInt(FORMAT);
      out.writeInt(Features.VERSION);
      out.writeUTF(model.name());
      out.writeUTF(model.trainedOn());
      out.writeInt(model.rowBits());
      out.writeFloat(model.weightStep());
      out.writeInt(model.labels().size());
      for (int l = 0; l < model.labels().size(); l++) {
        out.writeUTF(model.labels().get(l));
        out.writeFloat(model.bias()[l]);
        out.writeFloat(model.slope()[l]);
        out.writeFloat(model.offset()[l]);
        out.writeFloat(model.thresholds()[l]);
        writeBend(model.bends().get(l), out);
      }
      out.writeByte(Integer.numberOfTrailingZeros(model.pairs().words().length));
      for (long word : model.pairs().words()) {
        out.writeLong(word);
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("writing to memory failed", impossible);
    }
    short[] table = model.table();
    ByteBuffer all =
        ByteBuffer.allocate(head.size() + 2 * table.length + 4).order(ByteOrder.LITTLE_ENDIAN);
    all.put(head.toByteArray());
    all.slice(head.size(), 2 * table.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer()
        .put(table);
    sign(all.array());
    return all.array();
  }

  static Model read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new ModelRefused(file + " is larger than any model: " + Files.size(file) + " bytes");
      }
      return read(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw new ModelRefused("cannot read the model " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * @param origin where the bytes came from, for the refusal's message
   */
  static Model read(byte[] bytes, String origin) {
    if (bytes.length < 32 || ByteBuffer.wrap(bytes).getLong() != MAGIC) {
      throw new ModelRefused(origin + " is not a model file");
    }
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (all.getInt(bytes.length - 4) != checksum(bytes)) {
      throw new ModelRefused(origin + " is damaged or cut short: its checksum does not fit");
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return head(in, bytes, origin);
    } catch (IOException | IllegalArgumentException e) {
      throw new ModelRefused(origin + " is damaged: " + e.getMessage(), e);
    }
  }

  private static Model head(DataInputStream in, byte[] bytes, String origin) throws IOException {
    in.readLong();
    version(in.readInt(), FORMAT, "file format", origin);
    version(in.readInt(), Features.VERSION, "reading of features", origin);
    String name = in.readUTF();
    String trainedOn = in.readUTF();
    int rowBits = in.readInt();
    float weightStep = in.readFloat();
    int count = in.readInt();
    if (rowBits < 10 || rowBits > 18 || count < 1 || count > MOST_LABELS) {
      throw new ModelRefused(origin + " has " + count + " labels and 2^" + rowBits + " rows");
    }
    List<String> labels = new ArrayList<>();
    float[][] numbers = new float[4][count];
    List<Bend> bends = new ArrayList<>();
    for (int l = 0; l < count; l++) {
      labels.add(in.readUTF());
      for (float[] number : numbers) {
        number[l] = in.readFloat();
      }
      bends.add(readBend(in));
    }
    TellingPairs pairs = readPairs(in);
    short[] table = new short[Corpus.rows(rowBits) * (count + 1)];
    int begin = bytes.length - in.available();
    if (in.available() != 2 * table.length + 4) {
      throw new ModelRefused(origin + " has a table of another size than its head says");
    }
    ByteBuffer.wrap(bytes, begin, 2 * table.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer()
        .get(table);
    return new Model(
        name,
        labels,
        rowBits,
        pairs,
        table,
        weightStep,
        numbers[0],
        numbers[1],
        numbers[2],
        bends,
        numbers[3],
        trainedOn);
  }

  private static void writeBend(Bend bend, DataOutputStream out) throws IOException {
    out.writeByte(bend.scores().length);
    for (int k = 0; k < bend.scores().length; k++) {
      out.writeFloat(bend.scores()[k]);
      out.writeFloat(bend.shares()[k]);
    }
  }

  private static Bend readBend(DataInputStream in) throws IOException {
    int points = in.readUnsignedByte();
    float[] scores = new float[points];
    float[] shares = new float[points];
    for (int k = 0; k < points; k++) {
      scores[k] = in.readFloat();
      shares[k] = in.readFloat();
    }
    return new Bend(scores, shares);
  }

  private static TellingPairs readPairs(DataInputStream in) throws IOException {
    int bits = in.readUnsignedByte();
    if (bits > TellingPairs.MOST_BITS) {
      throw new IllegalArgumentException("a filter of 2^" + bits + " words");
    }
    long[] words = new long[1 << bits];
    byte[] bytes = in.readNBytes(8 * words.length);
    if (bytes.length < 8 * words.length) {
      throw new EOFException("it ends within the filter of pairs");
    }
    ByteBuffer.wrap(bytes).asLongBuffer().get(words);
    return TellingPairs.read(words);
  }

  private static void version(int found, int known, String what, String origin) {
    if (found != known) {
      throw new ModelRefused(
          "%s is of %s %d, but this program knows %d: train it again"
              .formatted(origin, what, found, known));
    }
  }

  /** Writes the checksum of all before it into the last four bytes. */
  static void sign(byte[] bytes) {
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 4, checksum(bytes));
  }

  private static int checksum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, bytes.length - 4);
    return (int) sum.getValue();
  }
}
