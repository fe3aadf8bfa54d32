package ronda.casework.transparency;

import java.time.Instant;
import java.util.UUID;
import ronda.casework.chain.Hash;

/**
 * What an office told the public of one period (laporan transparansi). It never changes: what turns
 * out wrong is answered by a further version.
 *
 * @param officeName as it was when it was published
 * @param version 1 for the first
 * @param reason why there is a further version; empty for the first
 * @param content the report, as JSON: these very letters were published
 */
public record PublishedReport(
    UUID id,
    UUID office,
    String officeName,
    Period period,
    int version,
    String reason,
    Instant at,
    String content) {
  /**
   * A report without what it says.
   *
   * @param latest whether no further version took its place
   */
  public record Head(
      UUID id,
      UUID office,
      String officeName,
      Period period,
      int version,
      boolean latest,
      String reason,
      Instant at,
      Hash sha256) {}

  /** The same without what it says. */
  public Head head(boolean latest) {
    return new Head(id, office, officeName, period, version, latest, reason, at, sha256());
  }

  /** The longest reason, in characters. */
  public static final int LONGEST_REASON = 500;

  public PublishedReport {
    if (version < 1) {
      throw new IllegalArgumentException("versions count from 1, was " + version);
    }
    if (version == 1 != reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException("a further version says why, and only that");
    }
  }

  /** The hash of what was published; the office's audit log has it too. */
  public Hash sha256() {
    return Hash.of(content);
  }
}
