package ronda.server.referral;

import java.time.Instant;
import java.util.Optional;
import ronda.letters.mail.OutgoingMail;
import ronda.letters.pgp.RecipientKey;

/**
 * All that leaves the house with one letter, as a page shows it beforehand (yang keluar). It is
 * made of the very mail that would be handed over: head, words, attachments, and for whom it is
 * encrypted.
 *
 * @param mail as it would leave now; its time and its Message-ID are those of the moment it does
 * @param key the recipient's OpenPGP key, or why it is none; empty where nobody entered one
 * @param noMail why it cannot go by mail, as a stable word; empty if it can
 * @param json the data file, which a recipient's interface is given alone
 * @param endpoint the recipient's interface; empty for most
 */
record Leaving(
    OutgoingMail mail,
    Optional<RecipientKey.Answer> key,
    String noMail,
    String json,
    String endpoint) {

  /** How a mail is locked. */
  enum Lock {
    /** Anybody on the way can read it. */
    NONE,
    /** For the holder of one key. */
    ENCRYPTED,
    /** There is a key, and it no longer serves: nothing leaves in plain instead. */
    UNUSABLE
  }

  /**
   * What leaves with this mail.
   *
   * @param armour the recipient's key; empty for none
   */
  static Leaving of(
      OutgoingMail mail, String armour, Instant now, String noMail, String json, String endpoint) {
    Optional<RecipientKey.Answer> key =
        armour.isBlank() ? Optional.empty() : Optional.of(RecipientKey.read(armour, now));
    return new Leaving(mail, key, noMail, json, endpoint);
  }

  public Lock lock() {
    return key.isEmpty() ? Lock.NONE : readable().isEmpty() ? Lock.UNUSABLE : Lock.ENCRYPTED;
  }

  private Optional<RecipientKey> readable() {
    return key.filter(RecipientKey.Answer.Read.class::isInstance)
        .map(RecipientKey.Answer.Read.class::cast)
        .map(RecipientKey.Answer.Read::key);
  }

  /** Whose key it is, as it says itself; empty where nothing is encrypted. */
  public String owner() {
    return readable().map(RecipientKey::owner).orElse("");
  }

  public String fingerprint() {
    return readable().map(RecipientKey::fingerprint).orElse("");
  }

  /** Whether a copy comes to our own mailbox, which proves that the mail server took it. */
  public boolean isCopied() {
    return !mail.from().equalsIgnoreCase(mail.to());
  }
}
