package ronda.casework.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ronda.casework.office.Region;

/**
 * A warning from one office to others that a way of working was seen (peringatan dini). It is the
 * one thing that crosses from office to office, so it holds nothing about a person: {@link
 * Anonymity} sees to that before it is sent. The office that sends it is named, its officer is not.
 *
 * @param audience the places that are warned; empty for all
 * @param withdrawal that it no longer holds, and why; the notice itself stays
 */
public record Notice(
    UUID id,
    Sender sender,
    Instant sentAt,
    Text text,
    List<Region> audience,
    Optional<Withdrawal> withdrawal) {
  /** How many places one notice may name. */
  public static final int MOST_REGIONS = 50;

  public Notice {
    audience = List.copyOf(audience);
    if (audience.size() > MOST_REGIONS || audience.contains(Region.UNKNOWN)) {
      throw new IllegalArgumentException(
          "a notice names at most " + MOST_REGIONS + " known places, or none for all");
    }
  }

  /** Whether an office of this place is warned: its place lies in a warned one, or holds one. */
  public boolean reaches(Region place) {
    return audience.isEmpty() || audience.stream().anyMatch(warned -> reaches(warned, place));
  }

  /** Whether a warning for one place reaches an office of another. */
  public static boolean reaches(Region warned, Region place) {
    return warned.holds(place) || place.holds(warned);
  }

  /** The same notice, withdrawn. The first withdrawal stands. */
  public Notice withdrawn(Instant at, String reason) {
    return withdrawal.isPresent()
        ? this
        : new Notice(id, sender, sentAt, text, audience, Optional.of(new Withdrawal(at, reason)));
  }

  /**
   * Which office warns.
   *
   * @param office the office of this installation that sent it, or that brought the file
   * @param name of the office that warns
   * @param file the number that it bears in the file as which it came from another installation:
   *     then nobody has checked that the named office wrote it; empty if it was written here
   */
  public record Sender(UUID office, String name, Region region, Optional<UUID> file) {
    /** An office of this installation, which wrote the notice here. */
    public Sender(UUID office, String name, Region region) {
      this(office, name, region, Optional.empty());
    }

    public boolean fromFile() {
      return file.isPresent();
    }
  }

  /** The number that it bears wherever it goes as a file. */
  public UUID number() {
    return sender.file().orElse(id);
  }

  /** Why a notice no longer holds (penarikan). */
  public record Withdrawal(Instant at, String reason) {
    public static final int LONGEST_REASON = 500;

    public Withdrawal {
      if (reason.isBlank() || reason.length() > LONGEST_REASON) {
        throw new IllegalArgumentException("a notice is withdrawn for a reason, told in short");
      }
    }
  }

  /**
   * What a notice says.
   *
   * @param modus the title of the way of working; empty if it has none yet
   * @param lookFor by what others can recognise it, one thing a line
   * @param advice what they can do and tell the public
   */
  public record Text(String title, String modus, String lookFor, String advice) {
    public static final int LONGEST_TITLE = 160;

    /** How long each of the others may be, in characters. */
    public static final int LONGEST = 4_000;

    public Text {
      title = title.strip();
      modus = modus.strip();
      lookFor = lookFor.strip();
      advice = advice.strip();
      if (isFlawed(title, modus, lookFor, advice)) {
        throw new IllegalArgumentException("a notice has a title, signs to look for, and advice");
      }
    }

    /** Whether something is missing or too long. */
    public static boolean isFlawed(String title, String modus, String lookFor, String advice) {
      return title.isBlank()
          || lookFor.isBlank()
          || advice.isBlank()
          || title.length() > LONGEST_TITLE
          || modus.length() > LONGEST_TITLE
          || lookFor.length() > LONGEST
          || advice.length() > LONGEST;
    }
  }
}
