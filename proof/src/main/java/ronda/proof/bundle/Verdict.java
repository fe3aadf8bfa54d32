package ronda.proof.bundle;

import java.util.List;
import java.util.Optional;
import ronda.casework.chain.Hash;
import ronda.proof.stamp.Stamp;

/** What came of checking a file that left the desk (hasil pemeriksaan). */
public sealed interface Verdict {
  /** Not a byte differs from what was written. */
  record Intact(Facts facts) implements Verdict {}

  /** It is not as it was written; at least one fault, and no more than a hundred. */
  record Altered(List<Fault> faults) implements Verdict {
    public Altered {
      faults = List.copyOf(faults);
      if (faults.isEmpty()) {
        throw new IllegalArgumentException("altered, and no fault is named");
      }
    }
  }

  /** It is nothing of ours, or cannot be read. */
  record Unreadable(String reason) implements Verdict {}

  /**
   * What an intact file says of itself.
   *
   * @param subject what it is about, such as {@code case:2026-000123}
   * @param counts how many steps, touches, items, … it holds, by name
   * @param sha256 the hash of the whole file: to be compared with one kept elsewhere
   * @param stamp the time stamp of its manifest, if it has one
   */
  record Facts(
      String format,
      String subject,
      String by,
      String at,
      List<Count> counts,
      Hash sha256,
      Optional<Stamp> stamp) {
    public Facts {
      counts = List.copyOf(counts);
    }
  }

  /** How many there are of something. */
  record Count(String of, int number) {}
}
