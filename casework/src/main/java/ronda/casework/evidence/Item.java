package ronda.casework.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import ronda.casework.chain.Body;
import ronda.casework.chain.Hash;

/**
 * One thing that is kept as evidence (barang bukti): facts about how it came here, and its parts.
 * It never changes once it is kept, until it is destroyed: then facts that may hold words are gone,
 * and its hash is as it was.
 *
 * @param facts what was written down when it was kept: who, when, why, from where, with which
 *     program; in any order, the record has one
 * @param shortened the hash of the whole record, where facts of it are gone; empty where none are
 */
public record Item(
    UUID id, Kind kind, Map<String, String> facts, List<Part> parts, Optional<Hash> shortened) {
  /** How it came to be kept. The code stands in the case's history for ever. */
  public enum Kind {
    /** A post as it was collected. */
    POST("post"),
    /** A page as a program saw it. */
    CAPTURE("capture"),
    /** A file that somebody brought. */
    FILE("file"),
    /** An intimate picture: two persons open it. */
    PICTURE("picture"),
    /** Nothing but the hash was kept. */
    HASH_ONLY("hash-only");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    /**
     * The kind of this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Kind of(String code) {
      for (Kind kind : values()) {
        if (kind.code.equals(code)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no kind of evidence is called '" + code + "'");
    }
  }

  /** An item with all its facts. */
  public Item(UUID id, Kind kind, Map<String, String> facts, List<Part> parts) {
    this(id, kind, facts, parts, Optional.empty());
  }

  public Item {
    facts = Map.copyOf(facts);
    parts = List.copyOf(parts);
    Set<String> names = new HashSet<>();
    for (Part part : parts) {
      if (!names.add(part.name()) || part.name().equals("record.json")) {
        throw new IllegalArgumentException("two parts of " + id + " are called " + part.name());
      }
    }
  }

  /**
   * All that is known of the item as one line of JSON, always the same for the same item: {@code
   * {"facts":{…},"item":"…","kind":"…","parts":[{"name":…,"sha256":…,"size":…,"type":…}]}}. Every
   * value is a string.
   */
  public String record() {
    String listed =
        parts.stream()
            .map(
                part ->
                    Body.of(
                        Map.of(
                            "name", part.name(),
                            "type", part.type(),
                            "size", Long.toString(part.size()),
                            "sha256", part.sha256().hex())))
            .collect(Collectors.joining(","));
    String about = Body.of(new TreeMap<>(Map.of("item", id.toString(), "kind", kind.code)));
    return "{\"facts\":"
        + Body.of(facts)
        + ","
        + about.substring(1, about.length() - 1)
        + ",\"parts\":["
        + listed
        + "]}";
  }

  /** The item's hash: of its whole record, which holds the hash of every part. */
  public Hash hash() {
    return shortened.orElseGet(() -> Hash.of(record()));
  }

  /** The same, of which the whole record had this hash: it may have lost facts since. */
  public Item shortenedFrom(Hash whole) {
    return Hash.of(record()).equals(whole)
        ? this
        : new Item(id, kind, facts, parts, Optional.of(whole));
  }

  /** Whether this may stay of an item that is destroyed: known to hold no word of a post. */
  public static boolean staysWhenDestroyed(String fact, String value) {
    return switch (fact) {
      case "keptAt", "keptBy", "tool", "post", "capturedAt", "zone", "urlHash", "status", "how" ->
          true;
      // Why it failed is told in the browser's own words, and they may name an address.
      case "browser" -> !value.startsWith("the browser failed");
      default -> false;
    };
  }
}
