package ronda.casework.referral;

import java.util.EnumSet;
import java.util.Set;
import ronda.casework.authority.Recipient;
import ronda.casework.chain.Hash;

/**
 * To whom a letter goes, as a person saw it when the letter was written (tujuan surat). What an
 * addressee is called and where it is reached may change since; what the letter says is for the one
 * it was written to.
 *
 * @param keyHash of its OpenPGP key as it was entered; empty for none
 */
public record Destination(
    Recipient kind, String name, String email, String endpoint, String keyHash) {

  public static Destination of(Addressee addressee) {
    return new Destination(
        addressee.kind(),
        addressee.name(),
        addressee.email(),
        addressee.endpoint(),
        addressee.key().isEmpty() ? "" : Hash.of(addressee.key()).hex());
  }

  /** What is no longer as it was. */
  public enum Change {
    /** It is another kind of recipient: what it may read is another letter. */
    KIND(true),
    /** It is not written to any more. */
    RETIRED(true),
    NAME(false),
    EMAIL(false),
    ENDPOINT(false),
    KEY(false);

    private final boolean anew;

    Change(boolean anew) {
      this.anew = anew;
    }

    /** Whether no word of a person's is enough: the letter is written anew. */
    public boolean wantsNewLetter() {
      return anew;
    }
  }

  /** What has changed since; empty if a letter may leave. */
  public Set<Change> changes(Addressee now, boolean retired) {
    Destination other = of(now);
    Set<Change> changes = EnumSet.noneOf(Change.class);
    add(changes, Change.KIND, kind != other.kind);
    add(changes, Change.RETIRED, retired);
    add(changes, Change.NAME, !name.equals(other.name));
    add(changes, Change.EMAIL, !email.equals(other.email));
    add(changes, Change.ENDPOINT, !endpoint.equals(other.endpoint));
    add(changes, Change.KEY, !keyHash.equals(other.keyHash));
    return changes;
  }

  private static void add(Set<Change> changes, Change change, boolean happened) {
    if (happened) {
      changes.add(change);
    }
  }
}
