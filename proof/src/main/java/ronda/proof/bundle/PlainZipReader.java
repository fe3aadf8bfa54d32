package ronda.proof.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a {@link PlainZip} from its first byte to its last, and nothing else: what the writer would
 * not have written is a fault, with its place. Only names and sizes are held in memory.
 */
final class PlainZipReader {
  private final FileChannel file;
  private final List<PlainZip.Entry> entries = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private boolean lost;

  private PlainZipReader(FileChannel file) {
    this.file = file;
  }

  /**
   * What the file holds, as far as it could be followed.
   *
   * @param faults empty if the frame is whole; the contents are not looked at here
   * @param isLost whether it could not be followed to the end: some entries were not reached
   */
  record Read(List<PlainZip.Entry> entries, List<Fault> faults, boolean isLost) {}

  static Read read(FileChannel file) throws IOException {
    var reader = new PlainZipReader(file);
    if (file.size() > PlainZip.LARGEST) {
      reader.lost("", 0, "the file has more than " + PlainZip.LARGEST + " bytes");
    } else {
      reader.readAll();
    }
    return new Read(List.copyOf(reader.entries), List.copyOf(reader.faults), reader.lost);
  }

  private void readAll() throws IOException {
    long at = 0;
    while (nextIs(PlainZip.LOCAL, at)) {
      if (entries.size() == PlainZip.MOST_ENTRIES) {
        lost("", at, "there are more than " + PlainZip.MOST_ENTRIES + " entries");
        return;
      }
      long next = readEntry(at);
      if (next < 0) {
        return;
      }
      at = next;
    }
    checkDirectory(at);
  }

  private boolean nextIs(int signature, long at) throws IOException {
    return file.size() - at >= 4 && bytes(at, 4).getInt() == signature;
  }

  /** Where the next entry begins; -1 where the file cannot be followed any further. */
  private long readEntry(long at) throws IOException {
    if (file.size() - at < PlainZip.LOCAL_LENGTH) {
      return lost("", at, "the file ends within the header of an entry");
    }
    ByteBuffer header = bytes(at, PlainZip.LOCAL_LENGTH);
    int length = header.getShort(26) & 0xFFFF;
    long size = header.getInt(18) & 0xFFFF_FFFFL;
    if (file.size() - at < PlainZip.LOCAL_LENGTH + length) {
      return lost(lastName(), at, "the file ends within the header of the entry after this");
    }
    ByteBuffer whole = bytes(at, PlainZip.LOCAL_LENGTH + length);
    String name =
        new String(whole.array(), PlainZip.LOCAL_LENGTH, length, StandardCharsets.ISO_8859_1);
    if (!PlainZip.isName(name)) {
      return lost(lastName(), at, "an entry after this has a name that cannot be: " + shown(name));
    }
    var entry = new PlainZip.Entry(name, at, size, header.getInt(14) & 0xFFFF_FFFFL);
    int differs = Arrays.mismatch(PlainZip.local(entry), whole.array());
    if (differs >= 0) {
      return lost(name, at + differs, "the header of this entry is not as written: " + why(header));
    }
    if (!names.add(name)) {
      return lost(name, at, "there is a second entry of this name");
    }
    if (entry.end() > file.size()) {
      return lost(name, at, "its header says " + size + " bytes, and the file ends before");
    }
    entries.add(entry);
    return entry.end();
  }

  /** The commonest ways in which somebody else's ZIP differs from ours. */
  private static String why(ByteBuffer header) {
    if (header.getShort(8) != 0) {
      return "packed or in another way (method " + header.getShort(8) + ")";
    }
    if (header.getShort(28) != 0) {
      return "it has an extra field";
    }
    return "a value that is always the same differs";
  }

  private void checkDirectory(long at) throws IOException {
    byte[] expected = PlainZip.directory(entries);
    int there = (int) Math.min(expected.length, file.size() - at);
    byte[] found = bytes(at, there).array();
    int differs = Arrays.mismatch(expected, found);
    if (differs >= 0) {
      String where = nameAt(differs);
      lost = differs < 4;
      fault(
          where,
          at + differs,
          differs < 4
              ? "after this entry stands neither another entry nor the directory"
              : "the directory at the end of the file is not as written");
    } else if (at + expected.length < file.size()) {
      fault(lastName(), at + expected.length, "something follows the end of the file");
    }
  }

  /** The entry to which this place of the directory belongs. */
  private String nameAt(int place) {
    int end = 0;
    for (PlainZip.Entry entry : entries) {
      end += 46 + entry.name().length();
      if (place < end) {
        return place < 4 ? lastName() : entry.name();
      }
    }
    return lastName();
  }

  private String lastName() {
    return entries.isEmpty() ? "" : entries.getLast().name();
  }

  private long lost(String entry, long at, String what) {
    lost = true;
    fault(entry, at, what);
    return -1;
  }

  private void fault(String entry, long at, String what) {
    faults.add(Fault.at(entry, at, what));
  }

  /** A name as it may be shown on a terminal. */
  private static String shown(String name) {
    StringBuilder shown = new StringBuilder("\"");
    name.chars().limit(60).forEach(c -> shown.append(c > ' ' && c < 127 ? (char) c : '?'));
    return shown.append(name.length() > 60 ? "…\"" : "\"").toString();
  }

  private ByteBuffer bytes(long at, int length) throws IOException {
    ByteBuffer bytes = PlainZip.little(length);
    while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
      // Until all of it is there: the caller has asked for no more than the file has.
    }
    return bytes.flip();
  }
}
