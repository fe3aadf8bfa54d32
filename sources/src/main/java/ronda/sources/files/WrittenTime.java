package ronda.sources.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as people and spreadsheets write them: {@code 22/11/2026 07.30}, {@code 22 Nov 2026},
 * {@code 2026-11-22 07:30:00}, and as platforms do: {@code 2026-11-22T00:30:00+0000}, {@code Sun
 * Nov 22 00:30:00 +0000 2026}. The day stands before the month, as it does in Indonesia.
 */
final class WrittenTime {
  private static final int LONGEST = 60;

  /** The first letters of the months' names, Indonesian and English. */
  private static final List<List<String>> MONTHS =
      List.of(
          List.of("jan"),
          List.of("feb", "peb"),
          List.of("mar"),
          List.of("apr"),
          List.of("mei", "may"),
          List.of("jun"),
          List.of("jul"),
          List.of("agu", "agt", "aug", "ags"),
          List.of("sep"),
          List.of("okt", "oct"),
          List.of("nov", "nop"),
          List.of("des", "dec"));

  /** What platforms write; the first is ISO 8601 with every way to write an offset. */
  private static final List<DateTimeFormatter> OF_PLATFORMS =
      List.of(
          new DateTimeFormatterBuilder()
              .append(DateTimeFormatter.ISO_LOCAL_DATE)
              .appendPattern("['T'][ ]")
              .append(DateTimeFormatter.ISO_LOCAL_TIME)
              .appendPattern("[ ]")
              .parseLenient() // With minutes or without, with a colon or without.
              .appendOffset("+HH:mm", "Z")
              .toFormatter(Locale.ROOT),
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss Z yyyy", Locale.ENGLISH));

  private WrittenTime() {}

  /** The moment that is meant; empty where nobody can say. */
  static Optional<Instant> of(String written, ZoneId zone) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(iso(written)).toInstant());
    } catch (DateTimeException notRfc3339) {
      return ofPlatform(written).or(() -> withOffset(written, zone));
    }
  }

  private static Optional<Instant> ofPlatform(String written) {
    for (DateTimeFormatter platform : OF_PLATFORMS) {
      try {
        return Optional.of(OffsetDateTime.parse(written, platform).toInstant());
      } catch (DateTimeException another) {
        continue;
      }
    }
    return Optional.empty();
  }

  /** A clock in the office's zone, or with an offset behind it. One that is none is no time. */
  private static Optional<Instant> withOffset(String written, ZoneId zone) {
    int sign = Math.max(written.indexOf('+'), written.indexOf('-', written.lastIndexOf(':')));
    if (sign < 0 || written.indexOf('+') < 0 && written.indexOf(':') < 0) {
      return local(written, zone);
    }
    try {
      ZoneOffset offset = ZoneOffset.of(written.substring(sign).strip());
      return local(written.substring(0, sign), offset);
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** RFC 3339, 5.6: a space may stand for the T. Its years have four digits and no sign. */
  static String iso(String written) {
    if (written.startsWith("+") || written.startsWith("-")) {
      throw new DateTimeException("a year with a sign");
    }
    boolean spaced = written.length() > 10 && written.charAt(10) == ' ';
    return spaced ? written.substring(0, 10) + 'T' + written.substring(11) : written;
  }

  private static Optional<Instant> local(String written, ZoneId zone) {
    List<String> words = words(written.toLowerCase(Locale.ROOT));
    List<Integer> numbers = new ArrayList<>();
    int halfDay = 0;
    int named = 0;
    boolean monthFirst = false;
    ZoneId where = zone;
    for (String word : words) {
      int month = month(word);
      if (Character.isDigit(word.charAt(0))) {
        if (word.length() > 9) {
          return Optional.empty();
        }
        numbers.add(Integer.parseInt(word));
      } else if (month > 0 && numbers.size() <= 1 && named == 0) {
        named = month;
        monthFirst = numbers.isEmpty();
        if (!monthFirst) {
          numbers.add(month);
        }
      } else {
        halfDay = word.equals("pm") ? 2 : word.equals("am") ? 1 : halfDay;
        where = zone(word).orElse(where);
      }
    }
    if (monthFirst && !numbers.isEmpty()) {
      numbers.add(1, named); // Nov 22, 2026
    }
    return moment(numbers, halfDay, where);
  }

  /**
   * @param halfDay 1 before noon, 2 after it; 0 where the hours count to 24
   */
  private static Optional<Instant> moment(List<Integer> numbers, int halfDay, ZoneId zone) {
    if (numbers.size() < 3) {
      return Optional.empty();
    }
    boolean yearFirst = numbers.getFirst() > 31;
    int year = numbers.get(yearFirst ? 0 : 2);
    int day = numbers.get(yearFirst ? 2 : 0);
    int clock = at(numbers, 3);
    int hour = halfDay == 0 ? clock : clock % 12 + 12 * (halfDay - 1);
    try {
      return Optional.of(
          LocalDateTime.of(
                  year < 100 ? 2000 + year : year,
                  numbers.get(1),
                  day,
                  hour,
                  at(numbers, 4),
                  at(numbers, 5))
              .atZone(zone)
              .toInstant());
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static int at(List<Integer> numbers, int place) {
    return place < numbers.size() ? numbers.get(place) : 0;
  }

  private static Optional<ZoneId> zone(String word) {
    return switch (word) {
      case "wib" -> Optional.of(ZoneId.of("Asia/Jakarta"));
      case "wita" -> Optional.of(ZoneId.of("Asia/Makassar"));
      case "wit" -> Optional.of(ZoneId.of("Asia/Jayapura"));
      case "utc", "gmt", "z" -> Optional.of(ZoneId.of("UTC"));
      default -> Optional.empty();
    };
  }

  private static int month(String word) {
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).stream().anyMatch(word::startsWith)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Runs of digits and runs of letters, in their order. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int kind = kind(text.charAt(from));
      int to = from + 1;
      while (to < text.length() && kind(text.charAt(to)) == kind) {
        to++;
      }
      if (kind != 0) {
        words.add(text.substring(from, to));
      }
      from = to;
    }
    return words;
  }

  private static int kind(char c) {
    if (c >= '0' && c <= '9') {
      return 1;
    }
    return Character.isLetter(c) ? 2 : 0;
  }
}
