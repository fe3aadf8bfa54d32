package ronda.casework.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The notices that one office may see: its own, and those that reach its place. */
public interface Notices {
  /**
   * Keeps a notice of this office. False, and nothing happens, if it is known already: the notice,
   * or the file that this office brought in. What another office brought in is its own.
   */
  boolean send(Notice notice);

  /** What this office brought in as the file with this number. */
  Optional<Notice> ofFile(UUID file);

  /** Writes down that a notice of this office no longer holds. */
  void withdraw(UUID id, Notice.Withdrawal withdrawal);

  Optional<Notice> byId(UUID id);

  /** The latest first. */
  List<Notice> list(int from, int limit);

  long count();

  /** How many were neither read by this office, nor sent by it, nor withdrawn. */
  long unread();

  /** Whether this office has read it. */
  boolean isRead(UUID id);

  /** Which of these this office has read. */
  Set<UUID> readAmong(Collection<UUID> ids);

  /** Writes down that this office has read it. Only the first time counts. */
  void read(UUID id, Instant at);

  /** Which offices have read a notice of this office, the first one first. */
  List<Receipt> receipts(UUID id);

  /**
   * That an office has read a notice (tanda baca).
   *
   * @param office its name; which person read it is not told
   */
  record Receipt(String office, Instant at) {}
}
