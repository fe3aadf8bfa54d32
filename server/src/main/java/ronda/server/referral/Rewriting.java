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

  Rewriting(Correspondence letters) {
    this.letters = letters;
  }

  /** The referral of this case whose letter could be written anew by this person. */
  static Optional<Referral> of(
      String again, String caseNumber, Caller.Person person, JdbcClient jdbc) {
    return id(again)
        .flatMap(new SqlReferrals(jdbc)::byId)
        .filter(one -> one.caseNumber().equals(caseNumber))
        .filter(one -> one.state() == Referral.State.WRITTEN)
        .filter(one -> ReferralPages.isFor(person, one, jdbc));
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

  /** A new letter was written in the place of this one: it will not leave, if it can be stopped. */
  void replaced(Referral old, String number, Caller.Person by, Desk desk, JdbcClient jdbc) {
    SqlOutbox outbox = new SqlOutbox(jdbc);
    for (Sending sending : outbox.ofReferral(old.id())) {
      switch (sending.state()) {
        case WAITING -> outbox.cancel(sending.id());
        case REFUSED -> outbox.decide(sending.id(), false, letters.now());
        case HANDING_OVER, SENT, DOUBTFUL, CANCELLED -> {}
      }
    }
    LetterLine.of(old, jdbc).stream()
        .filter(line -> !line.isFollowUp() && line.mayBeDiscarded())
        .forEach(
            line ->
                letters.discard(old, line.letter(), Wording.replacedBy(number), by, desk, jdbc));
  }
}
