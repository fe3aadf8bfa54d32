package ronda.casework.referral;

import java.util.UUID;
import ronda.casework.authority.Recipient;

/**
 * One who gets letters from this office (alamat penerima): a directorate, a police station, a bank.
 *
 * @param kind what it may do, and therefore which form it is sent
 * @param name as it stands on the letter
 * @param postal the place it is written to, several lines; empty if nobody entered it
 * @param email empty if letters are handed over otherwise
 * @param key its public OpenPGP key, in armour; empty if none is known
 * @param endpoint where its interface takes referrals, {@code https://…}; empty for most
 * @param target until when this office wants an answer
 */
public record Addressee(
    UUID id,
    Recipient kind,
    String name,
    String postal,
    String email,
    String key,
    String endpoint,
    Target target) {
  /** How long a name may be, in characters. */
  public static final int LONGEST_NAME = 200;

  public Addressee {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "an addressee has a name of at most " + LONGEST_NAME + " characters, was '" + name + "'");
    }
  }
}
