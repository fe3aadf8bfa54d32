package ronda.proof.bundle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ronda.casework.chain.Link;
import ronda.casework.evidence.Item;

/**
 * What goes into a bundle (berkas bukti): one case with all that is kept of it.
 *
 * @param number the case's number
 * @param chain its history, whole
 * @param custody every touch of its items, whole
 * @param items all its items, in the order they were kept
 * @param reports pages for people to print, such as {@code case.pdf}, by name
 */
public record Bundle(
    String number,
    String office,
    String region,
    String category,
    String by,
    Instant at,
    List<Link> chain,
    List<Link> custody,
    List<Kept> items,
    Map<String, Content> reports) {
  /** The format's name, in the manifest and in the seal. */
  public static final String FORMAT = "ronda-bundle/1";

  public Bundle {
    chain = List.copyOf(chain);
    custody = List.copyOf(custody);
    items = List.copyOf(items);
    reports = Map.copyOf(reports);
  }

  /** The same with these pages for people to print. */
  public Bundle with(Map<String, Content> reports) {
    return new Bundle(number, office, region, category, by, at, chain, custody, items, reports);
  }

  /**
   * An item with what of it goes along.
   *
   * @param name what people call it; empty if it has no name
   * @param parts by name; a part that is not there is withheld, and the bundle says so
   * @param stamp the time stamp of the item's record
   */
  public record Kept(String name, Item item, Map<String, Content> parts, Optional<byte[]> stamp) {
    /** An item without a name. */
    public Kept(Item item, Map<String, Content> parts, Optional<byte[]> stamp) {
      this("", item, parts, stamp);
    }

    public Kept {
      parts = Map.copyOf(parts);
    }
  }
}
