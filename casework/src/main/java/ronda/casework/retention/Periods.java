package ronda.casework.retention;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long an office keeps each kind of record (masa simpan).
 *
 * @param days for every kind, 1 to {@link RecordKind#MOST_DAYS}; what is missing is as usual
 */
public record Periods(Map<RecordKind, Integer> days) {
  /** What holds where an office has set nothing. */
  public static final Periods ORDINARY = new Periods(Map.of());

  public Periods {
    EnumMap<RecordKind, Integer> all = new EnumMap<>(RecordKind.class);
    for (RecordKind kind : RecordKind.values()) {
      int kept = days.getOrDefault(kind, kind.ordinaryDays());
      if (kept < 1 || kept > RecordKind.MOST_DAYS) {
        throw new IllegalArgumentException(
            kind.code() + " is kept 1.." + RecordKind.MOST_DAYS + " days, was " + kept);
      }
      all.put(kind, kept);
    }
    days = Map.copyOf(all);
  }

  public Duration of(RecordKind kind) {
    return Duration.ofDays(daysOf(kind));
  }

  public int daysOf(RecordKind kind) {
    return days.getOrDefault(kind, kind.ordinaryDays());
  }
}
