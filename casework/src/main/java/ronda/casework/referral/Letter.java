package ronda.casework.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ronda.casework.authority.Recipient;

/**
 * All that one letter says (surat). What is not in here does not leave the house: paper, data file
 * and preview are made of it.
 *
 * @param number in the office's own scheme
 * @param day on which it was written, where the office is
 * @param to the recipient's name
 * @param postal the recipient's place, several lines; may be empty
 * @param caseNumber this office's own
 * @param subject what it is about (hal); says <em>dugaan</em>
 * @param facts the fields of the recipient's form, by the name they have there, in its order, and
 *     the code by which the person concerned objects
 * @param bases the laws it cites, by the day of the act
 * @param words what it says beside the fields: for a referral, why it is needed and proportionate
 */
public record Letter(
    UUID id,
    UUID referral,
    Kind kind,
    String number,
    Instant writtenAt,
    LocalDate day,
    Stationery stationery,
    Recipient recipient,
    String to,
    String postal,
    String caseNumber,
    String subject,
    Map<String, String> facts,
    List<Basis> bases,
    String words,
    List<Annex> annex) {

  /** What a letter wants. */
  public enum Kind {
    /** Here is a matter for you to act on. */
    REFERRAL,
    /** We asked, and have not heard from you. */
    REMINDER,
    /** To one's own superior: they have not answered. */
    ESCALATION,
    /** Set aside what we sent you. */
    RECALL
  }

  /**
   * One piece of evidence, by its hash; the thing itself does not go with a letter.
   *
   * @param what such as {@code Tangkapan halaman}
   */
  public record Annex(String what, Instant keptAt, String sha256) {}

  /**
   * A law that a letter cites.
   *
   * @param open whether no jurist has checked the row it stands in: then the letter says so
   */
  public record Basis(String law, boolean open) {
    /** What stands after such a law, in Indonesian as all letters are. */
    public static final String MARK = "(perlu verifikasi)";

    /** The law as it is cited, with its mark. */
    public String shown() {
      return open ? law + " " + MARK : law;
    }
  }

  public Letter {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    bases = List.copyOf(bases);
    annex = List.copyOf(annex);
  }

  /** The same letter with other facts. */
  public Letter with(Map<String, String> other) {
    return new Letter(
        id,
        referral,
        kind,
        number,
        writtenAt,
        day,
        stationery,
        recipient,
        to,
        postal,
        caseNumber,
        subject,
        other,
        bases,
        words,
        annex);
  }
}
