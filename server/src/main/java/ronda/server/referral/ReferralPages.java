package ronda.server.referral;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import ronda.casework.Desk;
import ronda.casework.authority.Recipient;
import ronda.casework.cases.CaseFile;
import ronda.casework.office.Permission;
import ronda.casework.referral.Addressee;
import ronda.casework.referral.AnswerTimes;
import ronda.casework.referral.Destination;
import ronda.casework.referral.Outcome;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Sending;
import ronda.casework.referral.Stationery;
import ronda.casework.retention.Destroyed;
import ronda.identify.post.Category;
import ronda.letters.form.Form;
import ronda.letters.form.LetterFile;
import ronda.letters.pgp.RecipientKey;
import ronda.server.desk.Desks;
import ronda.server.desk.DestroyedPapers;
import ronda.server.desk.WholeCase;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlDestinations;
import ronda.store.sql.SqlDisposals;
import ronda.store.sql.SqlDisposals.Paper;
import ronda.store.sql.SqlLetters;
import ronda.store.sql.SqlOutbox;
import ronda.store.sql.SqlReferrals;
import ronda.store.sql.SqlReplies;

/** The referrals, one referral with its letters, and what can be downloaded. */
@Controller
class ReferralPages {
  private static final int PAGE = 50;
  private static final int MOST_PAGES = 1_000;
  private static final int MOST_ROWS = 2_000;
  private static final int MOST_UNKNOWN = 50;
  private static final Duration STATISTICS = Duration.ofDays(365);

  private final Desks desks;
  private final Correspondence letters;
  private final Chasing chasing;
  private final Sendoff sendoff;
  private final Acts acts;

  ReferralPages(Desks desks, Correspondence letters, Chasing chasing, Sendoff sendoff, Acts acts) {
    this.desks = desks;
    this.letters = letters;
    this.chasing = chasing;
    this.sendoff = sendoff;
    this.acts = acts;
  }

  /**
   * A referral as a list shows it.
   *
   * @param due until when an answer is wanted; empty until it is sent
   */
  record Line(Referral referral, Optional<Instant> due, boolean overdue, boolean chase) {}

  Line line(Referral referral) {
    return new Line(
        referral,
        referral.dueAt(letters.calendar()),
        referral.isOverdue(letters.now(), letters.calendar()),
        letters.due(referral).isPresent());
  }

  /** Whether this person may know of a referral: its letter and replies are another matter. */
  private static boolean isKnown(Caller.Person person, Referral referral, JdbcClient jdbc) {
    return new SqlCases(jdbc)
        .find(referral.caseNumber())
        .filter(file -> Desk.isFor(person.officer(), file))
        .isPresent();
  }

  /** Whether this person may read what a referral says: it may tell of all of its case. */
  static boolean isFor(Caller.Person person, Referral referral, JdbcClient jdbc) {
    return WholeCase.of(person.officer(), new SqlCases(jdbc).find(referral.caseNumber()), jdbc)
        .isPresent();
  }

  @Allowed(Permission.READ_CASES)
  @GetMapping("/referrals")
  String list(
      Caller.Person person,
      @RequestParam(defaultValue = "waiting") String show,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    int shown = Math.clamp(page, 0, MOST_PAGES);
    desks.look(
        person.office(),
        jdbc -> {
          SqlReferrals referrals = new SqlReferrals(jdbc).seenBy(person.officer());
          List<UUID> overdue = chasing.overdue(person.officer(), jdbc);
          List<Referral> found =
              switch (show) {
                case "overdue" ->
                    referrals.these(
                        overdue.stream().skip((long) shown * PAGE).limit(PAGE).toList());
                case "stuck" -> referrals.stuck(shown * PAGE, PAGE);
                case "written" -> referrals.unsent(shown * PAGE, PAGE);
                default -> referrals.latest(state(show), shown * PAGE, PAGE);
              };
          model.addAttribute("lines", found.stream().map(this::line).toList());
          model.addAttribute(
              "total",
              switch (show) {
                case "overdue" -> overdue.size();
                case "stuck" -> referrals.countStuck();
                case "written" -> referrals.countUnsent();
                default -> referrals.count(state(show));
              });
          model.addAttribute("overdue", overdue.size());
          model.addAttribute("unknown", new SqlReplies(jdbc).countUnknown());
          model.addAttribute(
              "times",
              AnswerTimes.of(
                  referrals.since(
                      letters.now().minus(STATISTICS).atZone(letters.zone()).toLocalDate(),
                      MOST_ROWS)));
          return model;
        });
    model.addAttribute("show", show);
    model.addAttribute("number", shown);
    model.addAttribute("size", PAGE);
    model.addAttribute("kinds", Recipient.values());
    return "referral/list";
  }

  private static Optional<Referral.State> state(String show) {
    return switch (show) {
      case "waiting" -> Optional.of(Referral.State.WAITING);
      case "replied" -> Optional.of(Referral.State.REPLIED);
      case "concluded" -> Optional.of(Referral.State.CONCLUDED);
      case "recalled" -> Optional.of(Referral.State.RECALLED);
      case "discarded" -> Optional.of(Referral.State.DISCARDED);
      default -> Optional.empty();
    };
  }

  @Allowed(Permission.READ_CASES)
  @GetMapping("/referrals/{id}")
  String one(Caller.Person person, @PathVariable UUID id, Model model) {
    desks.look(
        person.office(),
        jdbc -> {
          Referral referral = must(person, id, jdbc);
          SqlDisposals disposals = new SqlDisposals(jdbc);
          SqlAddressees addressees = new SqlAddressees(jdbc);
          Addressee to = addressees.byId(referral.addresseeId()).orElseThrow();
          model.addAttribute("line", line(referral));
          model.addAttribute("referral", referral);
          model.addAttribute(
              "unknownYear",
              referral.countedBlindly(letters.calendar()).map(String::valueOf).orElse(""));
          model.addAttribute("addressee", to);
          Set<Destination.Change> changes = DestinationActs.changes(referral, jdbc);
          model.addAttribute("changes", changes);
          model.addAttribute("anew", changes.stream().anyMatch(Destination.Change::wantsNewLetter));
          model.addAttribute("seen", new SqlDestinations(jdbc).of(id).orElse(null));
          model.addAttribute("shown", DestinationActs.mark(to));
          model.addAttribute("fingerprint", fingerprint(to));
          List<LetterLine> lines = LetterLine.of(referral, jdbc);
          model.addAttribute("letters", lines);
          model.addAttribute("leaving", sendoff.leaving(referral, to, lines, letters.now(), jdbc));
          Optional<Stationery> stationery = addressees.stationery();
          model.addAttribute(
              "noMails",
              lines.stream()
                  .collect(
                      Collectors.toMap(
                          one -> one.letter().id(),
                          one -> sendoff.whyNoMail(one.email(), stationery).orElse(""))));
          List<Sending> sendings = new SqlOutbox(jdbc).ofReferral(id);
          model.addAttribute("moved", Moved.of(referral, lines, jdbc));
          model.addAttribute("rewritable", Rewriting.isPossible(referral, sendings));
          model.addAttribute("sendings", sendings);
          model.addAttribute("told", SendingWords.of(sendings));
          model.addAttribute("onItsWay", sendings.stream().anyMatch(Sending::isOnItsWay));
          model.addAttribute("replies", new SqlReplies(jdbc).ofReferral(id));
          Map<UUID, Destroyed> gone = new HashMap<>(disposals.among(Paper.LETTER, id));
          gone.putAll(disposals.among(Paper.REPLY, id));
          model.addAttribute("destroyed", gone);
          model.addAttribute("chase", letters.due(referral).orElse(null));
          model.addAttribute("noMail", sendoff.whyNoMail(to.email(), stationery).orElse(""));
          return model;
        });
    model.addAttribute("outcomes", Outcome.values());
    model.addAttribute("readsMail", sendoff.readsMail());
    return "referral/one";
  }

  private String fingerprint(Addressee to) {
    return RecipientKey.read(to.key(), letters.now()) instanceof RecipientKey.Answer.Read read
        ? read.key().fingerprint()
        : "";
  }

  private static Referral must(Caller.Person person, UUID id, JdbcClient jdbc) {
    return new SqlReferrals(jdbc)
        .byId(id)
        .filter(one -> isFor(person, one, jdbc))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @Allowed(Permission.READ_CASES)
  @GetMapping("/referrals/{id}/letters/{letter}/export.pdf")
  ResponseEntity<byte[]> paper(
      Caller.Person person, @PathVariable UUID id, @PathVariable UUID letter) {
    byte[] pdf =
        desks.look(
            person.office(),
            jdbc -> {
              must(person, id, jdbc);
              DestroyedPapers.mustBeHere(Paper.LETTER, letter, jdbc);
              return new SqlLetters(jdbc).pdf(id, letter).orElseThrow(ReferralPages::notFound);
            });
    return file(pdf, MediaType.APPLICATION_PDF, "surat-" + letter + ".pdf");
  }

  @Allowed(Permission.READ_CASES)
  @GetMapping("/referrals/{id}/letters/{letter}/export.json")
  ResponseEntity<byte[]> data(
      Caller.Person person, @PathVariable UUID id, @PathVariable UUID letter) {
    String json =
        desks.look(
            person.office(),
            jdbc -> {
              must(person, id, jdbc);
              DestroyedPapers.mustBeHere(Paper.LETTER, letter, jdbc);
              return new SqlLetters(jdbc).json(id, letter).orElseThrow(ReferralPages::notFound);
            });
    return file(
        json.getBytes(StandardCharsets.UTF_8),
        MediaType.APPLICATION_JSON,
        "surat-" + letter + ".json");
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .body(bytes);
  }

  /**
   * Letters for a download.
   *
   * @param withheld how many more there are, of cases of which this person does not see all
   */
  private record Rows(List<SqlLetters.Row> rows, int withheld) {}

  private static Rows rows(Caller.Person person, Recipient kind, Instant since, JdbcClient jdbc) {
    List<SqlLetters.Row> all = new SqlLetters(jdbc).referralsTo(kind, since, MOST_ROWS);
    List<CaseFile> files =
        new SqlCases(jdbc)
            .numbered(all.stream().map(SqlLetters.Row::caseNumber).distinct().toList()).stream()
                .filter(file -> Desk.isFor(person.officer(), file))
                .toList();
    Set<String> known = files.stream().map(CaseFile::number).collect(Collectors.toSet());
    Set<String> whole = WholeCase.among(person.officer(), files, jdbc);
    List<SqlLetters.Row> rows =
        all.stream().filter(row -> whole.contains(row.caseNumber())).toList();
    long shown = all.stream().filter(row -> known.contains(row.caseNumber())).count();
    return new Rows(rows, (int) shown - rows.size());
  }

  /**
   * Many letters to one kind of recipient, a row each. The file's name says how many are left out
   * because this person may know of their cases but not see all of them.
   */
  @Allowed(Permission.REFER)
  @GetMapping("/referrals/export.csv")
  ResponseEntity<byte[]> bulk(
      Caller.Person person, @RequestParam String to, @RequestParam(defaultValue = "30") int days) {
    Recipient kind = Recipient.ofCode(to).orElseThrow(ReferralPages::notFound);
    Instant since = letters.now().minus(Duration.ofDays(Math.clamp(days, 1, 366)));
    Rows found = desks.look(person.office(), jdbc -> rows(person, kind, since, jdbc));
    if (found.withheld() > 0) {
      Map<String, Integer> count = Map.of("withheld", found.withheld());
      acts.write(person, "referrals-withheld", "recipient:" + kind.code(), count);
    }
    String csv =
        LetterFile.csv(
            Form.of(kind, Category.GAMBLING), // The fields are the same for every category.
            found.rows().stream()
                .map(
                    row ->
                        new LetterFile.Row(
                            row.letter(),
                            row.writtenAt().atZone(letters.zone()).toLocalDate().toString(),
                            row.caseNumber(),
                            row.typed()))
                .toList());
    return file(
        csv.getBytes(StandardCharsets.UTF_8),
        new MediaType("text", "csv", StandardCharsets.UTF_8),
        "rujukan-"
            + kind.code()
            + (found.withheld() == 0 ? "" : "-tanpa-" + found.withheld())
            + ".csv");
  }

  /** Mail of which nobody knows what it answers. */
  @Allowed({Permission.REFER, Permission.READ_EVERYTHING})
  @GetMapping("/referrals/unknown")
  String unknown(Caller.Person person, Model model) {
    desks.look(
        person.office(),
        jdbc -> {
          SqlReplies replies = new SqlReplies(jdbc);
          model.addAllAttributes(
              Map.of("replies", replies.unknown(MOST_UNKNOWN), "total", replies.countUnknown()));
          return model;
        });
    return "referral/unknown";
  }
}
