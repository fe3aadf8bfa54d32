package ronda.casework.policy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ronda.casework.office.Region;

/** The sampled posts of one office, and how many posts they stand for. */
public interface SamplePosts {
  /** How many were kept in this hour. Within a change, nobody else can keep one meanwhile. */
  long keptIn(Instant hour);

  /**
   * Keeps posts of this hour.
   *
   * @param offered how many posts without a finding came in, kept or not
   */
  void add(Instant hour, long offered, List<SamplePost> kept);

  /** Forgets posts that came in before; answers how many. Their count stays. */
  int forgetBefore(Instant moment);

  /** A post without a finding; nothing in it says who wrote it. */
  record SamplePost(UUID id, String text, String platform, Region region, Instant receivedAt) {}
}
