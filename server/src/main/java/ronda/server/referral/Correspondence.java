package ronda.server.referral;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.Desk;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.chain.Link;
import ronda.casework.office.Officer;
import ronda.casework.referral.Addressee;
import ronda.casework.referral.Chase;
import ronda.casework.referral.Destination;
import ronda.casework.referral.Discreet;
import ronda.casework.referral.Happening;
import ronda.casework.referral.Letter;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Stationery;
import ronda.casework.referral.WorkingDays;
import ronda.identify.post.Category;
import ronda.letters.form.Form;
import ronda.letters.form.LetterFile;
import ronda.letters.form.LetterSheet;
import ronda.paper.print.Print;
import ronda.server.door.Caller;
import ronda.server.door.PublicAddress;
import ronda.server.objection.CaseCodes;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlDestinations;
import ronda.store.sql.SqlLetterFates;
import ronda.store.sql.SqlLetters;
import ronda.store.sql.SqlReferrals;

/**
 * Writes letters and enters what became of them (surat-menyurat); of answers see {@link Answers}.
 * Each method is a part of one change: the caller opens the transaction and hands in desk and
 * tables.
 */
@Component
final class Correspondence {
  /** What the letter calls the code by which the person concerned objects. */
  private static final String OBJECTION = "Kode keberatan";

  /** In the place of a number, until a letter is written. */
  static final String UNNUMBERED = "…";

  private final WorkingDays calendar;
  private final InstantSource clock;
  private final CaseCodes codes;
  private final PublicAddress address;

  Correspondence(
      WorkingDays calendar, InstantSource clock, CaseCodes codes, PublicAddress address) {
    this.calendar = calendar;
    this.clock = clock;
    this.codes = codes;
    this.address = address;
  }

  ZoneId zone() {
    return calendar.zone();
  }

  WorkingDays calendar() {
    return calendar;
  }

  Instant now() {
    return clock.instant();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), calendar.zone());
  }

  /**
   * A letter as it would leave, without a number.
   *
   * @param typed the fields by their codes, with everything hidden that the recipient does not need
   */
  record Composed(Letter letter, Map<String, String> typed) {}

  /** Puts a referral letter together; nothing is kept yet. */
  Composed compose(
      Material material,
      Addressee to,
      Draft draft,
      List<Letter.Basis> laws,
      Stationery stationery) {
    CaseFile file = material.matter().file();
    Form form = Form.of(to.kind(), file.category());
    Discreet discreet = draft.discreet(to.kind());
    Map<String, String> typed = form.discreet(draft.typed(), discreet);
    Letter letter =
        new Letter(
            UUID.randomUUID(),
            UUID.randomUUID(),
            Letter.Kind.REFERRAL,
            UNNUMBERED,
            now(),
            today(),
            stationery,
            to.kind(),
            to.name(),
            to.postal(),
            file.number(),
            "Rujukan dugaan " + Wording.category(file.category()),
            withObjection(form.facts(typed), UNNUMBERED, stationery),
            laws,
            discreet.of(draft.necessity()),
            material.annex());
    return new Composed(letter, typed);
  }

  /**
   * The facts, and by which code and where the person concerned may object: at the public address,
   * and where nobody said which that is, by asking the office.
   */
  private Map<String, String> withObjection(
      Map<String, String> facts, String code, Stationery stationery) {
    Map<String, String> all = new LinkedHashMap<>(facts);
    String where = address.isKnown() ? address.text() + "/objection" : stationery.from();
    all.put(OBJECTION, where.isBlank() ? code : code + ", " + where);
    return all;
  }

  /** Gives the letter its number and keeps it: from here on it does not change. */
  Referral write(Composed composed, Addressee to, Caller.Person by, Desk desk, JdbcClient jdbc) {
    SqlReferrals referrals = new SqlReferrals(jdbc);
    Letter letter = numbered(composed.letter(), referrals);
    UUID file = new SqlCases(jdbc).find(letter.caseNumber()).orElseThrow().id();
    String code = codes.of(by.office(), file, jdbc).shown();
    letter = letter.with(withObjection(letter.facts(), code, letter.stationery()));
    Referral referral =
        new Referral(
            letter.referral(),
            letter.caseNumber(),
            category(letter.caseNumber(), jdbc),
            to.kind(),
            to.id(),
            to.name(),
            letter.number(),
            letter.writtenAt(),
            by.signature(),
            to.target(),
            List.of());
    referrals.begin(referral);
    new SqlDestinations(jdbc).put(referral.id(), Destination.of(to), by.signature(), now());
    Map<String, String> typed = new LinkedHashMap<>(composed.typed());
    typed.put("objection", code);
    keep(letter, typed, jdbc);
    Step written = new Step.ReferralWritten(referral.id(), letter.number(), to.name());
    desk.add(letter.caseNumber(), written, by.officer(), letter.writtenAt());
    return referral;
  }

  private static Category category(String number, JdbcClient jdbc) {
    return new SqlCases(jdbc).find(number).orElseThrow().category();
  }

  private Letter numbered(Letter letter, SqlReferrals referrals) {
    int count = referrals.nextCount(letter.day().getYear());
    String number = letter.stationery().scheme().number(count, letter.day());
    return new Letter(
        letter.id(),
        letter.referral(),
        letter.kind(),
        number,
        letter.writtenAt(),
        letter.day(),
        letter.stationery(),
        letter.recipient(),
        letter.to(),
        letter.postal(),
        letter.caseNumber(),
        letter.subject(),
        letter.facts(),
        letter.bases(),
        letter.words(),
        letter.annex());
  }

  private void keep(Letter letter, Map<String, String> typed, JdbcClient jdbc) {
    SqlLetters.Made made =
        new SqlLetters.Made(
            letter.id(),
            letter.referral(),
            letter.kind(),
            letter.number(),
            letter.writtenAt(),
            letter.subject(),
            typed);
    byte[] pdf = Print.pdf(LetterSheet.of(letter, calendar.zone()));
    new SqlLetters(jdbc).put(made, LetterFile.json(letter, typed), pdf);
  }

  /** A letter that follows the first: a reminder, a word to the superior, a recall. */
  Letter follow(Referral referral, Letter.Kind kind, String to, String words, JdbcClient jdbc) {
    SqlAddressees addressees = new SqlAddressees(jdbc);
    Stationery stationery = addressees.stationery().orElseThrow();
    String postal =
        kind == Letter.Kind.ESCALATION
            ? ""
            : addressees.byId(referral.addresseeId()).map(Addressee::postal).orElse("");
    Letter letter =
        numbered(
            new Letter(
                UUID.randomUUID(),
                referral.id(),
                kind,
                UNNUMBERED,
                now(),
                today(),
                stationery,
                referral.to(),
                to,
                postal,
                referral.caseNumber(),
                Wording.subject(kind) + " " + referral.letter(),
                Map.of(),
                List.of(),
                words,
                List.of()),
            new SqlReferrals(jdbc));
    keep(letter, Map.of(), jdbc);
    return letter;
  }

  /**
   * Who acted: a person, or the program by itself.
   *
   * @param signature as it is written into the referral's history
   * @param officer empty for the program
   */
  record By(String signature, Optional<Officer> officer) {
    static final By ITSELF = new By(Link.RONDA, Optional.empty());

    static By of(Caller.Person person) {
      return new By(person.signature(), Optional.of(person.officer()));
    }
  }

  /** Adds a step to a case, in the name of whoever did it. */
  void step(String number, Step step, By by, Desk desk) {
    by.officer()
        .ifPresentOrElse(
            officer -> desk.add(number, step, officer, now()),
            () -> desk.addByItself(number, step, now()));
  }

  /** The letter left: the referral and the case say so, and the clock begins. */
  void left(UUID referral, String way, String note, By by, Desk desk, JdbcClient jdbc) {
    Referral sent = add(referral, new Happening.Sent(way, note), by.signature(), jdbc);
    Step step = new Step.ReferralSent(sent.id(), sent.letter(), sent.addressee(), way);
    step(sent.caseNumber(), step, by, desk);
  }

  /** A letter that follows the first left: the case says so, once. */
  void followUpLeft(
      Referral referral,
      SqlLetters.Made letter,
      String way,
      String note,
      By by,
      Desk desk,
      JdbcClient jdbc) {
    var fate = new SqlLetterFates.Fate(true, now(), by.signature(), way, note);
    if (new SqlLetterFates(jdbc).put(letter.id(), fate)) {
      String to =
          letter.kind() == Letter.Kind.ESCALATION
              ? new SqlAddressees(jdbc).stationery().map(Stationery::superior).orElse("")
              : referral.addressee();
      Step step =
          new Step.FollowUpSent(
              referral.id(),
              letter.number(),
              to,
              letter.kind().name().toLowerCase(Locale.ROOT),
              way);
      step(referral.caseNumber(), step, by, desk);
    }
  }

  /** A letter that has not left will not leave: its number stays used. */
  void discard(
      Referral referral,
      SqlLetters.Made letter,
      String reason,
      Caller.Person by,
      Desk desk,
      JdbcClient jdbc) {
    if (letter.kind() == Letter.Kind.REFERRAL) {
      add(referral.id(), new Happening.Discarded(reason), by.signature(), jdbc);
    } else {
      giveUp(letter.id(), reason, by.signature(), jdbc);
    }
    Step step = new Step.LetterDiscarded(referral.id(), letter.number(), reason);
    desk.add(referral.caseNumber(), step, by.officer(), now());
  }

  private void giveUp(UUID letter, String reason, String by, JdbcClient jdbc) {
    new SqlLetterFates(jdbc).put(letter, new SqlLetterFates.Fate(false, now(), by, "", reason));
  }

  /** The letters that follow the first and have not left are overtaken by what happened. */
  void overtaken(UUID referral, String reason, String by, JdbcClient jdbc) {
    Set<UUID> known = new SqlLetterFates(jdbc).ofReferral(referral).keySet();
    new SqlLetters(jdbc)
        .ofReferral(referral).stream()
            .filter(letter -> letter.kind() != Letter.Kind.REFERRAL)
            .filter(letter -> !known.contains(letter.id()))
            .forEach(letter -> giveUp(letter.id(), reason, by, jdbc));
  }

  /** A letter about a missing answer was written. */
  void chased(UUID referral, Chase chase, By by, Desk desk, JdbcClient jdbc) {
    Referral chased =
        add(referral, new Happening.Chased(chase.way(), chase.number()), by.signature(), jdbc);
    Step step = new Step.ReferralChased(chased.id(), chased.letter(), chase.way());
    step(chased.caseNumber(), step, by, desk);
  }

  /** The recipient was told to set it aside. */
  void recalled(UUID referral, String reason, String by, JdbcClient jdbc) {
    add(referral, new Happening.Recalled(reason), by, jdbc);
  }

  /** Adds what happened to a referral. */
  Referral add(UUID id, Happening what, String by, JdbcClient jdbc) {
    SqlReferrals referrals = new SqlReferrals(jdbc);
    Referral after =
        referrals.forChange(id).orElseThrow().after(new Happening.Taken(now(), by, what));
    referrals.add(after);
    return after;
  }

  /** Who is to be told now that no answer came. */
  Optional<Chase> due(Referral referral) {
    return Chase.due(referral, now(), calendar);
  }
}
