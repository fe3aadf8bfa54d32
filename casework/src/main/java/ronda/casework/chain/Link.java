package ronda.casework.chain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One entry of a chain (mata rantai). Its hash covers all that it says and the hash of the entry
 * before it, so that no entry can be changed, taken out or slipped in without breaking all that
 * follow.
 *
 * @param number counts up from 1 within its chain
 * @param at when, to the microsecond: what a database keeps
 * @param actor who, as it shall be read in ten years: a name, not a key that may be reused
 * @param act what was done, a stable word such as {@code job-taken}
 * @param subject what it was done to, such as {@code job:0198…}
 * @param body whatever else must be known, as one line of JSON
 * @param before the hash of the entry before; {@link Hash#NONE} for the first
 * @param hash the hash of this entry
 */
public record Link(
    long number,
    Instant at,
    String actor,
    String act,
    String subject,
    String body,
    Hash before,
    Hash hash) {
  /** The actor of what Ronda does by itself, so that nobody takes it for a person's act. */
  public static final String RONDA = "Ronda";

  /** What is to be entered, before it has its place in a chain. */
  public record Entry(Instant at, String actor, String act, String subject, String body) {
    public Entry {
      if (actor.isBlank() || act.isBlank()) {
        throw new IllegalArgumentException("an entry names who did what");
      }
      at = at.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /** {@code entry} as the first of a chain. */
  public static Link first(Entry entry) {
    return at(1, entry, Hash.NONE);
  }

  /** {@code entry} as the one that follows this. */
  public Link then(Entry entry) {
    return at(number + 1, entry, hash);
  }

  /** {@code entry} at this place of a chain. */
  public static Link at(long number, Entry entry, Hash before) {
    return new Link(
        number,
        entry.at(),
        entry.actor(),
        entry.act(),
        entry.subject(),
        entry.body(),
        before,
        Hash.of(number, entry, before));
  }

  /** Whether the hash is what the words give: false once a word was changed. */
  public boolean isSound() {
    return Hash.of(number, new Entry(at, actor, act, subject, body), before).equals(hash);
  }
}
