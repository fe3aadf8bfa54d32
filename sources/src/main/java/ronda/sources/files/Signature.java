package ronda.sources.files;

import java.util.Optional;

/** What the first bytes of a file show it to be, when that is not plain text. */
final class Signature {
  /** How many bytes are needed to tell. */
  static final int BYTES = 4;

  private Signature() {}

  static boolean isGzip(byte[] head) {
    return starts(head, 0x1f, 0x8b);
  }

  /** How many bytes of a UTF-8 byte order mark stand in front. */
  static int byteOrderMark(byte[] head) {
    return starts(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
  }

  /** Why a file with these first bytes cannot hold posts, and what to do about it. */
  static Optional<Why.Kind> whyNotText(byte[] head) {
    if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff)) {
      return Optional.of(Why.Kind.UTF_16);
    }
    if (starts(head, 'P', 'K', 3, 4)) {
      return Optional.of(Why.Kind.ZIP);
    }
    if (starts(head, 0x28, 0xb5, 0x2f, 0xfd)
        || starts(head, 0xfd, '7', 'z', 'X')
        || starts(head, 'B', 'Z', 'h')) {
      return Optional.of(Why.Kind.OTHER_COMPRESSION);
    }
    if (starts(head, '%', 'P', 'D', 'F')) {
      return Optional.of(Why.Kind.PDF);
    }
    return Optional.empty();
  }

  private static boolean starts(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
