package ronda.casework.referral;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * On which days offices work (hari kerja): not on Saturday and Sunday, and not on public holidays.
 * Beyond the years of the list only weekends are known; {@link #knows} says so.
 *
 * @param holidays each with its name
 */
public record WorkingDays(Map<LocalDate, String> holidays, ZoneId zone) {
  /** No Indonesian year has had fewer public holidays. */
  private static final int FEWEST_A_YEAR = 10;

  public WorkingDays {
    holidays = Map.copyOf(holidays);
  }

  /**
   * The list that comes with Ronda, {@code holidays.tsv}, whose head names its sources: not checked
   * by an officer.
   */
  public static WorkingDays shipped(ZoneId zone) {
    try (InputStream in = WorkingDays.class.getResourceAsStream("holidays.tsv")) {
      if (in == null) {
        throw new IllegalStateException("holidays.tsv is missing from the class path");
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), zone);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read holidays.tsv", broken);
    }
  }

  /** A list: a date, a tab, what it is, a tab, a name; lines that begin with # are remarks. */
  static WorkingDays read(String tsv, ZoneId zone) {
    return new WorkingDays(Map.of(), zone).and(tsv);
  }

  /**
   * The same, with the days of a further list: an office's own.
   *
   * @param tsv a date, a tab, what it is, a tab, a name; lines that begin with # are remarks
   * @throws IllegalArgumentException if a line is no such; it is named
   */
  public WorkingDays and(String tsv) {
    Map<LocalDate, String> all = new TreeMap<>(holidays);
    tsv.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(
            line -> {
              String[] parts = line.split("\t", -1);
              if (parts.length < 3) {
                throw new IllegalArgumentException("not a holiday: '" + line + "'");
              }
              all.put(day(parts[0], line), parts[2]);
            });
    return new WorkingDays(all, zone);
  }

  private static LocalDate day(String text, String line) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException odd) {
      throw new IllegalArgumentException("not a holiday: '" + line + "'", odd);
    }
  }

  public boolean isWorking(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidays.containsKey(day);
  }

  /** Whether the holidays of this year are known, and not only one or another of them. */
  public boolean knows(int year) {
    return holidays.keySet().stream().filter(day -> day.getYear() == year).count() >= FEWEST_A_YEAR;
  }

  /** The first year from the one day to the other of which the holidays are not known. */
  public Optional<Integer> firstUnknown(LocalDate from, LocalDate until) {
    return IntStream.rangeClosed(from.getYear(), until.getYear())
        .filter(year -> !knows(year))
        .boxed()
        .findFirst();
  }

  /** The day on which so many working days have passed; {@code from} itself does not count. */
  public LocalDate plus(LocalDate from, int days) {
    LocalDate day = from;
    for (int passed = 0; passed < days; ) {
      day = day.plusDays(1);
      if (isWorking(day)) {
        passed++;
      }
    }
    return day;
  }
}
