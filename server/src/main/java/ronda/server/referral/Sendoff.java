package ronda.server.referral;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.referral.Addressee;
import ronda.casework.referral.Letter;
import ronda.casework.referral.Sending;
import ronda.casework.referral.Stationery;
import ronda.letters.mail.MailAddress;
import ronda.letters.mail.MailSettings;
import ronda.letters.mail.OfficialInterface;
import ronda.letters.mail.OutgoingMail;
import ronda.letters.pgp.RecipientKey;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlLetters;
import ronda.store.sql.SqlOutbox;

/** Puts a written letter into the outbox: the mail is made here, once (pengantaran). */
@Component
final class Sendoff {
  private final MailSettings settings;

  Sendoff(MailSettings settings) {
    this.settings = settings;
  }

  /**
   * Why a letter cannot go by mail, as a stable word; empty if it can. An address that was kept
   * before addresses were looked at may be none: such a letter waits to be handed over.
   */
  Optional<String> whyNoMail(String to, Optional<Stationery> stationery) {
    if (settings.smtp().isEmpty()) {
      return Optional.of("no-server");
    }
    if (!MailAddress.isOne(to)) {
      return Optional.of("no-address");
    }
    return stationery.filter(one -> MailAddress.isOne(one.from())).isEmpty()
        ? Optional.of("no-sender")
        : Optional.empty();
  }

  /** Whether answers are read from a mailbox. */
  boolean readsMail() {
    return settings.imap().isPresent();
  }

  /**
   * A letter that is kept already, as a mail into the outbox.
   *
   * @param to the mail address
   * @param key the addressee's key, in armour; empty for none
   * @return false if there is a key that no longer serves: nothing leaves in plain instead
   */
  boolean byMail(
      UUID referral,
      UUID letter,
      String number,
      String name,
      String to,
      String key,
      Instant now,
      JdbcClient jdbc) {
    Optional<RecipientKey> readable = Optional.empty();
    if (!key.isBlank()) {
      if (!(RecipientKey.read(key, now) instanceof RecipientKey.Answer.Read read)) {
        return false;
      }
      readable = Optional.of(read.key());
    }
    SqlLetters letters = new SqlLetters(jdbc);
    SqlOutbox outbox = new SqlOutbox(jdbc);
    String from = new SqlAddressees(jdbc).stationery().orElseThrow().from();
    String messageId = UUID.randomUUID() + "@" + from.substring(from.indexOf('@') + 1);
    String first =
        outbox.ofReferral(referral).stream().map(Sending::messageId).findFirst().orElse("");
    String json = letters.json(referral, letter).orElseThrow();
    String file = number.replaceAll("[^A-Za-z0-9.-]", "_");
    OutgoingMail mail =
        new OutgoingMail(
            messageId,
            first,
            from,
            to,
            now,
            Wording.mailSubject(number),
            Wording.mail(number, name, json.contains(Letter.Basis.MARK)),
            List.of(
                new OutgoingMail.Attachment(
                    file + ".pdf", "application/pdf", letters.pdf(referral, letter).orElseThrow()),
                new OutgoingMail.Attachment(
                    file + ".json", "application/json", json.getBytes(StandardCharsets.UTF_8))));
    outbox.put(
        waiting(referral, letter, Sending.Way.MAIL, to, messageId, now),
        from,
        mail.bytes(readable));
    return true;
  }

  /** A letter that is kept already, as a data file for the addressee's interface. */
  void byInterface(UUID referral, UUID letter, Addressee to, Instant now, JdbcClient jdbc) {
    if (OfficialInterface.address(to.endpoint()).isEmpty()) {
      throw new IllegalArgumentException("no letter is handed to '" + to.endpoint() + "'");
    }
    String json = new SqlLetters(jdbc).json(referral, letter).orElseThrow();
    new SqlOutbox(jdbc)
        .put(
            waiting(
                referral,
                letter,
                Sending.Way.API,
                to.endpoint(),
                UUID.randomUUID().toString(),
                now),
            "",
            json.getBytes(StandardCharsets.UTF_8));
  }

  private static Sending waiting(
      UUID referral, UUID letter, Sending.Way way, String to, String messageId, Instant now) {
    return new Sending(
        UUID.randomUUID(),
        referral,
        letter,
        way,
        to,
        messageId,
        Sending.State.WAITING,
        0,
        now,
        "",
        false);
  }

  /** This letter of a referral. */
  static SqlLetters.Made letter(UUID referral, UUID letter, JdbcClient jdbc) {
    return new SqlLetters(jdbc)
        .ofReferral(referral).stream()
            .filter(one -> one.id().equals(letter))
            .findFirst()
            .orElseThrow();
  }

  /** The first letter of a referral. */
  static SqlLetters.Made referralLetter(UUID referral, JdbcClient jdbc) {
    return new SqlLetters(jdbc)
        .ofReferral(referral).stream()
            .filter(letter -> letter.kind() == Letter.Kind.REFERRAL)
            .findFirst()
            .orElseThrow();
  }
}
