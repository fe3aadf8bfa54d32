package ronda.server.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.Desk;
import ronda.casework.chain.Link;
import ronda.casework.office.Officer;
import ronda.casework.referral.Addressee;
import ronda.casework.referral.Chase;
import ronda.casework.referral.Letter;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Stationery;
import ronda.server.desk.Desks;
import ronda.server.desk.OfficeRound;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlReferrals;
import ronda.store.sql.SqlTurns;

/** Reminds those who have not answered: by a person, or by itself where an office said so. */
@Component
class Chasing {
  private static final Logger LOG = LoggerFactory.getLogger(Chasing.class);

  private final InOffice tables;
  private final Desks desks;
  private final Correspondence letters;
  private final Sendoff sendoff;

  Chasing(InOffice tables, Desks desks, Correspondence letters, Sendoff sendoff) {
    this.tables = tables;
    this.desks = desks;
    this.letters = letters;
    this.sendoff = sendoff;
  }

  /** What came of an attempt to chase. */
  enum Answer {
    /** A letter was written and waits in the outbox. */
    QUEUED,
    /** A letter was written; a person hands it over. */
    WRITTEN,
    /** It is not due, or was done meanwhile. */
    NOT_DUE,
    /** There is no superior's address. */
    NO_SUPERIOR
  }

  /** Writes the letter that is due for this referral, and sends it where it can. */
  Answer chase(UUID referral, Correspondence.By by, Desk desk, JdbcClient jdbc) {
    SqlReferrals referrals = new SqlReferrals(jdbc);
    Referral waiting = referrals.forChange(referral).orElseThrow();
    Optional<Chase> due = letters.due(waiting);
    if (due.isEmpty()) {
      return Answer.NOT_DUE;
    }
    SqlAddressees addressees = new SqlAddressees(jdbc);
    Stationery stationery = addressees.stationery().orElseThrow();
    boolean up = due.get().way().equals(Chase.SUPERIOR);
    if (up && stationery.superior().isBlank()) {
      return Answer.NO_SUPERIOR;
    }
    String sentOn =
        Wording.day(LocalDate.ofInstant(waiting.sentAt().orElseThrow(), letters.zone()));
    Letter letter =
        up
            ? letters.follow(
                waiting,
                Letter.Kind.ESCALATION,
                stationery.superior(),
                Wording.escalation(waiting, sentOn),
                jdbc)
            : letters.follow(
                waiting,
                Letter.Kind.REMINDER,
                waiting.addressee(),
                Wording.reminder(waiting, sentOn),
                jdbc);
    letters.chased(referral, due.get(), by, desk, jdbc);
    Optional<Addressee> to = addressees.byId(waiting.addresseeId());
    String mail = up ? stationery.superior() : to.map(Addressee::email).orElse("");
    String key = up ? "" : to.map(Addressee::key).orElse("");
    boolean elsewhere = !up && !DestinationActs.changes(waiting, jdbc).isEmpty();
    if (elsewhere || sendoff.whyNoMail(mail, Optional.of(stationery)).isPresent()) {
      return Answer.WRITTEN;
    }
    boolean queued =
        sendoff.byMail(
            referral, letter.id(), letter.number(), letter.to(), mail, key, letters.now(), jdbc);
    return queued ? Answer.QUEUED : Answer.WRITTEN;
  }

  /** Which referrals are overdue and may be shown to this person, the oldest first. */
  List<UUID> overdue(Officer viewer, JdbcClient jdbc) {
    return overdue(new SqlReferrals(jdbc).seenBy(viewer));
  }

  private List<UUID> overdue(SqlReferrals referrals) {
    return referrals.overdue(letters.now(), letters.calendar());
  }

  /**
   * Goes through the offices that want to be chased for; answers how many letters were written.
   * Each letter is a change of its own: what goes wrong with one holds up no other, and no other
   * office.
   */
  int round() {
    return OfficeRound.sum(
        "reminders",
        () ->
            tables.everywhere(SqlAddressees::senders).stream()
                .map(SqlAddressees.Sender::office)
                .toList(),
        this::round);
  }

  private int round(UUID office) {
    List<UUID> late =
        desks.look(
            office, jdbc -> hasRoom(jdbc) ? overdue(new SqlReferrals(jdbc)) : List.<UUID>of());
    int written = 0;
    for (UUID referral : late) {
      switch (remind(office, referral)) {
        case WRITTEN -> written++;
        case NOT_OF_THIS -> {}
        case NO_MORE_TODAY -> {
          return written;
        }
      }
    }
    return written;
  }

  /** What came of reminding of one referral. */
  private enum Reminding {
    WRITTEN,
    NOT_OF_THIS,
    /** The day's letters are written, or somebody has switched it off meanwhile. */
    NO_MORE_TODAY
  }

  /** A word to the superior is never written by itself. */
  private Reminding remind(UUID office, UUID referral) {
    try {
      return desks.change(
          office,
          (desk, jdbc) -> {
            // Of two servers one counts first: the limit is one for both.
            SqlTurns.take("reminders", jdbc);
            if (!hasRoom(jdbc)) {
              return Reminding.NO_MORE_TODAY;
            }
            Referral waiting = new SqlReferrals(jdbc).forChange(referral).orElseThrow();
            boolean reminder =
                letters.due(waiting).filter(due -> due.way().equals(Chase.REMINDER)).isPresent();
            return reminder
                ? switch (chase(referral, Correspondence.By.ITSELF, desk, jdbc)) {
                  case QUEUED, WRITTEN -> Reminding.WRITTEN;
                  case NOT_DUE, NO_SUPERIOR -> Reminding.NOT_OF_THIS;
                }
                : Reminding.NOT_OF_THIS;
          });
    } catch (RuntimeException broken) {
      LOG.error("no reminder of referral {}; the next one follows", referral, broken);
      return Reminding.NOT_OF_THIS;
    }
  }

  /** Whether the office wants to be reminded for, and the day's letters are not written yet. */
  private boolean hasRoom(JdbcClient jdbc) {
    Stationery.Chasing wish = new SqlAddressees(jdbc).stationery().orElseThrow().chasing();
    return wish.byItself() && chasedToday(jdbc) < wish.mostADay();
  }

  private int chasedToday(JdbcClient jdbc) {
    Instant since = letters.now().minus(Duration.ofDays(1));
    return Math.toIntExact(new SqlReferrals(jdbc).chasedBy(Link.RONDA, since));
  }
}
