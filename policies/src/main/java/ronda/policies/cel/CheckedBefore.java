package ronda.policies.cel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import ronda.identify.post.Category;

/**
 * Expressions that the library has checked before, with their trees, so that a start need not set
 * it up again. A prepared file keeps them: it is bound to the library's version and to every word's
 * type, and guarded by a checksum. A file that does not fit holds nothing, and is written anew. For
 * one thread.
 */
final class CheckedBefore {
  /** The library whose word the trees are. A test holds it to the one that is there. */
  static final String LIBRARY = "cel-0.11.1";

  private static final long MAGIC = 0x524F4E444143454CL; // "RONDACEL"

  /** Counts up when {@link ExpressionBytes} changes, or what the library is asked to allow. */
  private static final int VERSION = 1;

  private static final int LARGEST = 16 << 20;

  private final Map<String, Expression> known;
  private final Map<String, Expression> used = new LinkedHashMap<>();

  private CheckedBefore(Map<String, Expression> known) {
    this.known = known;
  }

  /** No expression was checked before. */
  static CheckedBefore nothing() {
    return new CheckedBefore(new HashMap<>());
  }

  /** What a prepared file holds: nothing, if it is missing, damaged or of another time. */
  static CheckedBefore read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return nothing();
      }
      return new CheckedBefore(trees(Files.readAllBytes(file)));
    } catch (IOException | IllegalArgumentException unusable) {
      return nothing(); // Every expression is then checked, as on the first day.
    }
  }

  private static Map<String, Expression> trees(byte[] bytes) throws IOException {
    int length = bytes.length - Integer.BYTES;
    if (length < 0 || ByteBuffer.wrap(bytes).getInt(length) != checksum(bytes, length)) {
      throw new IOException("damaged");
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
    if (in.readLong() != MAGIC
        || in.readInt() != VERSION
        || !in.readUTF().equals(LIBRARY)
        || !in.readUTF().equals(language())) {
      throw new IOException("of another time");
    }
    Map<String, Expression> trees = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      trees.put(in.readUTF(), ExpressionBytes.read(in));
    }
    return trees;
  }

  /** The tree of an expression, if it was checked before. */
  Optional<Expression> find(String expression) {
    Optional<Expression> tree = Optional.ofNullable(known.get(expression));
    tree.ifPresent(there -> used.put(expression, there));
    return tree;
  }

  /** Notes an expression that has just been checked. */
  void add(String expression, Expression tree) {
    used.put(expression, tree);
  }

  /** Writes what was asked for since {@link #read}, unless the file holds just that. */
  void write(Path file) {
    if (used.keySet().equals(known.keySet())) {
      return;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path anew = Files.createTempFile(file.toAbsolutePath().getParent(), "checked", ".new");
      try {
        Files.write(anew, bytes());
        Files.move(anew, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(anew); // It is there only if it could not take its place.
      }
    } catch (IOException cannotKeep) {
      // A folder that may not be written to costs the next start a second, and nothing else.
    }
  }

  private byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(MAGIC);
    out.writeInt(VERSION);
    out.writeUTF(LIBRARY);
    out.writeUTF(language());
    out.writeInt(used.size());
    for (Map.Entry<String, Expression> one : used.entrySet()) {
      out.writeUTF(one.getKey());
      ExpressionBytes.write(one.getValue(), out);
    }
    out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
    return bytes.toByteArray();
  }

  /** Every word and what it is to the type checker. */
  private static String language() {
    return Vocabulary.of(Category.GAMBLING).words().entrySet().stream()
        .map(word -> word.getKey() + ':' + word.getValue().question().kind())
        .collect(Collectors.joining(" "));
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }
}
