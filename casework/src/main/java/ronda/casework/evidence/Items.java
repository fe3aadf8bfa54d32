package ronda.casework.evidence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;

/** The evidence of an office's cases, and the record of who touched it. */
public interface Items {
  /** An item of a case, after all that were kept of it before. */
  void keep(UUID file, Item item);

  /** The items of a case, in the order they were kept. */
  List<Item> ofCase(UUID file);

  /** An item, with the case that it belongs to. */
  Optional<Kept> byId(UUID item);

  /**
   * Cases of which a part has these very bytes, at most {@code limit}. A part of no bytes is like
   * any other such part and is not looked for.
   */
  List<UUID> casesWith(Hash part, int limit);

  /**
   * What a picture among the parts of a kept item looks like, whole and without its margins.
   *
   * @throws IllegalArgumentException if there are more than {@value #MOST_LOOKS} or none
   */
  void keepLooks(UUID item, String part, List<Look> looks);

  /**
   * Cases with a picture of which a look is near to one of these, nearest first.
   *
   * @param bitsApart how far apart they may be at most, of {@value Look#BITS}
   */
  List<Alike> casesLike(List<Look> looks, int bitsApart, int limit);

  /** One more touch in the custody chain of a case. */
  Link touch(UUID file, Link.Entry entry);

  /** All touches of a case's items, from the first. */
  List<Link> custodyOf(UUID file);

  /** How many looks one picture has at most. */
  int MOST_LOOKS = 4;

  /**
   * A case with a similar picture.
   *
   * @param file the case's id
   * @param bitsApart in how many bits the two nearest looks differ
   */
  record Alike(UUID file, int bitsApart) {}

  /**
   * An item where it lies.
   *
   * @param file the case's id
   */
  record Kept(UUID file, Item item) {}
}
