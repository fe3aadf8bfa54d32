package ronda.identify.entity;

import static ronda.identify.entity.Reading.isAlphanumeric;

import ronda.identify.signal.EntityKind;

/**
 * Finds domains whose dot is written so that machines miss it: {@code abc[.]com}, {@code abc dot
 * com}, {@code abc titik com}, {@code abc .com}. Only before a few endings, and after something
 * that can be a name, since all of it is also plain language.
 */
final class DisguisedLinks implements Finder {
  private static final int LONGEST_NAME = 63;
  private static final int LONGEST_HOST = 128;

  /** What the last part must be. */
  private static final NameTable ENDINGS =
      NameTable.of("com", "net", "org", "xyz", "biz", "info", "site", "online", "id", "cc", "vip");

  /** What the last part must be where only a blank disguises the dot. */
  private static final NameTable SURE_ENDINGS = NameTable.of("com", "net", "org", "xyz");

  private final BlockedDomains blocked;
  private final PublicSuffixes suffixes = PublicSuffixes.bundled();

  DisguisedLinks(BlockedDomains blocked) {
    this.blocked = blocked;
  }

  @Override
  public int find(Reading reading, int at, Finds finds) {
    int from = at;
    while (at - from < 3 && isGap(reading.at(from - 1))) {
      from--;
    }
    int dotEnd = dotEnd(reading, from);
    if (dotEnd < 0) {
      return NOTHING;
    }
    int nameFrom = from;
    while (from - nameFrom < LONGEST_NAME && isNameByte(reading.at(nameFrom - 1))) {
      nameFrom--;
    }
    if (from - nameFrom < 3 || reading.at(nameFrom - 1) == '@') {
      return NOTHING;
    }
    return host(reading, nameFrom, from, finds);
  }

  private int host(Reading reading, int from, int firstDot, Finds finds) {
    StringBuilder host = new StringBuilder(reading.plain(from, firstDot));
    int lastLabel = from;
    int end = firstDot;
    boolean blank = false;
    for (int dot = dotEnd(reading, end); dot >= 0 && host.length() < LONGEST_HOST; ) {
      blank |= isBlankOnly(reading, end, dot);
      int label = reading.tokenEnd(dot, LONGEST_NAME);
      if (label == dot) {
        break;
      }
      host.append('.').append(reading.plain(dot, label));
      lastLabel = dot;
      end = label;
      dot = dotEnd(reading, end);
    }
    NameTable endings = blank ? SURE_ENDINGS : ENDINGS;
    if (lastLabel == from || !endings.contains(reading.bytes(), lastLabel, end)) {
      return NOTHING;
    }
    return add(reading, host.toString(), from, end, finds);
  }

  private int add(Reading reading, String host, int from, int end, Finds finds) {
    byte[] bytes = host.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    int registered = suffixes.registeredFrom(bytes, 0, bytes.length);
    if (registered < 0) {
      return NOTHING;
    }
    boolean block = blocked.block(bytes, 0, registered, bytes.length);
    finds.add(
        reading,
        block ? EntityKind.BLOCKED_DOMAIN : EntityKind.URL,
        host,
        from,
        end,
        "domain",
        host.substring(registered),
        "disguised",
        "true");
    return end;
  }

  /** Where the disguised dot that begins at {@code from} ends, or -1. */
  private static int dotEnd(Reading reading, int from) {
    int at = from;
    while (at - from < 3 && isGap(reading.at(at))) {
      at++;
    }
    int size = dotSize(reading, at);
    if (size == 0) {
      return -1;
    }
    at += size;
    int gap = at;
    while (at - gap < 3 && isGap(reading.at(at))) {
      at++;
    }
    boolean word = size > 1;
    boolean apart = at - from > size;
    return isAlphanumeric(reading.at(at)) && (apart || !word) ? at : -1;
  }

  private static int dotSize(Reading reading, int at) {
    if (reading.at(at) == '.') {
      return 1;
    }
    return reading.holds("dot", at) ? 3 : reading.holds("titik", at) ? 5 : 0;
  }

  private static boolean isBlankOnly(Reading reading, int from, int to) {
    int dots = 0;
    for (int i = from; i < to; i++) {
      if (reading.at(i) != ' ' && reading.at(i) != '.') {
        return false;
      }
      dots += reading.at(i) == '.' ? 1 : 0;
    }
    return dots == 1 && to - from > 1;
  }

  private static boolean isGap(int b) {
    return b == ' ' || b == '[' || b == ']' || b == '(' || b == ')' || b == '{' || b == '}';
  }

  private static boolean isNameByte(int b) {
    return isAlphanumeric(b) || b == '-';
  }
}
