package ronda.casework.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * How an office numbers its letters (tata penomoran), such as {@code B-{n}/{unit}/{roman}/{year}}.
 *
 * @param pattern with {@code {n}} for the count within the year, or {@code {nnn}} for three digits
 *     at least; {@code {unit}}, {@code {month}}, {@code {roman}} and {@code {year}}
 * @param unit what stands for {@code {unit}}
 */
public record Scheme(String pattern, String unit) {
  private static final int LONGEST = 100;
  private static final List<String> ROMAN =
      List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

  public Scheme {
    if (!isOne(pattern) || unit.length() > LONGEST || !isPlain(unit)) {
      throw new IllegalArgumentException(
          "a scheme has {n} and {year} and at most 100 plain characters, was '" + pattern + "'");
    }
  }

  /** Whether letters can be numbered so: without count and year, two letters would share one. */
  public static boolean isOne(String pattern) {
    return pattern.length() <= LONGEST
        && (pattern.contains("{n}") || pattern.contains("{nnn}"))
        && pattern.contains("{year}")
        && isPlain(pattern);
  }

  /** A number stands in the subject of a mail and in a file's name. */
  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 127 && c != '"' && c != '<' && c != '>');
  }

  /** The number of the {@code count}th letter of the year in which {@code day} lies. */
  public String number(int count, LocalDate day) {
    return pattern
        .replace("{nnn}", String.format(Locale.ROOT, "%03d", count))
        .replace("{n}", Integer.toString(count))
        .replace("{month}", String.format(Locale.ROOT, "%02d", day.getMonthValue()))
        .replace("{roman}", ROMAN.get(day.getMonthValue() - 1))
        .replace("{year}", Integer.toString(day.getYear()))
        .replace("{unit}", unit);
  }
}
