package ronda.server.referral;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.office.Permission;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Reply;
import ronda.server.desk.Desks;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.store.sql.SqlReplies;

/** What a person makes of one reply. */
@Controller
class ReplyActs {
  private final Desks desks;
  private final Answers answers;
  private final Acts acts;

  ReplyActs(Desks desks, Answers answers, Acts acts) {
    this.desks = desks;
    this.answers = answers;
    this.acts = acts;
  }

  /** A reply answers nothing yet: the recipient is waited for, and chased, as before. */
  @Allowed(Permission.REFER)
  @PostMapping("/referrals/{id}/replies/{reply}/no-answer-yet")
  String noAnswerYet(
      Caller.Person person,
      @PathVariable UUID id,
      @PathVariable UUID reply,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    String why = ReferralActs.words(reason);
    Told told =
        desks.change(
            person.office(),
            (desk, jdbc) -> {
              Referral referral = ReferralActs.forChange(person, id, jdbc);
              Reply read =
                  new SqlReplies(jdbc)
                      .byId(reply)
                      .filter(one -> one.referral().filter(id::equals).isPresent())
                      .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
              if (why.isBlank()) {
                return Told.NOT_BLANK;
              }
              if (referral.state() != Referral.State.REPLIED
                  || !referral.answers().contains(read.id())) {
                return Told.NOT_AN_ANSWER;
              }
              answers.noAnswerYet(id, read.id(), why, person, desk, jdbc);
              acts.write(
                  person,
                  "reply-no-answer-yet",
                  "letter:" + referral.letter(),
                  Map.of("from", read.from(), "reason", why));
              return Told.NO_ANSWER_YET;
            });
    return ReferralActs.told(told, id, next);
  }
}
