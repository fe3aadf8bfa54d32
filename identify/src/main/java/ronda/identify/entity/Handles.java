package ronda.identify.entity;

import static ronda.identify.entity.Reading.isAlphanumeric;
import static ronda.identify.entity.Reading.isLetter;

import ronda.identify.signal.EntityKind;

/**
 * Finds {@code @names}, which a label before them gives to Telegram or another service, and mail.
 */
final class Handles implements Finder {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 32;
  private static final int LONGEST_MAIL_NAME = 64;

  @Override
  public int find(Reading reading, int at, Finds finds) {
    int before = reading.at(at - 1);
    if (isAlphanumeric(before) || before == '_' || before == '.' || before == '-') {
      return mail(reading, at, finds);
    }
    int end = at + 1;
    boolean letter = false;
    while (end - at <= LONGEST && isNameByte(reading.at(end))) {
      letter |= isLetter(reading.at(end));
      end++;
    }
    while (end > at + 1 && (reading.at(end - 1) == '.' || reading.at(end - 1) == '-')) {
      end--;
    }
    if (!letter || end - at <= SHORTEST || isAlphanumeric(reading.at(end))) {
      return NOTHING;
    }
    String name = reading.plain(at + 1, end);
    Label label = Label.ofName(reading, at);
    if (label.is(Label.Role.MESSENGER)) {
      AppNames.add(reading, label, name, at, end, finds);
    } else {
      finds.add(reading, EntityKind.HANDLE, "@" + name, at, end);
    }
    return end;
  }

  private int mail(Reading reading, int at, Finds finds) {
    int from = at;
    while (at - from < LONGEST_MAIL_NAME && isMailByte(reading.at(from - 1))) {
      from--;
    }
    int end = at + 1;
    while (end - at < 100
        && (isAlphanumeric(reading.at(end)) || reading.at(end) == '.' || reading.at(end) == '-')) {
      end++;
    }
    while (end > at + 1 && !isAlphanumeric(reading.at(end - 1))) {
      end--;
    }
    int registered = PublicSuffixes.bundled().registeredFrom(reading.bytes(), at + 1, end);
    if (registered < 0 || !isAlphanumeric(reading.at(from)) || reading.at(from - 1) == '/') {
      return NOTHING;
    }
    finds.add(
        reading,
        EntityKind.CONTACT,
        reading.plain(from, end),
        from,
        end,
        "service",
        "e-mail",
        "domain",
        reading.plain(registered, end));
    return end;
  }

  private static boolean isMailByte(int b) {
    return isAlphanumeric(b) || b == '.' || b == '_' || b == '-' || b == '+';
  }

  private static boolean isNameByte(int b) {
    return isAlphanumeric(b) || b == '_' || b == '.' || b == '-';
  }
}
