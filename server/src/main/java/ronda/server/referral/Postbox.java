package ronda.server.referral;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.Desk;
import ronda.casework.referral.IncomingMail;
import ronda.casework.referral.Reply;
import ronda.casework.referral.Sending;
import ronda.letters.mail.MailSettings;
import ronda.letters.mail.Mailbox;
import ronda.server.desk.Desks;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlLetters;
import ronda.store.sql.SqlMailboxMarks;
import ronda.store.sql.SqlOutbox;
import ronda.store.sql.SqlReferrals;

/**
 * Reads the mailbox and lays each mail to the referral that it answers (kotak surat). What answers
 * none is listed for a person. A mail and the mark behind it are entered in one change, so that
 * each is processed once, whenever the program ends.
 */
@Component
class Postbox {
  private static final Logger LOG = LoggerFactory.getLogger(Postbox.class);

  /** Letters whose number is looked for in a subject. */
  private static final int MOST_NUMBERS = 5_000;

  private static final Duration NUMBERS_OF = Duration.ofDays(730);

  private final InOffice tables;
  private final Desks desks;
  private final Correspondence letters;
  private final Answers answers;
  private final Dispatch dispatch;
  private final MailSettings settings;

  Postbox(
      InOffice tables,
      Desks desks,
      Correspondence letters,
      Answers answers,
      Dispatch dispatch,
      MailSettings settings) {
    this.tables = tables;
    this.desks = desks;
    this.letters = letters;
    this.answers = answers;
    this.dispatch = dispatch;
    this.settings = settings;
  }

  /**
   * Reads what is new; answers how many mails were read.
   *
   * @throws Mailbox.Unreachable if the mailbox cannot be read now
   */
  int round() throws Mailbox.Unreachable {
    if (settings.imap().isEmpty()) {
      return 0;
    }
    String place = settings.imap().get() + "/" + settings.folder();
    SqlMailboxMarks.Mark mark = tables.everywhere(jdbc -> new SqlMailboxMarks(jdbc).of(place));
    return new Mailbox(settings.imap().get(), settings.folder())
        .read(
            new Mailbox.Mark(mark.validity(), mark.last()),
            letters.now(),
            found -> take(place, found));
  }

  private void take(String place, Mailbox.Found found) {
    IncomingMail mail = found.mail();
    Optional<UUID> office = tables.everywhere(jdbc -> officeOf(mail, jdbc));
    if (office.isEmpty()) {
      LOG.warn("a mail is to none of the offices; it stays in {}", place);
      tables.everywhere(jdbc -> mark(place, found.mark(), jdbc));
      return;
    }
    try {
      enter(office.get(), place, found.mark(), (desk, jdbc) -> enter(mail, desk, jdbc));
    } catch (TransientDataAccessException inTheWay) {
      throw inTheWay; // It comes again, and so do those after it.
    } catch (RuntimeException broken) {
      LOG.error(
          "a mail in {} cannot be entered: a person is told, and the next follows", place, broken);
      Reply told = notEntered(mail);
      enter(
          office.get(),
          place,
          found.mark(),
          (desk, jdbc) -> answers.replied(told, Correspondence.By.ITSELF, desk, jdbc));
    }
  }

  private void enter(
      UUID office, String place, Mailbox.Mark mark, BiConsumer<Desk, JdbcClient> work) {
    desks.change(
        office,
        (desk, jdbc) -> {
          work.accept(desk, jdbc);
          return mark(place, mark, jdbc);
        });
  }

  /** In the place of a mail that nobody foresaw: it stands among the unknown ones. */
  private static Reply notEntered(IncomingMail mail) {
    return new Reply(
        UUID.randomUUID(),
        Optional.empty(),
        mail.messageId(),
        mail.from(),
        mail.at(),
        "(surel tak dapat dicatat / mail that could not be entered)",
        "",
        List.of("(ada di kotak surat / still in the mailbox)"),
        false);
  }

  private static boolean mark(String place, Mailbox.Mark mark, JdbcClient jdbc) {
    new SqlMailboxMarks(jdbc).put(place, new SqlMailboxMarks.Mark(mark.validity(), mark.last()));
    return true;
  }

  /** Whose mail it is: it is a copy of their letter, it answers one, or it is addressed to them. */
  private static Optional<UUID> officeOf(IncomingMail mail, JdbcClient everywhere) {
    return SqlOutbox.officeOf(everywhere, List.of(mail.messageId()))
        .or(() -> SqlOutbox.officeOf(everywhere, mail.references()))
        .or(() -> addressed(mail, SqlAddressees.senders(everywhere)));
  }

  private static Optional<UUID> addressed(IncomingMail mail, List<SqlAddressees.Sender> senders) {
    if (senders.size() == 1) {
      return Optional.of(senders.getFirst().office());
    }
    return senders.stream()
        .filter(one -> mail.to().contains(one.address().toLowerCase(Locale.ROOT)))
        .map(SqlAddressees.Sender::office)
        .findFirst();
  }

  private void enter(IncomingMail mail, Desk desk, JdbcClient jdbc) {
    SqlOutbox outbox = new SqlOutbox(jdbc);
    Optional<Sending> copy = outbox.byMessageId(List.of(mail.messageId()));
    if (copy.isPresent()) {
      prove(copy.get(), desk, jdbc);
      return;
    }
    Optional<UUID> referral =
        outbox.byMessageId(mail.references()).map(Sending::referral).or(() -> byNumber(mail, jdbc));
    Reply reply =
        new Reply(
            UUID.randomUUID(),
            referral,
            mail.messageId(),
            mail.from(),
            mail.at(),
            mail.subject(),
            mail.text(),
            mail.attachments(),
            mail.automatic());
    answers.replied(reply, Correspondence.By.ITSELF, desk, jdbc);
  }

  /**
   * Our own copy came back: the mail server had taken the letter, whatever we heard of it, and
   * whatever a person in doubt decided since. What waits to be sent again stays here.
   */
  private void prove(Sending sending, Desk desk, JdbcClient jdbc) {
    switch (sending.state()) {
      case WAITING, HANDING_OVER, DOUBTFUL, REFUSED, CANCELLED ->
          dispatch.sent(sending, "the copy came back to our own mailbox", desk, jdbc);
      case SENT -> {}
    }
  }

  /**
   * Which referral bears the number in the subject. A number is no secret, and a reply ends the
   * waiting: from anybody but the addressee's own house, a person says what it answers.
   */
  private Optional<UUID> byNumber(IncomingMail mail, JdbcClient jdbc) {
    SqlLetters kept = new SqlLetters(jdbc);
    return mail.letterIn(kept.numbersSince(letters.now().minus(NUMBERS_OF), MOST_NUMBERS))
        .flatMap(kept::referralOf)
        .filter(
            referral ->
                new SqlReferrals(jdbc)
                    .byId(referral)
                    .flatMap(one -> new SqlAddressees(jdbc).byId(one.addresseeId()))
                    .filter(addressee -> addressee.mayHaveWritten(mail.from()))
                    .isPresent());
  }
}
