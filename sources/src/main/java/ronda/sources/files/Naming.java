package ronda.sources.files;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a file calls our fields (penamaan kolom).
 *
 * @param ours our name of each of the file's columns that is read, by the file's own name; empty
 *     where the file uses our names
 * @param zone where a time without a zone was written down; empty where such a time is refused, as
 *     it is where the file keeps to our own format
 */
public record Naming(Map<String, String> ours, Optional<ZoneId> zone) {
  /** The fields that a person may point at a column. */
  public static final Set<String> FIELDS =
      Set.of("id", "text", "author", "platform", "url", "postedAt", "region");

  /** The file uses our names, and times as RFC 3339 has them. */
  public static final Naming OURS = new Naming(Map.of(), Optional.empty());

  public Naming {
    ours = Map.copyOf(ours);
    if (!FIELDS.containsAll(ours.values())) {
      throw new IllegalArgumentException("our fields are " + FIELDS + ", was " + ours.values());
    }
    if (Set.copyOf(ours.values()).size() < ours.size()) {
      throw new IllegalArgumentException("two columns stand for the same field: " + ours);
    }
    if (!ours.isEmpty() && !ours.containsValue("text")) {
      throw new IllegalArgumentException("no column stands for the text: " + ours);
    }
  }

  boolean isForeign() {
    return !ours.isEmpty();
  }

  /** Our name of a column; empty if it is not read. */
  String ours(String theirs) {
    return isForeign() ? ours.getOrDefault(theirs, "") : theirs;
  }
}
