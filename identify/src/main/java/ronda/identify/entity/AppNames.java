package ronda.identify.entity;

import static ronda.identify.entity.Reading.isAlphanumeric;
import static ronda.identify.entity.Reading.isDigit;

import ronda.identify.signal.EntityKind;

/**
 * Finds names that only their label makes a contact: {@code michat: sari_88}, {@code id line
 * bola99}, {@code tele = agen_77}. The label alone is talk about an app, so the name needs a colon
 * or {@code id} before it, or must look like no word. "MiChat saya" may go on in any word.
 */
final class AppNames implements Finder {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 24;

  private static final NameTable FILLERS =
      NameTable.of(
          "id", "user", "username", "usn", "nama", "name", "aku", "saya", "ku", "akun", "my");

  /** Those after which comes a name and nothing else. */
  private static final NameTable NAMING = NameTable.of("id", "user", "username", "usn");

  private static final NameTable WORDS =
      NameTable.of(
          "yang",
          "untuk",
          "dengan",
          "adalah",
          "aplikasi",
          "buat",
          "bisa",
          "juga",
          "sama",
          "kalau",
          "cuma",
          "malah",
          "jadi",
          "pakai",
          "chat",
          "grup",
          "group",
          "channel",
          "today",
          "official",
          "http",
          "https",
          "tidak",
          "sudah",
          "ada",
          "atau",
          "saja",
          "aja",
          "dari",
          "pada",
          "telegram",
          "instagram",
          "whatsapp",
          "line",
          "shopping",
          "webtoon",
          "dance",
          "bawah",
          "profil",
          "bio");

  @Override
  public int find(Reading reading, int at, Finds finds) {
    int end = reading.tokenEnd(at, 12);
    if (reading.holds("mi chat", at)) {
      end = at + "mi chat".length();
    }
    Label label = Label.at(reading, end == at + 7 ? labelFrom(reading, at, end) : at, end);
    if (!label.is(Label.Role.MESSENGER)) {
      return NOTHING;
    }
    int before = reading.tokenStart(at - 1, 10);
    boolean announced = isFiller(reading, before, at - 1);
    boolean named = announced && NAMING.contains(reading.bytes(), before, at - 1);
    int name = end;
    for (int fillers = 0; fillers < 3; fillers++) {
      int gap = gapEnd(reading, name);
      boolean colon = hasColon(reading, name, gap);
      announced |= colon;
      name = gap;
      int word = reading.tokenEnd(name, LONGEST);
      if (!isFiller(reading, name, word)) {
        named |= colon;
        break;
      }
      announced = true;
      named |= NAMING.contains(reading.bytes(), name, word);
      name = word;
    }
    boolean convinces = label.name().equals("michat") ? named : announced;
    return named(reading, label, at, name, convinces, finds);
  }

  private static int labelFrom(Reading reading, int at, int end) {
    return reading.holds("mi chat", at) ? end - "chat".length() : at;
  }

  private static int named(
      Reading reading, Label label, int at, int from, boolean announced, Finds finds) {
    int to = from;
    boolean digit = false;
    boolean letter = false;
    boolean mark = false;
    while (to - from <= LONGEST && isNameByte(reading.at(to))) {
      digit |= isDigit(reading.at(to));
      letter |= Reading.isLetter(reading.at(to));
      mark |= reading.at(to) == '_';
      to++;
    }
    while (to > from && reading.at(to - 1) == '.') {
      to--;
    }
    int length = to - from;
    if (length < SHORTEST || length > LONGEST || !letter || hasDot(reading, from, to)) {
      return NOTHING;
    }
    boolean odd = (digit && to - from >= 5) || mark;
    boolean michat = label.name().equals("michat");
    boolean convinces =
        michat
            ? odd || (announced && !WORDS.contains(reading.bytes(), from, to))
            : announced && (odd || standsAlone(reading, at, from, to));
    if (!convinces) {
      return NOTHING;
    }
    add(reading, label, reading.plain(from, to), from, to, finds);
    return to;
  }

  /** {@code Line : sarihati} on a line of its own is how people give a name. */
  private static boolean standsAlone(Reading reading, int at, int from, int to) {
    return to - from >= 5
        && reading.endsLine(at - 1)
        && reading.endsLine(to)
        && !WORDS.contains(reading.bytes(), from, to);
  }

  /** Adds the name of an account on the service that {@code label} names. */
  static void add(Reading reading, Label label, String name, int from, int to, Finds finds) {
    switch (label.name()) {
      case "telegram" ->
          finds.add(reading, EntityKind.TELEGRAM, "t.me/" + name, from, to, "domain", "t.me");
      case "michat" -> finds.add(reading, EntityKind.MICHAT, name, from, to);
      case "instagram" ->
          finds.add(reading, EntityKind.HANDLE, "@" + name, from, to, "service", "instagram");
      default ->
          finds.add(
              reading,
              EntityKind.CONTACT,
              label.name() + ":" + name,
              from,
              to,
              "service",
              label.name());
    }
  }

  private static boolean isFiller(Reading reading, int from, int to) {
    return from >= 0
        && from < to
        && !isNameByte(reading.at(to))
        && FILLERS.contains(reading.bytes(), from, to);
  }

  private static int gapEnd(Reading reading, int from) {
    int at = from;
    while (at - from < 6 && separates(reading.at(at))) {
      at++;
    }
    return at;
  }

  private static boolean hasColon(Reading reading, int from, int to) {
    for (int i = from; i < to; i++) {
      if (reading.at(i) == ':' || reading.at(i) == '=') {
        return true;
      }
    }
    return false;
  }

  private static boolean hasDot(Reading reading, int from, int to) {
    for (int i = from; i < to; i++) {
      if (reading.at(i) == '.') {
        return true;
      }
    }
    return false;
  }

  private static boolean separates(int b) {
    return b == ' ' || b == ':' || b == '=' || b == '-' || b == '>' || b == '(' || b == '"';
  }

  private static boolean isNameByte(int b) {
    return isAlphanumeric(b) || b == '_' || b == '.';
  }
}
