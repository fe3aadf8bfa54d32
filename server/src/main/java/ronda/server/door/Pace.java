package ronda.server.door;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * How often somebody may come: so many times a minute, all of them at once if one likes. Counted in
 * this process alone, and for so many callers at most; who came longest ago is forgotten first.
 * Safe to share.
 */
public final class Pace {
  private static final int MOST_CALLERS = 20_000;
  private static final double MINUTE = 60e9;

  private final int aMinute;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets;

  private record Bucket(double left, long at) {}

  /**
   * @param aMinute at least 1
   * @param nanos a clock that only runs forward, in nanoseconds
   */
  public Pace(int aMinute, LongSupplier nanos) {
    if (aMinute < 1) {
      throw new IllegalArgumentException("a pace is 1 a minute at least, was " + aMinute);
    }
    this.aMinute = aMinute;
    this.nanos = nanos;
    this.buckets =
        new LinkedHashMap<>(64, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
          }
        };
  }

  /** Empty if {@code caller} may come now; otherwise after how many seconds. */
  public synchronized OptionalLong mustWait(String caller) {
    long now = nanos.getAsLong();
    Bucket before = buckets.getOrDefault(caller, new Bucket(aMinute, now));
    double left = Math.min(aMinute, before.left + (now - before.at) / MINUTE * aMinute);
    if (left < 1) {
      buckets.put(caller, new Bucket(left, now));
      return OptionalLong.of((long) Math.ceil((1 - left) * MINUTE / aMinute / 1e9));
    }
    buckets.put(caller, new Bucket(left - 1, now));
    return OptionalLong.empty();
  }
}
