package ronda.casework.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wrote to this office (balasan), by mail or typed in by an officer.
 *
 * @param referral which referral it answers; empty while nobody knows
 * @param key what makes it this very reply: a mail's Message-ID, or the id of what was typed
 * @param from who wrote it
 * @param at when it came
 * @param text its words, without markup, cut where it was too long
 * @param automatic whether a machine wrote it: then nobody has answered yet
 * @param attachments the names and sizes of what hung on it; none of it is opened here
 */
public record Reply(
    UUID id,
    Optional<UUID> referral,
    String key,
    String from,
    Instant at,
    String subject,
    String text,
    List<String> attachments,
    boolean automatic) {
  /** How much of a reply is kept, in characters. */
  public static final int LONGEST = 50_000;

  public Reply {
    attachments = List.copyOf(attachments);
  }
}
