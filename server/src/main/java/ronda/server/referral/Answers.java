package ronda.server.referral;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.Desk;
import ronda.casework.cases.Step;
import ronda.casework.chain.Hash;
import ronda.casework.referral.Happening;
import ronda.casework.referral.Outcome;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Reply;
import ronda.server.door.Caller;
import ronda.store.sql.SqlLetters;
import ronda.store.sql.SqlReplies;

/**
 * Enters what recipients answered, and what came of it (jawaban). Each method is a part of one
 * change, as those of {@link Correspondence} are.
 */
@Component
final class Answers {
  private final Correspondence letters;

  Answers(Correspondence letters) {
    this.letters = letters;
  }

  /**
   * A reply came in, by mail or by hand.
   *
   * @return whether it is a new one
   */
  boolean replied(Reply reply, Correspondence.By by, Desk desk, JdbcClient jdbc) {
    if (!new SqlReplies(jdbc).add(kept(reply, jdbc))) {
      return false;
    }
    reply.referral().ifPresent(referral -> answers(reply, referral, by, desk, jdbc));
    return true;
  }

  /** An answer to what was erased quotes it: of such a one the hash is kept, as of the letter. */
  private static Reply kept(Reply reply, JdbcClient jdbc) {
    return reply.referral().filter(new SqlLetters(jdbc)::isErased).isEmpty()
        ? reply
        : new Reply(
            reply.id(),
            reply.referral(),
            reply.key(),
            reply.from(),
            reply.at(),
            "",
            "sha256:" + Hash.of(reply.text()).hex(),
            List.of(),
            reply.automatic());
  }

  /** A reply that is known to answer this referral. A machine's absence note answers nothing. */
  void answers(Reply reply, UUID referral, Correspondence.By by, Desk desk, JdbcClient jdbc) {
    if (reply.automatic()) {
      return;
    }
    Referral answered =
        letters.add(referral, new Happening.Replied(reply.id()), by.signature(), jdbc);
    Step step = new Step.ReplyCame(answered.id(), reply.id(), reply.from());
    letters.step(answered.caseNumber(), step, by, desk);
  }

  /** Somebody read a reply that settles nothing: the recipient is waited for as before. */
  void noAnswerYet(
      UUID referral, UUID reply, String why, Caller.Person by, Desk desk, JdbcClient jdbc) {
    Referral waiting =
        letters.add(referral, new Happening.NoAnswerYet(reply, why), by.signature(), jdbc);
    Step step = new Step.NoAnswerYet(waiting.id(), reply, why);
    desk.add(waiting.caseNumber(), step, by.officer(), letters.now());
  }

  /** Somebody says what came of it. */
  void conclude(
      UUID referral, Outcome outcome, String words, Caller.Person by, Desk desk, JdbcClient jdbc) {
    Referral done =
        letters.add(referral, new Happening.Concluded(outcome, words), by.signature(), jdbc);
    Step step = new Step.ReferralAnswered(done.id(), outcome.code(), words);
    desk.add(done.caseNumber(), step, by.officer(), letters.now());
  }
}
