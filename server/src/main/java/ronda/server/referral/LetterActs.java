package ronda.server.referral;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.Desk;
import ronda.casework.office.Permission;
import ronda.casework.referral.Letter;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Sending;
import ronda.server.desk.Desks;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlOutbox;

/**
 * What a person does with one letter that has not left: send it or hand it over, where it follows a
 * first one; or give it up.
 */
@Controller
class LetterActs {
  private final Desks desks;
  private final Correspondence letters;
  private final Sendoff sendoff;
  private final Acts acts;

  LetterActs(Desks desks, Correspondence letters, Sendoff sendoff, Acts acts) {
    this.desks = desks;
    this.letters = letters;
    this.sendoff = sendoff;
    this.acts = acts;
  }

  /** A change of one letter; it answers what the next page says. */
  private interface Change {
    Told of(Referral referral, LetterLine line, Desk desk, JdbcClient jdbc);
  }

  private String change(
      Caller.Person person, UUID id, UUID letter, RedirectAttributes next, Change change) {
    Told told =
        desks.change(
            person.office(),
            (desk, jdbc) -> {
              Referral referral = ReferralActs.forChange(person, id, jdbc);
              LetterLine line =
                  LetterLine.of(referral, jdbc).stream()
                      .filter(one -> one.letter().id().equals(letter))
                      .findFirst()
                      .orElseThrow(LetterActs::notFound);
              return line.isOpen() ? change.of(referral, line, desk, jdbc) : Told.NOT_AGAIN;
            });
    return ReferralActs.told(told, id, next);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  /** Whether a letter that follows a first one may leave: a recall always, the others in time. */
  private static boolean mayLeave(Referral referral, LetterLine line, JdbcClient jdbc) {
    if (!line.isFollowUp()) {
      throw notFound(); // The first letter has doors of its own.
    }
    return line.letter().kind() == Letter.Kind.RECALL || ReferralActs.isOpen(referral, jdbc);
  }

  /** Puts a letter that follows the first into the outbox. */
  @Allowed(Permission.REFER)
  @PostMapping("/referrals/{id}/letters/{letter}/send")
  String send(
      Caller.Person person,
      @PathVariable UUID id,
      @PathVariable UUID letter,
      RedirectAttributes next) {
    return change(
        person,
        id,
        letter,
        next,
        (referral, line, desk, jdbc) -> {
          if (!mayLeave(referral, line, jdbc)) {
            return Told.NOT_OPEN;
          }
          var stationery = new SqlAddressees(jdbc).stationery();
          if (sendoff.whyNoMail(line.email(), stationery).isPresent()) {
            return Told.NOT_MAIL;
          }
          if (line.isToAddressee() && !DestinationActs.changes(referral, jdbc).isEmpty()) {
            return Told.NOT_SAME;
          }
          giveUpRefused(referral, line, jdbc);
          if (!sendoff.byMail(
              id,
              letter,
              line.letter().number(),
              line.name(referral),
              line.email(),
              line.key(),
              letters.now(),
              jdbc)) {
            return Told.NOT_KEY;
          }
          write(person, "letter-queued", line, Map.of("way", "mail"));
          return Told.QUEUED;
        });
  }

  /** Somebody handed a letter over that follows the first, and says how. */
  @Allowed(Permission.REFER)
  @PostMapping("/referrals/{id}/letters/{letter}/handed")
  String handed(
      Caller.Person person,
      @PathVariable UUID id,
      @PathVariable UUID letter,
      @RequestParam(defaultValue = "") String note,
      RedirectAttributes next) {
    String how = ReferralActs.words(note);
    return change(
        person,
        id,
        letter,
        next,
        (referral, line, desk, jdbc) -> {
          if (how.isBlank()) {
            return Told.NOT_BLANK;
          }
          if (!mayLeave(referral, line, jdbc)) {
            return Told.NOT_OPEN;
          }
          giveUpRefused(referral, line, jdbc);
          letters.followUpLeft(
              referral, line.letter(), "by-hand", how, Correspondence.By.of(person), desk, jdbc);
          write(person, "letter-handed", line, Map.of("note", how));
          return Told.HANDED;
        });
  }

  /** A letter that has not left is given up; its number stays used. */
  @Allowed(Permission.REFER)
  @PostMapping("/referrals/{id}/letters/{letter}/discard")
  String discard(
      Caller.Person person,
      @PathVariable UUID id,
      @PathVariable UUID letter,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    String why = ReferralActs.words(reason);
    return change(
        person,
        id,
        letter,
        next,
        (referral, line, desk, jdbc) -> {
          if (why.isBlank()) {
            return Told.NOT_BLANK;
          }
          if (!line.mayBeDiscarded()) {
            return Told.NOT_DISCARDED;
          }
          giveUpRefused(referral, line, jdbc);
          letters.discard(referral, line.letter(), why, person, desk, jdbc);
          write(person, "letter-discarded", line, Map.of("reason", why));
          return Told.DISCARDED;
        });
  }

  /** What a mail server refused waits for a person's word: this is the word. */
  private void giveUpRefused(Referral referral, LetterLine line, JdbcClient jdbc) {
    SqlOutbox outbox = new SqlOutbox(jdbc);
    outbox.ofReferral(referral.id()).stream()
        .filter(one -> one.letter().equals(line.letter().id()))
        .filter(one -> one.state() == Sending.State.REFUSED)
        .forEach(one -> outbox.decide(one.id(), false, letters.now()));
  }

  private void write(Caller.Person person, String act, LetterLine line, Map<String, String> facts) {
    acts.write(person, act, "letter:" + line.letter().number(), facts);
  }
}
