package ronda.server.referral;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.Desk;
import ronda.casework.authority.BasisRow;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Sending;
import ronda.letters.form.Form;
import ronda.letters.form.LetterFile;
import ronda.server.door.Acts;
import ronda.server.door.Caller;
import ronda.store.sql.SqlLetters;
import ronda.store.sql.SqlOutbox;
import ronda.store.sql.SqlReferrals;

/**
 * Writes a letter anew that has not left (menulis ulang): its words come back into the form, and
 * once the new one is written the old one is given up. It keeps its number and its page.
 */
@Component
class Rewriting {
  private final Correspondence letters;
  private final Acts acts;

  Rewriting(Correspondence letters, Acts acts) {
    this.letters = letters;
    this.acts = acts;
  }

  /** The referral of this case whose letter could be written anew by this person. */
  static Optional<Referral> of(
      String again, String caseNumber, Caller.Person person, JdbcClient jdbc) {
    return id(again)
        .flatMap(new SqlReferrals(jdbc)::byId)
        .filter(one -> one.caseNumber().equals(caseNumber))
        .filter(one -> ReferralPages.isFor(person, one, jdbc))
        .filter(one -> isPossible(one, new SqlOutbox(jdbc).ofReferral(one.id())));
  }

  /**
   * The same, as nobody else can change it meanwhile: first the referral and then its case, as
   * whoever decides on its page does.
   */
  static Optional<Referral> forChange(
      String again, String caseNumber, Caller.Person person, JdbcClient jdbc) {
    SqlReferrals referrals = new SqlReferrals(jdbc);
    return of(again, caseNumber, person, jdbc)
        .flatMap(one -> referrals.forChange(one.id()))
        .flatMap(one -> of(one.id().toString(), caseNumber, person, jdbc));
  }

  /** Whether its letter has certainly not left, and can be kept from leaving. */
  static boolean isPossible(Referral referral, List<Sending> sendings) {
    return referral.state() == Referral.State.WRITTEN
        && sendings.stream()
            .allMatch(
                one ->
                    switch (one.state()) {
                      case REFUSED, CANCELLED -> true;
                      case WAITING, HANDING_OVER, DOUBTFUL, SENT -> false;
                    });
  }

  private static Optional<UUID> id(String again) {
    try {
      return again.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(again));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /**
   * A draft with the words of a letter, as far as this form asks for them. What was hidden in the
   * letter is hidden in it.
   *
   * @param laws those that may be cited
   */
  static Draft draft(Referral old, Form form, List<BasisRow> laws, Draft empty, JdbcClient jdbc) {
    SqlLetters.Made letter = Sendoff.referralLetter(old.id(), jdbc);
    Map<String, String> typed =
        letter.typed().entrySet().stream()
            .filter(field -> form.field(field.getKey()).isPresent())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    LetterFile.Said said =
        new SqlLetters(jdbc)
            .json(old.id(), letter.id())
            .map(LetterFile::said)
            .orElse(LetterFile.Said.NOTHING);
    Set<String> cited =
        laws.stream()
            .filter(row -> said.cites(row.basis()))
            .map(BasisRow::id)
            .collect(Collectors.toSet());
    return new Draft(typed, cited, said.necessity(), empty.offending(), empty.names());
  }

  /** A new letter was written in the place of this one: it will not leave. */
  void replaced(Referral old, String number, Caller.Person by, Desk desk, JdbcClient jdbc) {
    SqlOutbox outbox = new SqlOutbox(jdbc);
    outbox
        .ofReferral(old.id())
        .forEach(refused -> outbox.decide(refused.id(), false, letters.now()));
    String why = Wording.replacedBy(number);
    letters.discard(old, Sendoff.referralLetter(old.id(), jdbc), why, by, desk, jdbc);
    acts.write(by, "letter-discarded", "letter:" + old.letter(), Map.of("reason", why));
  }
}
