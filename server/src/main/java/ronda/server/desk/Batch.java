package ronda.server.desk;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ronda.casework.office.Permission;
import ronda.server.door.Caller;

/**
 * Posts that came in together, and what became of them (kiriman).
 *
 * @param sender who sent them, by name
 * @param officer the person who sent them; empty where a program did
 * @param name of the file; empty where there was none
 * @param posts how many were read
 * @param found how many have a finding in force, those known already among them
 * @param known how many were kept already
 * @param begun how many review jobs began
 * @param rejected how many lines could not be read
 * @param finished false while it is being read, or if it broke off
 */
public record Batch(
    UUID id,
    Instant at,
    String sender,
    Optional<UUID> officer,
    Way way,
    String name,
    long posts,
    long found,
    long known,
    long begun,
    long rejected,
    boolean finished) {

  /** How posts came in. */
  public enum Way {
    API,
    UPLOAD,
    PASTE,
    SAMPLE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Whether this person may see it. What somebody pasted is for them alone: it may be the first of
   * two words on a post, and the second is not to know whose.
   */
  boolean isFor(UUID reader) {
    return way != Way.PASTE || officer.equals(Optional.of(reader));
  }

  /** Whether this person sent it. */
  boolean isOwn(UUID reader) {
    return officer.equals(Optional.of(reader));
  }

  /**
   * Whether somebody who did not send it may take out the lines that could not be read; that is
   * entered in the audit log. Such a line may hold names, and nobody knows of which place. What a
   * program sent is for whoever looks after the office's programs.
   */
  boolean opensLinesTo(Caller.Person person) {
    boolean program = officer.isEmpty() && (way == Way.API || way == Way.SAMPLE);
    return person.may(Permission.READ_EVERYTHING) || program && person.may(Permission.KEEP_OFFICE);
  }

  /** How many posts have no finding: they were counted and not kept. */
  public long harmless() {
    return posts - found;
  }
}
