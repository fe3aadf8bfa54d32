package ronda.proof.bundle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A ZIP file of which every byte follows from the names and contents of its entries: nothing is
 * packed, every time is 1 January 1980, no entry has an extra field or a comment. Whoever opens it
 * with any ZIP program sees an ordinary archive; whoever changes a byte of it makes one that could
 * not have been written here. What is not packed can neither burst when it is unpacked.
 */
final class PlainZip {
  /** No ZIP64: sizes and places have 32 bits. */
  static final long LARGEST = 0xFFFF_FFFEL;

  /** So many entries at most. */
  static final int MOST_ENTRIES = 9_999;

  static final int LOCAL = 0x0403_4b50;
  static final int CENTRAL = 0x0201_4b50;
  private static final int END = 0x0605_4b50;

  static final int LOCAL_LENGTH = 30;
  private static final int CENTRAL_LENGTH = 46;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_NAME = 120;

  private static final short VERSION = 10; // 1.0: stored entries, nothing else
  private static final short FIRST_OF_1980 = 0x21;

  private PlainZip() {}

  /**
   * One entry.
   *
   * @param at where its header begins in the file, in bytes
   * @param size of its content, in bytes
   * @param crc the content's CRC-32, unsigned
   */
  record Entry(String name, long at, long size, long crc) {
    /** Where the content begins. */
    long content() {
      return at + LOCAL_LENGTH + name.length();
    }

    /** Where the next thing begins. */
    long end() {
      return content() + size;
    }
  }

  /**
   * Whether an entry may be called so: parts of letters, digits, {@code . _ -}, none beginning with
   * a dot, with a slash between them. Such a name leads nowhere outside the folder that an archive
   * is unpacked into, on any system.
   */
  static boolean isName(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return false;
    }
    char before = '/';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (before == '/' ? !letter : !letter && c != '.' && c != '_' && c != '-' && c != '/') {
        return false;
      }
      before = c;
    }
    return before != '/';
  }

  /** The header that stands before an entry's content. */
  static byte[] local(Entry entry) {
    ByteBuffer bytes = little(LOCAL_LENGTH + entry.name.length());
    bytes.putInt(LOCAL).putShort(VERSION);
    common(entry, bytes);
    return bytes.put(name(entry)).array();
  }

  /** The directory that ends the file. */
  static byte[] directory(List<Entry> entries) {
    int length = entries.stream().mapToInt(entry -> CENTRAL_LENGTH + entry.name.length()).sum();
    ByteBuffer bytes = little(length + END_LENGTH);
    for (Entry entry : entries) {
      bytes.putInt(CENTRAL).putShort(VERSION).putShort(VERSION);
      common(entry, bytes);
      bytes.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
      bytes.putInt((int) entry.at).put(name(entry));
    }
    short count = (short) entries.size();
    bytes.putInt(END).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count);
    bytes.putInt(length).putInt((int) (entries.isEmpty() ? 0 : entries.getLast().end()));
    return bytes.putShort((short) 0).array();
  }

  /** Flags, method, time, date, CRC, sizes, the name's length and that of the extra field. */
  private static void common(Entry entry, ByteBuffer bytes) {
    bytes.putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort(FIRST_OF_1980);
    bytes.putInt((int) entry.crc).putInt((int) entry.size).putInt((int) entry.size);
    bytes.putShort((short) entry.name.length()).putShort((short) 0);
  }

  private static byte[] name(Entry entry) {
    return entry.name.getBytes(StandardCharsets.US_ASCII);
  }

  static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
