package ronda.casework.referral;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import ronda.casework.authority.Recipient;

/**
 * One who gets letters from this office (penerima surat): a directorate, a police station, a bank.
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

  /** Domains in which strangers have their mail: there the domain says nothing of who writes. */
  private static final Set<String> OF_STRANGERS =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "yahoo.com",
          "yahoo.co.id",
          "ymail.com",
          "rocketmail.com",
          "outlook.com",
          "outlook.co.id",
          "hotmail.com",
          "live.com",
          "icloud.com",
          "aol.com",
          "proton.me",
          "protonmail.com",
          "zoho.com");

  public Addressee {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "an addressee has a name of at most " + LONGEST_NAME + " characters, was '" + name + "'");
    }
  }

  /**
   * Whether a mail from this address comes out of the addressee's own house: from the domain that
   * letters go to, or from below it; where strangers share that domain, from the very address. An
   * address can be forged: this says who may be heard, not who it was.
   */
  public boolean mayHaveWritten(String from) {
    String own = email.toLowerCase(Locale.ROOT);
    String other = from.toLowerCase(Locale.ROOT);
    String domain = own.substring(own.lastIndexOf('@') + 1);
    if (domain.isEmpty() || OF_STRANGERS.contains(domain)) {
      return !own.isEmpty() && other.equals(own);
    }
    return other.endsWith("@" + domain) || other.indexOf('@') >= 0 && other.endsWith("." + domain);
  }
}
