package ronda.server.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.Desk;
import ronda.casework.office.Permission;
import ronda.casework.review.Job;
import ronda.casework.review.Judgement;
import ronda.casework.review.Worst;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.letters.form.Csv;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Fields;
import ronda.server.page.TakingOut;
import ronda.sources.files.Format;
import ronda.sources.files.JsonBytes;
import ronda.sources.files.Refusal;
import ronda.store.sql.SqlJobs;

/** Where people bring posts, and see what became of them. Files come in at the upload's door. */
@Controller
class BringPages {
  private static final int MOST_BATCHES = 200;
  private static final int LATEST = 20;
  private static final int SHOWN_REJECTS = 50;
  private static final int SHOWN_JOBS = 100;

  private final Desks desks;
  private final Intake intake;
  private final RejectWords words;
  private final MessageSource messages;
  private final Acts acts;
  private final WhyNot whyNot;

  BringPages(
      Desks desks,
      Intake intake,
      RejectWords words,
      MessageSource messages,
      Acts acts,
      WhyNot whyNot) {
    this.whyNot = whyNot;
    this.acts = acts;
    this.words = words;
    this.messages = messages;
    this.desks = desks;
    this.intake = intake;
  }

  @Allowed(Permission.BRING_POSTS)
  @GetMapping("/bring")
  String bring(Caller.Person person, Model model) {
    return show(Map.of(), person, model);
  }

  /** The page with the fields of one text as they were typed. */
  private String show(Map<String, String> typed, Caller.Person person, Model model) {
    model.addAttribute("typed", typed);
    model.addAttribute("byHand", !typed.getOrDefault("category", "").isEmpty());
    model.addAttribute("categories", Category.values());
    model.addAttribute("stances", Stance.values());
    model.addAttribute("severities", Severity.values());
    List<Batch> latest =
        desks.look(
            person.office(), jdbc -> new Batches(jdbc).latest(person.officer().id(), LATEST));
    model.addAttribute("batches", latest);
    return "desk/bring";
  }

  @Allowed(Permission.BRING_POSTS)
  @PostMapping("/bring/text")
  String text(
      Caller.Person person,
      @RequestParam Map<String, String> typed,
      Model model,
      RedirectAttributes next,
      HttpServletResponse response)
      throws IOException {
    Optional<String> problem = problem(typed, person);
    if (problem.isPresent()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      model.addAttribute("problem", problem.get());
      return show(typed, person, model);
    }
    Intake.Sending sending =
        Intake.Sending.by(person.officer(), Batch.Way.PASTE, "", raised(typed, person));
    return switch (intake.receive(sending, new ByteArrayInputStream(line(typed)), Format.JSONL)) {
      case Intake.Answer.Done done -> read(done, typed, person, model, next);
      case Intake.Answer.Busy busy -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(busy.again().toSeconds()));
        model.addAttribute("problem", "bring.busy");
        yield show(typed, person, model);
      }
      case Intake.Answer.KeyTaken taken -> throw new IllegalStateException("sent without a key");
      case Intake.Answer.BrokenOff off -> throw new IllegalStateException("no program sent it");
    };
  }

  /**
   * Where to after one text was read. What nobody finds anything in is not kept: it stays typed.
   */
  private String read(
      Intake.Answer.Done done,
      Map<String, String> typed,
      Caller.Person person,
      Model model,
      RedirectAttributes next) {
    if (done.raised().isPresent()) {
      // It may have joined a job of another place, or one with worse in it.
      Optional<Job> job =
          desks
              .look(
                  person.office(),
                  jdbc -> new SqlJobs(jdbc).inOrder(List.of(done.raised().get())).stream())
              .filter(found -> Desk.isFor(person.officer(), found))
              .findFirst();
      boolean over =
          job.filter(found -> found.standing().isDecided() || found.isForgotten()).isPresent();
      next.addFlashAttribute("notice", over ? "bring.raised-before" : "bring.raised");
      return job.map(found -> "redirect:/jobs/" + found.id())
          .orElse("redirect:/batches/" + done.batch().id());
    }
    if (done.batch().harmless() > 0 && person.may(Permission.REVIEW)) {
      String page = show(typed, person, model);
      model.addAttribute("missed", true);
      model.addAttribute("byHand", true);
      model.addAttribute("why", whyNot.of(person.office(), words(typed)));
      return page;
    }
    return "redirect:/batches/" + done.batch().id();
  }

  private static byte[] line(Map<String, String> typed) {
    String text = words(typed);
    JsonBytes json = new JsonBytes(text.length() + 256);
    json.raw("{\"text\":").string(text);
    for (String about : List.of("author", "platform", "url")) {
      json.raw(",\"" + about + "\":").string(typed.getOrDefault(about, "").strip());
    }
    return json.raw("}\n").toBytes();
  }

  /** Of a post of which only the address is known, the address is what can be examined. */
  private static String words(Map<String, String> typed) {
    String words = typed.getOrDefault("text", "");
    return words.isBlank() ? typed.getOrDefault("url", "").strip() : words;
  }

  private static Optional<String> problem(Map<String, String> typed, Caller.Person person) {
    if (words(typed).isBlank()) {
      return Optional.of("bring.no-text");
    }
    if (typed.getOrDefault("category", "").isEmpty() || !person.may(Permission.REVIEW)) {
      return Optional.empty();
    }
    Optional<Intake.Raised> raised = raised(typed, person);
    if (raised.isEmpty()) {
      return Optional.of("bring.say-why");
    }
    boolean worst = Worst.categories().contains(raised.get().verdict().category());
    return worst && !person.officer().seesWorst() ? Optional.of("bring.worst") : Optional.empty();
  }

  /** What an officer who may judge finds in the post; empty if nothing, or not why. */
  private static Optional<Intake.Raised> raised(Map<String, String> typed, Caller.Person person) {
    return Fields.reason(typed.get("reason"), Judgement.LONGEST_REASON)
        .filter(reason -> person.may(Permission.REVIEW))
        .flatMap(
            reason ->
                Judging.Said.confirmed(typed)
                    .map(verdict -> new Intake.Raised(person.officer(), verdict, reason)));
  }

  /** What was brought lately, for who may not bring anything. */
  @Allowed({Permission.READ_EVERYTHING, Permission.KEEP_OFFICE})
  @GetMapping("/batches")
  String batches(Caller.Person person, Model model) {
    model.addAttribute(
        "batches",
        desks.look(
            person.office(),
            jdbc -> new Batches(jdbc).latest(person.officer().id(), MOST_BATCHES)));
    return "desk/batches";
  }

  @Allowed({Permission.BRING_POSTS, Permission.READ_EVERYTHING, Permission.KEEP_OFFICE})
  @GetMapping("/batches/{id}")
  String batch(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam Optional<UUID> after,
      Model model) {
    Instant now = desks.clock().instant();
    desks.look(
        person.office(),
        jdbc -> {
          Batches batches = new Batches(jdbc);
          Batch batch = found(batches, id, person);
          List<Refusal> rejects = batches.rejectsOf(id, SHOWN_REJECTS);
          boolean own = batch.isOwn(person.officer().id());
          model.addAttribute("batch", batch);
          model.addAttribute("own", own);
          model.addAttribute("opens", !own && batch.opensLinesTo(person));
          model.addAttribute("forgotten", batch.rejected() > 0 && rejects.isEmpty());
          model.addAttribute("rejects", own ? words.tell(rejects) : List.of());
          model.addAttribute("kept", batches.keptRejects(id));
          List<Job> jobs = new SqlJobs(jdbc).ofBatch(id, after, SHOWN_JOBS + 1);
          List<Job> page = jobs.stream().limit(SHOWN_JOBS).toList();
          List<Job> shown = page.stream().filter(job -> Desk.isFor(person.officer(), job)).toList();
          model.addAttribute("jobs", JobLine.of(shown, now));
          model.addAttribute("after", after.orElse(null));
          model.addAttribute("next", jobs.size() > page.size() ? page.getLast().id() : null);
          return model;
        });
    return "desk/batch";
  }

  private static Batch found(Batches batches, UUID id, Caller.Person person) {
    return batches
        .byId(id)
        .filter(batch -> batch.isFor(person.officer().id()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Its address has the button. */
  @Allowed({Permission.BRING_POSTS, Permission.READ_EVERYTHING, Permission.KEEP_OFFICE})
  @GetMapping("/batches/{id}/rejects.csv")
  String askForRejects(Caller.Person person, @PathVariable UUID id, Model model) {
    desks.look(person.office(), jdbc -> readable(found(new Batches(jdbc), id, person), person));
    String batch = "/batches/" + id;
    return TakingOut.page("rejects.csv", batch + "/rejects.csv", Map.of(), batch, model);
  }

  private static Batch readable(Batch batch, Caller.Person person) {
    if (!batch.isOwn(person.officer().id()) && !batch.opensLinesTo(person)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return batch;
  }

  /**
   * The lines that could not be read, each with its number and the reason: for whoever sent them,
   * and for who may look at another's, which is entered in the audit log.
   */
  @Allowed({Permission.BRING_POSTS, Permission.READ_EVERYTHING, Permission.KEEP_OFFICE})
  @PostMapping("/batches/{id}/rejects.csv")
  ResponseEntity<byte[]> rejects(Caller.Person person, @PathVariable UUID id) {
    Lines rejects =
        desks.change(
            person.office(),
            (desk, jdbc) -> {
              Batches batches = new Batches(jdbc);
              Batch batch = readable(found(batches, id, person), person);
              List<Refusal> lines = batches.rejectsOf(id, BatchReading.MOST_REJECTS);
              if (!batch.isOwn(person.officer().id())) {
                acts.write(person, "rejects-read", "batch:" + id, Map.of("lines", lines.size()));
              }
              return new Lines(lines, batch.rejected());
            });
    String csv =
        words.tell(rejects.kept()).stream()
            .map(one -> Csv.row(Long.toString(one.line()), one.error(), one.input()))
            .collect(Collectors.joining("", header(), end(rejects)));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejects.csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(csv.getBytes(StandardCharsets.UTF_8));
  }

  /** Lines that could not be read: those that are kept, and how many there were. */
  private record Lines(List<Refusal> kept, long inAll) {}

  /** Says as the last line that these are not all; nothing where they are, or are forgotten. */
  private String end(Lines lines) {
    int kept = lines.kept().size();
    return kept == 0 || kept == lines.inAll()
        ? ""
        : Csv.row(
            "",
            messages.getMessage(
                "batch.only-first",
                new Object[] {kept, lines.inAll()},
                LocaleContextHolder.getLocale()),
            "");
  }

  private String header() {
    return Csv.row(
        Stream.of("batch.line", "batch.error", "batch.input")
            .map(key -> messages.getMessage(key, null, LocaleContextHolder.getLocale()))
            .toArray(String[]::new));
  }
}
