package ronda.identify.entity;

import static ronda.identify.entity.Reading.isAlphanumeric;
import static ronda.identify.entity.Reading.isDigit;

import java.nio.charset.StandardCharsets;

/**
 * Finds domains whose dot is written so that machines miss it: {@code abc[.]com}, {@code abc dot
 * com}, {@code abc titik com}, {@code abc .com}. Only before a few endings, and after something
 * that can be a name, since all of it is also plain language.
 */
final class DisguisedLinks implements Finder {
  private static final int LONGEST_NAME = 63;
  private static final int LONGEST_HOST = 128;
  private static final int WIDEST_GAP = 3;

  /** What the last part must be, unless the host is a known one such as {@code wa[.]me}. */
  private static final NameTable ENDINGS =
      NameTable.of("com", "net", "org", "xyz", "biz", "info", "site", "online", "id", "cc", "vip");

  /** What the last part must be where only a blank disguises the dot. */
  private static final NameTable SURE_ENDINGS = NameTable.of("com", "net", "xyz");

  /**
   * How hosts end that are known: chats, shortened addresses. Only with such a host do they count.
   */
  private static final NameTable KNOWN_ENDINGS =
      NameTable.of("me", "ly", "ee", "gg", "gd", "gl", "id", "bio", "link");

  private final LinkKinds kinds;

  DisguisedLinks(LinkKinds kinds) {
    this.kinds = kinds;
  }

  /**
   * Whether {@code com} or {@code ly} or the like follows the dot, with a blank on one side of it
   * at least.
   */
  static boolean endsIn(Reading reading, int dot) {
    int at = reading.at(dot + 1) == ' ' ? dot + 2 : dot + 1;
    return switch (reading.at(at)) {
      case 'c', 'n', 'x' -> SURE_ENDINGS.contains(reading.bytes(), at, reading.tokenEnd(at, 4));
      case 'm', 'l', 'e', 'g', 'i', 'b' ->
          KNOWN_ENDINGS.contains(reading.bytes(), at, reading.tokenEnd(at, 5));
      default -> false;
    };
  }

  @Override
  public int find(Reading reading, int at, Finds finds) {
    if (at < reading.disguisedReadTo()) {
      return NOTHING; // part of a host name that was weighed already
    }
    int from = at;
    while (at - from < WIDEST_GAP && isGap(reading.at(from - 1))) {
      from--;
    }
    if (dotEnd(reading, from) < 0) {
      return NOTHING;
    }
    int nameFrom = from;
    while (from - nameFrom < LONGEST_NAME && isNameByte(reading.at(nameFrom - 1))) {
      nameFrom--;
    }
    while (nameFrom < from && reading.at(nameFrom) == '-') {
      nameFrom++;
    }
    if (from == nameFrom
        || !isAlphanumeric(reading.at(from - 1))
        || reading.at(nameFrom - 1) == '@') {
      return NOTHING;
    }
    return host(reading, nameFrom, from, finds);
  }

  private int host(Reading reading, int from, int firstDot, Finds finds) {
    StringBuilder host = new StringBuilder(reading.plain(from, firstDot));
    int lastLabel = from;
    int end = firstDot;
    boolean blank = false;
    boolean bracketed = true;
    int dot = dotEnd(reading, end);
    while (dot >= 0 && host.length() < LONGEST_HOST) {
      blank |= isBlankOnly(reading, end, dot);
      bracketed &= reading.at(end) != ' ' && reading.at(end) != '.';
      int label = reading.tokenEnd(dot, LONGEST_NAME);
      host.append('.').append(reading.plain(dot, label));
      lastLabel = dot;
      end = label;
      dot = dotEnd(reading, end);
    }
    reading.disguisedReadTo(end);
    byte[] bytes = host.toString().getBytes(StandardCharsets.US_ASCII);
    int registered = PublicSuffixes.bundled().registeredFrom(bytes, 0, bytes.length);
    if (registered < 0) {
      return NOTHING;
    }
    int tail = Links.tailEnd(reading, end);
    int scheme = Links.schemeFrom(reading, from);
    Link link = new Link(bytes, 0, registered, bytes.length, scheme, end, tail, true);
    NameTable endings = blank ? SURE_ENDINGS : ENDINGS;
    boolean ends = endings.contains(reading.bytes(), lastLabel, end);
    boolean named = blank ? isLikelyName(reading, from, firstDot) : firstDot - from > 2;
    if (bracketed || (ends && named) || kinds.knows(reading, link)) {
      kinds.add(reading, link, finds);
      return tail;
    }
    return NOTHING;
  }

  /** Whether the name before a dot set apart by blanks is more than the last word of a sentence. */
  private static boolean isLikelyName(Reading reading, int from, int to) {
    boolean digit = false;
    for (int i = from; i < to; i++) {
      digit |= isDigit(reading.at(i));
    }
    return to - from > 4 || (digit && to - from > 2);
  }

  /** Where the disguised dot that begins at {@code from} ends and a label begins, or -1. */
  private static int dotEnd(Reading reading, int from) {
    int at = gapEnd(reading, from);
    int size = dotSize(reading, at);
    if (size == 0) {
      return -1;
    }
    int end = gapEnd(reading, at + size);
    boolean apart = at > from && end > at + size;
    return isAlphanumeric(reading.at(end)) && (apart || size == 1) ? end : -1;
  }

  private static int gapEnd(Reading reading, int from) {
    int at = from;
    while (at - from < WIDEST_GAP && isGap(reading.at(at))) {
      at++;
    }
    return at;
  }

  private static int dotSize(Reading reading, int at) {
    if (reading.at(at) == '.') {
      return 1;
    }
    return reading.holds("dot", at) ? 3 : reading.holds("titik", at) ? 5 : 0;
  }

  private static boolean isBlankOnly(Reading reading, int from, int to) {
    for (int i = from; i < to; i++) {
      if (reading.at(i) != ' ' && reading.at(i) != '.') {
        return false;
      }
    }
    return to - from > 1;
  }

  private static boolean isGap(int b) {
    return switch (b) {
      case ' ', '[', ']', '(', ')', '{', '}', '*' -> true;
      default -> false;
    };
  }

  private static boolean isNameByte(int b) {
    return isAlphanumeric(b) || b == '-';
  }
}
