package ronda.server.referral;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.referral.Addressee;
import ronda.casework.referral.Letter;
import ronda.casework.referral.Referral;
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
    OutgoingMail mail =
        mail(
            kept(referral, letter, number, jdbc).orElseThrow(),
            name,
            to,
            first(referral, jdbc),
            now,
            jdbc);
    Optional<RecipientKey> readable = Optional.empty();
    if (!key.isBlank()) {
      if (!(RecipientKey.read(key, now) instanceof RecipientKey.Answer.Read read)) {
        return false;
      }
      readable = Optional.of(read.key());
    }
    new SqlOutbox(jdbc)
        .put(
            waiting(referral, letter, Sending.Way.MAIL, to, mail.messageId(), now),
            mail.from(),
            mail.bytes(readable));
    return true;
  }

  /** What a mail carries: the letter on paper and as data. */
  record Paper(String number, byte[] pdf, String json) {
    /** The number as a file may be called; a letter that has none yet says so. */
    private String file() {
      return number.equals(Correspondence.UNNUMBERED)
          ? "nomor-surat"
          : number.replaceAll("[^A-Za-z0-9.-]", "_");
    }
  }

  /** A letter that is kept already; empty once it was destroyed. */
  private static Optional<Paper> kept(UUID referral, UUID letter, String number, JdbcClient jdbc) {
    SqlLetters letters = new SqlLetters(jdbc);
    return letters
        .pdf(referral, letter)
        .map(pdf -> new Paper(number, pdf, letters.json(referral, letter).orElseThrow()));
  }

  /** The Message-ID of what left first about this referral; empty if nothing did. */
  private static String first(UUID referral, JdbcClient jdbc) {
    return new SqlOutbox(jdbc)
        .ofReferral(referral).stream().map(Sending::messageId).findFirst().orElse("");
  }

  private static OutgoingMail mail(
      Paper paper, String name, String to, String first, Instant now, JdbcClient jdbc) {
    String from = new SqlAddressees(jdbc).stationery().map(Stationery::from).orElse("");
    return new OutgoingMail(
        UUID.randomUUID() + "@" + from.substring(from.indexOf('@') + 1),
        first,
        from,
        to,
        now,
        Wording.mailSubject(paper.number()),
        Wording.mail(paper.number(), name, paper.json().contains(Letter.Basis.MARK)),
        List.of(
            new OutgoingMail.Attachment(paper.file() + ".pdf", "application/pdf", paper.pdf()),
            new OutgoingMail.Attachment(
                paper.file() + ".json",
                "application/json",
                paper.json().getBytes(StandardCharsets.UTF_8))));
  }

  /** All that would leave with a letter that is not written yet. */
  Leaving leaving(Paper draft, Addressee to, Instant now, JdbcClient jdbc) {
    OutgoingMail mail = mail(draft, to.name(), to.email(), "", now, jdbc);
    String noMail = whyNoMail(to.email(), new SqlAddressees(jdbc).stationery()).orElse("");
    return Leaving.of(mail, to.key(), now, noMail, draft.json(), to.endpoint());
  }

  /** All that would leave with each letter of a referral that somebody still has to send. */
  Map<UUID, Leaving> leaving(
      Referral referral, Addressee to, List<LetterLine> lines, Instant now, JdbcClient jdbc) {
    Map<UUID, Leaving> all = new HashMap<>();
    Optional<Stationery> stationery = new SqlAddressees(jdbc).stationery();
    String first = first(referral.id(), jdbc);
    for (LetterLine line : lines) {
      UUID letter = line.letter().id();
      Optional<Paper> paper = kept(referral.id(), letter, line.letter().number(), jdbc);
      if (line.isOpen() && paper.isPresent()) {
        String name = line.isFollowUp() ? line.name(referral) : to.name();
        OutgoingMail mail = mail(paper.get(), name, line.email(), first, now, jdbc);
        String noMail = whyNoMail(line.email(), stationery).orElse("");
        String endpoint = line.isFollowUp() ? "" : to.endpoint();
        all.put(letter, Leaving.of(mail, line.key(), now, noMail, paper.get().json(), endpoint));
      }
    }
    return all;
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
