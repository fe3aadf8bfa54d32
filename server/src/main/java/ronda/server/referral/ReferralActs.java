package ronda.server.referral;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import ronda.casework.cases.CaseFile;
import ronda.casework.office.Permission;
import ronda.casework.referral.Addressee;
import ronda.casework.referral.Outcome;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Reply;
import ronda.casework.referral.Sending;
import ronda.letters.mail.OfficialInterface;
import ronda.server.desk.Desks;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Fields;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlLetters;
import ronda.store.sql.SqlOutbox;
import ronda.store.sql.SqlReferrals;
import ronda.store.sql.SqlReplies;

/** What a person does with a referral: send it, chase it, enter a reply, say what came of it. */
@Controller
class ReferralActs {
  private static final int LONGEST_WORDS = 4_000;

  private final Desks desks;
  private final Correspondence letters;
  private final Answers answers;
  private final Chasing chasing;
  private final Sendoff sendoff;
  private final Acts acts;

  ReferralActs(
      Desks desks,
      Correspondence letters,
      Answers answers,
      Chasing chasing,
      Sendoff sendoff,
      Acts acts) {
    this.desks = desks;
    this.letters = letters;
    this.answers = answers;
    this.chasing = chasing;
    this.sendoff = sendoff;
    this.acts = acts;
  }

  /** A change of one referral; it answers what the next page says. */
  private interface Change {
    Told of(Referral referral, Desk desk, JdbcClient jdbc);
  }

  private String change(Caller.Person person, UUID id, RedirectAttributes next, Change change) {
    Told told =
        desks.change(
            person.office(),
            (desk, jdbc) -> {
              return change.of(forChange(person, id, jdbc), desk, jdbc);
            });
    return told(told, id, next);
  }

  /** The referral, as nobody else can change it meanwhile; there is none that is not for them. */
  static Referral forChange(Caller.Person person, UUID id, JdbcClient jdbc) {
    return new SqlReferrals(jdbc)
        .forChange(id)
        .filter(one -> ReferralPages.isFor(person, one, jdbc))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Back to the referral's page, which says what came of it. */
  static String told(Told told, UUID referral, RedirectAttributes next) {
    next.addFlashAttribute(told.isDone() ? "notice" : "problem", told.key());
    return "redirect:/referrals/" + referral;
  }

  /** Whether the case is still one to be referred: asked again, because time has passed. */
  static boolean isOpen(Referral referral, JdbcClient jdbc) {
    return new SqlCases(jdbc)
        .find(referral.caseNumber())
        .filter(file -> file.status() == CaseFile.Status.OPEN)
        .isPresent();
  }

  private static boolean isOnItsWay(Referral referral, JdbcClient jdbc) {
    return new SqlOutbox(jdbc).ofReferral(referral.id()).stream().anyMatch(Sending::isOnItsWay);
  }

  /** Puts the letter into the outbox. */
  @Allowed(Permission.REFER)
  @PostMapping("/referrals/{id}/send")
  String send(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "mail") String way,
      RedirectAttributes next) {
    return change(
        person,
        id,
        next,
        (referral, desk, jdbc) -> {
          if (referral.state() != Referral.State.WRITTEN || isOnItsWay(referral, jdbc)) {
            return Told.NOT_AGAIN;
          }
          if (!isOpen(referral, jdbc)) {
            return Told.NOT_OPEN;
          }
          if (!DestinationActs.changes(referral, jdbc).isEmpty()) {
            return Told.NOT_SAME;
          }
          SqlAddressees addressees = new SqlAddressees(jdbc);
          Addressee to = addressees.byId(referral.addresseeId()).orElseThrow();
          SqlLetters.Made letter = Sendoff.referralLetter(id, jdbc);
          if (way.equals("api")) {
            if (OfficialInterface.address(to.endpoint()).isEmpty()) {
              return Told.NOT_ENDPOINT;
            }
            sendoff.byInterface(id, letter.id(), to, letters.now(), jdbc);
          } else {
            if (sendoff.whyNoMail(to.email(), addressees.stationery()).isPresent()) {
              return Told.NOT_MAIL;
            }
            if (!sendoff.byMail(
                id,
                letter.id(),
                letter.number(),
                to.name(),
                to.email(),
                to.key(),
                letters.now(),
                jdbc)) {
              return Told.NOT_KEY;
            }
          }
          acts.write(person, "letter-queued", "letter:" + letter.number(), Map.of("way", way));
          return Told.QUEUED;
        });
  }

  /** Somebody handed the letter over, and says how. */
  @Allowed(Permission.REFER)
  @PostMapping("/referrals/{id}/handed")
  String handed(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String note,
      RedirectAttributes next) {
    String how = words(note);
    return change(
        person,
        id,
        next,
        (referral, desk, jdbc) -> {
          if (how.isBlank()) {
            return Told.NOT_BLANK;
          }
          if (referral.state() != Referral.State.WRITTEN || isOnItsWay(referral, jdbc)) {
            return Told.NOT_AGAIN;
          }
          if (!isOpen(referral, jdbc)) {
            return Told.NOT_OPEN;
          }
          letters.left(id, "by-hand", how, Correspondence.By.of(person), desk, jdbc);
          acts.write(person, "letter-handed", "letter:" + referral.letter(), Map.of("note", how));
          return Told.HANDED;
        });
  }

  @Allowed(Permission.REFER)
  @PostMapping("/referrals/{id}/chase")
  String chase(Caller.Person person, @PathVariable UUID id, RedirectAttributes next) {
    return change(
        person,
        id,
        next,
        (referral, desk, jdbc) -> {
          Chasing.Answer came = chasing.chase(id, Correspondence.By.of(person), desk, jdbc);
          return switch (came) {
            case QUEUED -> Told.CHASED;
            case WRITTEN -> Told.CHASE_WRITTEN;
            case NOT_DUE -> Told.NOT_DUE;
            case NO_SUPERIOR -> Told.NOT_SUPERIOR;
          };
        });
  }

  /** A reply that did not come by mail. */
  @Allowed(Permission.REFER)
  @PostMapping("/referrals/{id}/reply")
  String reply(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String text,
      RedirectAttributes next) {
    String said = words(text);
    String who = Fields.line(from);
    return change(
        person,
        id,
        next,
        (referral, desk, jdbc) -> {
          if (said.isBlank() || who.isBlank() || who.length() > Fields.LONGEST_NAME) {
            return Told.NOT_BLANK;
          }
          UUID reply = UUID.randomUUID();
          answers.replied(
              new Reply(
                  reply,
                  Optional.of(id),
                  "ditulis-" + reply,
                  who,
                  letters.now(),
                  "",
                  said,
                  List.of(),
                  false),
              Correspondence.By.of(person),
              desk,
              jdbc);
          return Told.REPLY_ENTERED;
        });
  }

  @Allowed(Permission.REFER)
  @PostMapping("/referrals/{id}/conclude")
  String conclude(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String words,
      RedirectAttributes next) {
    String why = words(words);
    Optional<Outcome> what = Outcome.ofCode(outcome);
    return change(
        person,
        id,
        next,
        (referral, desk, jdbc) -> {
          if (what.isEmpty() || why.isBlank()) {
            return Told.NOT_BLANK;
          }
          if (referral.sentAt().isEmpty() || referral.state() == Referral.State.RECALLED) {
            return Told.NOT_SENT;
          }
          answers.conclude(id, what.get(), why, person, desk, jdbc);
          return Told.CONCLUDED;
        });
  }

  /** A person says which letter an unknown mail answers, or that it answers none. */
  @Allowed(Permission.REFER)
  @PostMapping("/referrals/unknown/{reply}")
  String assign(
      Caller.Person person,
      @PathVariable UUID reply,
      @RequestParam(defaultValue = "") String letter,
      RedirectAttributes next) {
    String number = Fields.line(letter);
    boolean done =
        desks.change(
            person.office(),
            (desk, jdbc) -> {
              SqlReplies replies = new SqlReplies(jdbc);
              Reply found =
                  replies
                      .byId(reply)
                      .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
              if (number.isEmpty()) {
                return replies.setAside(reply);
              }
              Optional<UUID> referral =
                  new SqlLetters(jdbc)
                      .referralOf(number)
                      .filter(
                          id ->
                              ReferralPages.isFor(
                                  person, new SqlReferrals(jdbc).byId(id).orElseThrow(), jdbc));
              if (referral.isEmpty() || !replies.assign(reply, referral.get())) {
                return false;
              }
              if (new SqlLetters(jdbc).isErased(referral.get())) {
                replies.erase(reply); // nobody could tell before what it quotes
              }
              answers.answers(found, referral.get(), Correspondence.By.of(person), desk, jdbc);
              return true;
            });
    next.addFlashAttribute(
        done ? "notice" : "problem", done ? "referral.assigned" : "referral.no-such-letter");
    return "redirect:/referrals/unknown";
  }

  /** What was typed, bounded. */
  static String words(String typed) {
    return Fields.text(typed, LONGEST_WORDS);
  }
}
