package ronda.casework.evidence;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import ronda.casework.chain.Body;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;

/**
 * Somebody, or a program, had to do with an item (penanganan). Every touch is written down before
 * it takes effect.
 *
 * @param why in that person's words; never empty
 * @param before the item's hash before; {@link Hash#NONE} when it is kept
 * @param after the item's hash afterwards: the same, unless the item was touched in another sense
 */
public record Touch(UUID item, Act act, String why, Hash before, Hash after, State state) {
  /** What was done. */
  public enum Act {
    KEPT,
    STAMPED,
    ASKED,
    AGREED,
    DECLINED,
    OPENED,
    /** A veil of its picture was shown: nobody saw more of it. */
    VEILED,
    /** Who has it open asked to see its picture as it is. */
    UNVEILED,
    /** A bundle with it is being made; whether it was, a further touch says. */
    BUNDLING,
    /** The bundle with it is kept. Once this was written beforehand, in the place of the above. */
    BUNDLED,
    /** The bundle came to nothing: making it failed. */
    NOT_BUNDLED,
    CARRIED_OUT,
    /** Its bytes were destroyed, by decision of two persons. */
    DESTROYED;

    /** The stable word in the chain, such as {@code carried-out}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** In which custody the item is afterwards (status penguasaan). */
  public enum State {
    /** It lies encrypted, and nobody sees it. */
    SEALED,
    /** A named person may see it for a short time. */
    OPEN,
    /** A copy of it left the desk. */
    HANDED_OVER,
    /** Nothing but its hash is here. */
    NOT_KEPT;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Touch {
    if (why.isBlank()) {
      throw new IllegalArgumentException("a touch has a reason");
    }
  }

  /** The touch as an entry of the custody chain of a case. */
  public Link.Entry entry(Instant at, String who) {
    return new Link.Entry(
        at,
        who,
        act.code(),
        "item:" + item,
        Body.of(
            Map.of(
                "why", why, "before", before.hex(), "after", after.hex(), "state", state.code())));
  }
}
