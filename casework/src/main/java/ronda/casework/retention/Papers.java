package ronda.casework.retention;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many papers a case holds (berkas kasus), without those that were destroyed before.
 *
 * @param items of evidence, intimate pictures and mere hashes too
 * @param bytes of those parts together of which the bytes lie here, before they were sealed
 * @param captures pages that somebody wanted captured, whatever came of it
 */
public record Papers(
    long items,
    long bytes,
    long bundles,
    long captures,
    long letters,
    long replies,
    long objections) {
  public Papers {
    if (items < 0 || bytes < 0 || bundles < 0) {
      throw new IllegalArgumentException("a case holds no fewer than none");
    }
    if (captures < 0 || letters < 0 || replies < 0 || objections < 0) {
      throw new IllegalArgumentException("a case holds no fewer than none");
    }
  }

  /** By the stable names that a case's history has for them; all of them. */
  public SortedMap<String, Long> counts() {
    SortedMap<String, Long> counts = new TreeMap<>();
    counts.put("items", items);
    counts.put("bytes", bytes);
    counts.put("bundles", bundles);
    counts.put("captures", captures);
    counts.put("letters", letters);
    counts.put("replies", replies);
    counts.put("objections", objections);
    return counts;
  }
}
