package ronda.server.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.referral.Addressee;
import ronda.casework.referral.Letter;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Sending;
import ronda.casework.referral.Stationery;
import ronda.server.objection.Telling;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlLetterFates;
import ronda.store.sql.SqlOutbox;
import ronda.store.sql.SqlReferrals;

/** Tells everybody who was sent a case that it is withdrawn (penarikan). */
@Component
public final class Recalls implements Telling {
  private final Correspondence letters;
  private final Sendoff sendoff;

  Recalls(Correspondence letters, Sendoff sendoff) {
    this.letters = letters;
    this.sendoff = sendoff;
  }

  /**
   * Writes a recall to each recipient of this case and puts it into the outbox where it can go by
   * mail; the others, and those whose addressee is no longer what it was, wait on the page of the
   * referral, and on the start page, to be handed over. A letter that has not left is stopped.
   * Asked again, it writes nothing twice. Part of the caller's change, in which the case is
   * withdrawn.
   *
   * @param decided when the objection was upheld: the recall says no more of why
   * @param by who decided it, by name
   * @return how many recalls were written
   */
  @Override
  public int tell(String caseNumber, Instant decided, String by, JdbcClient jdbc) {
    String reason = Wording.upheld(LocalDate.ofInstant(decided, letters.zone()));
    int told = 0;
    for (Referral referral : new SqlReferrals(jdbc).ofCase(caseNumber)) {
      if (referral.state() == Referral.State.RECALLED) {
        continue;
      }
      boolean mayHave = mayHave(referral, jdbc);
      if (referral.state() == Referral.State.DISCARDED && !mayHave) {
        continue;
      }
      letters.overtaken(referral.id(), reason, by, jdbc);
      letters.recalled(referral.id(), reason, by, jdbc);
      if (mayHave) {
        write(referral, reason, jdbc);
        told++;
      }
    }
    return told;
  }

  @Override
  public Reached reached(String caseNumber, JdbcClient jdbc) {
    SqlLetterFates.Recalls recalls = new SqlLetterFates(jdbc).recallsOf(caseNumber);
    return new Reached(recalls.open(), recalls.lastLeft());
  }

  /** Stops what waits; true if the recipient has the letter or may have it. */
  private static boolean mayHave(Referral referral, JdbcClient jdbc) {
    SqlOutbox outbox = new SqlOutbox(jdbc);
    boolean mayHave = referral.sentAt().isPresent();
    for (Sending sending : outbox.ofReferral(referral.id())) {
      outbox.cancel(sending.id());
      mayHave |= sending.mayHaveArrived();
    }
    return mayHave;
  }

  private void write(Referral referral, String reason, JdbcClient jdbc) {
    SqlAddressees addressees = new SqlAddressees(jdbc);
    Letter letter =
        letters.follow(
            referral,
            Letter.Kind.RECALL,
            referral.addressee(),
            Wording.recall(referral, reason),
            jdbc);
    Optional<Addressee> to = addressees.byId(referral.addresseeId());
    Optional<Stationery> stationery = addressees.stationery();
    String mail = to.map(Addressee::email).orElse("");
    boolean same = DestinationActs.changes(referral, jdbc).isEmpty();
    if (same && sendoff.whyNoMail(mail, stationery).isEmpty()) {
      sendoff.byMail(
          referral.id(),
          letter.id(),
          letter.number(),
          letter.to(),
          mail,
          to.map(Addressee::key).orElse(""),
          letters.now(),
          jdbc);
    }
  }
}
