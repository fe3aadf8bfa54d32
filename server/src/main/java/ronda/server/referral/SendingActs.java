package ronda.server.referral;

import java.util.HashMap;
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
import ronda.casework.office.Permission;
import ronda.casework.referral.Addressee;
import ronda.casework.referral.Destination;
import ronda.casework.referral.Letter;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Sending;
import ronda.letters.mail.OfficialInterface;
import ronda.letters.pgp.RecipientKey;
import ronda.server.desk.Desks;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Shown;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlDestinations;
import ronda.store.sql.SqlLetters;
import ronda.store.sql.SqlOutbox;
import ronda.store.sql.SqlReferrals;

/** What a person decides about a letter that is on its way, or could not be handed over. */
@Controller
class SendingActs {
  private final Desks desks;
  private final Correspondence letters;
  private final Sendoff sendoff;
  private final Acts acts;

  SendingActs(Desks desks, Correspondence letters, Sendoff sendoff, Acts acts) {
    this.desks = desks;
    this.letters = letters;
    this.sendoff = sendoff;
    this.acts = acts;
  }

  /**
   * What somebody chose.
   *
   * @param as {@code again}, {@code anew}, {@code arrived} or {@code drop}
   * @param old where it went before, as the page showed it
   * @param now where letters go now, as the page showed it beside that
   * @param shown the mark of the addressee that the page showed
   */
  private record Choice(String as, String old, String now, String shown) {}

  /** A person decides about a letter of which nobody knows whether it arrived, or that waits. */
  @Allowed(Permission.REFER)
  @PostMapping("/referrals/{id}/sendings/{sending}/decide")
  String decide(
      Caller.Person person,
      @PathVariable UUID id,
      @PathVariable UUID sending,
      @RequestParam(defaultValue = "") String as,
      @RequestParam(defaultValue = "") String old,
      @RequestParam(defaultValue = "") String now,
      @RequestParam(defaultValue = "") String shown,
      RedirectAttributes next) {
    Told told =
        desks.change(
            person.office(),
            (desk, jdbc) -> {
              Referral referral = ReferralActs.forChange(person, id, jdbc);
              Sending one =
                  new SqlOutbox(jdbc)
                      .byId(sending)
                      .filter(found -> found.referral().equals(id))
                      .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
              Choice choice = new Choice(as, old, now, shown);
              Told came = decided(one, referral, choice, person, desk, jdbc);
              if (came.isDone()) {
                Map<String, String> facts = new HashMap<>(Map.of("as", as, "email", one.to()));
                acts.write(person, "letter-decided", "letter:" + referral.letter(), facts);
              }
              return came;
            });
    return ReferralActs.told(told, id, next);
  }

  private Told decided(
      Sending sending,
      Referral referral,
      Choice choice,
      Caller.Person person,
      Desk desk,
      JdbcClient jdbc) {
    SqlOutbox outbox = new SqlOutbox(jdbc);
    List<LetterLine> lines = LetterLine.of(referral, jdbc);
    Optional<Moved> moved = Moved.of(sending, referral, lines, jdbc);
    switch (choice.as()) {
      case "again":
        if (moved.isPresent() && !choice.old().equals(sending.to())) {
          return Told.NOT_THERE;
        }
        return outbox.decide(sending.id(), true, letters.now())
            ? Told.QUEUED
            : Told.NOT_OPEN_SENDING;
      case "anew":
        return moved.isPresent()
            ? anew(sending, referral, lines, moved.get(), choice, person, jdbc)
            : Told.NOT_OPEN_SENDING;
      case "drop":
        return dropped(sending, jdbc) ? Told.DROPPED : Told.NOT_OPEN_SENDING;
      case "arrived":
        if (sending.state() != Sending.State.DOUBTFUL) {
          return Told.NOT_OPEN_SENDING;
        }
        outbox.sent(sending.id(), "confirmed by " + person.signature());
        arrived(sending, Correspondence.By.of(person), desk, jdbc);
        return Told.ARRIVED;
      default:
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
  }

  private boolean dropped(Sending sending, JdbcClient jdbc) {
    SqlOutbox outbox = new SqlOutbox(jdbc);
    return outbox.decide(sending.id(), false, letters.now()) || outbox.cancel(sending.id());
  }

  /**
   * The same letter to where letters go now, in a sending of its own; the one that was made before
   * stays on the page and does not leave.
   */
  private Told anew(
      Sending sending,
      Referral referral,
      List<LetterLine> lines,
      Moved moved,
      Choice choice,
      Caller.Person person,
      JdbcClient jdbc) {
    Addressee to = new SqlAddressees(jdbc).byId(referral.addresseeId()).orElseThrow();
    LetterLine line =
        lines.stream()
            .filter(one -> one.letter().id().equals(sending.letter()))
            .findFirst()
            .orElseThrow();
    Optional<Told> not = whyNotAnew(sending, to, line, moved, choice, jdbc);
    if (not.isPresent()) {
      return not.get();
    }
    if (!dropped(sending, jdbc)) {
      return Told.NOT_OPEN_SENDING;
    }
    if (line.isToAddressee()) {
      new SqlDestinations(jdbc)
          .put(referral.id(), Destination.of(to), person.signature(), letters.now());
    }
    if (sending.way() == Sending.Way.MAIL) {
      sendoff.byMail(
          referral.id(),
          sending.letter(),
          line.letter().number(),
          line.isFollowUp() ? line.name(referral) : to.name(),
          line.email(),
          line.key(),
          letters.now(),
          jdbc);
    } else {
      sendoff.byInterface(referral.id(), sending.letter(), to, letters.now(), jdbc);
    }
    return Told.QUEUED_ANEW;
  }

  /** What stands in the way of the same letter to where letters go now; empty if nothing does. */
  private Optional<Told> whyNotAnew(
      Sending sending, Addressee to, LetterLine line, Moved moved, Choice choice, JdbcClient jdbc) {
    boolean seen = choice.old().equals(moved.before()) && choice.now().equals(moved.now());
    if (!seen || !new Shown(choice.shown()).isStill(Shown.of(to))) {
      return Optional.of(Told.NOT_STILL);
    }
    if (moved.wantsNewLetter()) {
      return Optional.of(Told.NOT_CONFIRMED);
    }
    if (new SqlLetters(jdbc).pdf(sending.referral(), sending.letter()).isEmpty()) {
      return Optional.of(Told.NOT_OPEN_SENDING); // Destroyed meanwhile.
    }
    return switch (sending.way()) {
      case API ->
          OfficialInterface.address(to.endpoint()).isEmpty()
              ? Optional.of(Told.NOT_ENDPOINT)
              : Optional.empty();
      case MAIL -> {
        if (sendoff.whyNoMail(line.email(), new SqlAddressees(jdbc).stationery()).isPresent()) {
          yield Optional.of(Told.NOT_MAIL);
        }
        boolean readable =
            line.key().isBlank()
                || RecipientKey.read(line.key(), letters.now()) instanceof RecipientKey.Answer.Read;
        yield readable ? Optional.empty() : Optional.of(Told.NOT_KEY);
      }
    };
  }

  private void arrived(Sending sending, Correspondence.By by, Desk desk, JdbcClient jdbc) {
    SqlLetters.Made letter = Sendoff.letter(sending.referral(), sending.letter(), jdbc);
    String way = sending.way().code();
    if (letter.kind() == Letter.Kind.REFERRAL) {
      letters.left(sending.referral(), way, "", by, desk, jdbc);
    } else {
      Referral referral = new SqlReferrals(jdbc).byId(sending.referral()).orElseThrow();
      letters.followUpLeft(referral, letter, way, "", by, desk, jdbc);
    }
  }
}
