package ronda.server.watch;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.notice.Anonymity;
import ronda.casework.notice.Notice;
import ronda.casework.notice.Notices;
import ronda.casework.office.Office;
import ronda.casework.office.Offices;
import ronda.casework.office.Permission;
import ronda.casework.office.Region;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.store.sql.SqlFormKeys;
import ronda.store.sql.SqlModusCatalogue;
import ronda.store.sql.SqlNotices;

/** Early warnings: those that reach this office, and sending one. */
@Controller
class NoticePages {
  private static final int PAGE = 50;
  private static final int MOST_PAGES = 10_000;

  private final WatchTables tables;
  private final Offices offices;
  private final Acts acts;

  NoticePages(WatchTables tables, Offices offices, Acts acts) {
    this.tables = tables;
    this.offices = offices;
    this.acts = acts;
  }

  /** A notice in a list. */
  record Line(Notice notice, boolean own, boolean read) {}

  @Allowed(Permission.READ_DESK)
  @GetMapping("/notices")
  String list(Caller.Person person, @RequestParam(defaultValue = "0") int page, Model model) {
    int shown = Math.clamp(page, 0, MOST_PAGES);
    tables.look(
        person.office(),
        jdbc -> {
          Notices notices = new SqlNotices(jdbc);
          List<Notice> listed = notices.list(shown * PAGE, PAGE);
          Set<UUID> read = notices.readAmong(listed.stream().map(Notice::id).toList());
          model.addAttribute(
              "notices",
              listed.stream()
                  .map(
                      notice -> new Line(notice, isOwn(person, notice), read.contains(notice.id())))
                  .toList());
          model.addAttribute("total", notices.count());
          return model;
        });
    model.addAttribute("number", shown);
    model.addAttribute("size", PAGE);
    return "watch/notices";
  }

  /** How many other offices of this installation are warned, who warn all or these places. */
  private long reach(List<Region> audience, Caller.Person person) {
    return offices.all().stream()
        .filter(office -> !office.id().equals(person.office()))
        .filter(
            office ->
                audience.isEmpty()
                    || audience.stream().anyMatch(place -> Notice.reaches(place, office.region())))
        .count();
  }

  private static boolean isOwn(Caller.Person person, Notice notice) {
    return notice.sender().office().equals(person.office());
  }

  @Allowed(Permission.READ_DESK)
  @GetMapping("/notices/{id}")
  String notice(Caller.Person person, @PathVariable UUID id, Model model) {
    tables.look(
        person.office(),
        jdbc -> {
          Notices notices = new SqlNotices(jdbc);
          Notice notice = notices.byId(id).orElseThrow(WatchTables::notFound);
          model.addAttribute("line", new Line(notice, isOwn(person, notice), notices.isRead(id)));
          model.addAttribute("receipts", notices.receipts(id));
          model.addAttribute(
              "reach", isOwn(person, notice) ? reach(notice.audience(), person) : -1);
          return model;
        });
    return "watch/notice";
  }

  /** The office says that it has read it. An auditor looks on and says nothing. */
  @Allowed({Permission.REVIEW, Permission.SEND_NOTICES})
  @PostMapping("/notices/{id}/read")
  String read(Caller.Person person, @PathVariable UUID id) {
    tables.change(
        person.office(),
        (watch, jdbc) -> {
          Notices notices = new SqlNotices(jdbc);
          if (notices.byId(id).isEmpty()) {
            throw WatchTables.notFound();
          }
          if (!notices.isRead(id)) {
            notices.read(id, tables.now());
            acts.write(person, "notice-read", "notice:" + id, Map.of());
          }
          return id;
        });
    return "redirect:/notices/" + id;
  }

  /** What the form holds. Places are codes with blanks or commas between them; none for all. */
  record Form(String title, String modus, String lookFor, String advice, String regions) {
    static final Form EMPTY = new Form("", "", "", "", "");

    /** The same without what points at a person. */
    Form masked() {
      return new Form(
          Anonymity.mask(title),
          Anonymity.mask(modus),
          Anonymity.mask(lookFor),
          Anonymity.mask(advice),
          regions);
    }

    /** What points at a person, as it was written. */
    List<Found> found() {
      List<Found> found = new ArrayList<>();
      for (String text : List.of(title, modus, lookFor, advice)) {
        Anonymity.traces(text)
            .forEach(trace -> found.add(new Found(trace.kind().name(), trace.span().of(text))));
      }
      return found;
    }

    private List<String> codes() {
      return Arrays.stream(regions.split("[\\s,;]+")).filter(code -> !code.isEmpty()).toList();
    }

    /** Those of the codes that are some; none for all. */
    List<Region> places() {
      return codes().stream().filter(Region::isCode).map(Region::new).distinct().toList();
    }

    Optional<String> wrong() {
      if (Notice.Text.isFlawed(title, modus, lookFor, advice)) {
        return Optional.of("notice.wrong.TEXT");
      }
      boolean places =
          codes().size() <= Notice.MOST_REGIONS && codes().stream().allMatch(Region::isCode);
      if (!places) {
        return Optional.of("notice.wrong.REGIONS");
      }
      return found().isEmpty() ? Optional.empty() : Optional.of("notice.wrong.PERSON");
    }
  }

  /** Something that points at a person: its kind, and the words. */
  record Found(String kind, String words) {}

  @Allowed(Permission.SEND_NOTICES)
  @GetMapping("/notices/new")
  String form(
      Caller.Person person, @RequestParam(required = false) @Nullable UUID modus, Model model) {
    Form form =
        Optional.ofNullable(modus)
            .filter(id -> person.may(Permission.READ_WATCHLIST))
            .flatMap(
                id -> tables.look(person.office(), jdbc -> new SqlModusCatalogue(jdbc).byId(id)))
            .map(found -> found.latest().text())
            .map(
                text ->
                    new Form(
                        text.title(),
                        text.title(),
                        String.join("\n", text.signals()),
                        text.advice(),
                        ""))
            .orElse(Form.EMPTY);
    model.addAttribute("form", form);
    model.addAttribute("reach", reach(List.of(), person));
    model.addAttribute("formKey", UUID.randomUUID());
    return "watch/notice-form";
  }

  /**
   * Sends a notice, once for each form: it can never be deleted.
   *
   * @param key the form's
   * @param mask whether whoever sends it has seen what points at a person and wants it covered
   */
  @Allowed(Permission.SEND_NOTICES)
  @PostMapping("/notices/new")
  String send(
      Caller.Person person,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String modus,
      @RequestParam(defaultValue = "") String lookFor,
      @RequestParam(defaultValue = "") String advice,
      @RequestParam(defaultValue = "") String regions,
      @RequestParam(defaultValue = "false") boolean mask,
      @RequestParam(defaultValue = "") String key,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Form written =
        new Form(
            Words.clean(title),
            Words.clean(modus),
            Words.clean(lookFor),
            Words.clean(advice),
            regions.strip());
    Form form = mask ? written.masked() : written;
    if (mask || form.wrong().isPresent()) {
      // What was covered is shown once more before it is sent: it is a person who decides.
      response.setStatus(
          form.wrong().isPresent() ? HttpStatus.BAD_REQUEST.value() : HttpStatus.OK.value());
      model.addAttribute("form", form);
      model.addAttribute("formKey", key);
      model.addAttribute("found", form.found());
      model.addAttribute("reach", reach(form.places(), person));
      form.wrong()
          .ifPresentOrElse(
              wrong -> model.addAttribute("problem", wrong),
              () -> model.addAttribute("notice", "notice.masked"));
      return "watch/notice-form";
    }
    Office office = offices.byId(person.office()).orElseThrow();
    Notice notice =
        new Notice(
            UUID.randomUUID(),
            new Notice.Sender(office.id(), office.name(), office.region()),
            tables.now(),
            new Notice.Text(form.title(), form.modus(), form.lookFor(), form.advice()),
            form.places(),
            Optional.empty());
    String place = "/notices/" + notice.id();
    String sent =
        tables.change(
            person.office(),
            (watch, jdbc) -> {
              Optional<String> before =
                  new SqlFormKeys(jdbc).use(person.officer().id(), key, place, tables.now());
              if (before.isPresent()) {
                return before.get();
              }
              new SqlNotices(jdbc).send(notice);
              acts.write(
                  person,
                  "notice-sent",
                  "notice:" + notice.id(),
                  Map.of(
                      "title", notice.text().title(), "regions", String.join(" ", form.codes())));
              return place;
            });
    String told = reach(form.places(), person) == 0 ? "notice.sent-nowhere" : "notice.sent";
    next.addFlashAttribute("notice", sent.equals(place) ? told : "notice.sent-before");
    return "redirect:" + sent;
  }

  @Allowed(Permission.SEND_NOTICES)
  @PostMapping("/notices/{id}/withdraw")
  String withdraw(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    String why = Words.clean(reason);
    if (why.isBlank()
        || why.length() > Notice.Withdrawal.LONGEST_REASON
        || !Anonymity.traces(why).isEmpty()) {
      next.addFlashAttribute("problem", "notice.wrong.REASON");
      return "redirect:/notices/" + id;
    }
    tables.change(
        person.office(),
        (watch, jdbc) -> {
          Notices notices = new SqlNotices(jdbc);
          if (notices.byId(id).filter(notice -> isOwn(person, notice)).isEmpty()) {
            throw WatchTables.notFound();
          }
          notices.withdraw(id, new Notice.Withdrawal(tables.now(), why));
          acts.write(person, "notice-withdrawn", "notice:" + id, Map.of("reason", why));
          return id;
        });
    next.addFlashAttribute("notice", "notice.withdrawn-now");
    return "redirect:/notices/" + id;
  }

  @Allowed(Permission.READ_DESK)
  @GetMapping("/notices/{id}/notice.json")
  ResponseEntity<String> export(Caller.Person person, @PathVariable UUID id) {
    Notice notice =
        tables.look(
            person.office(),
            jdbc -> new SqlNotices(jdbc).byId(id).orElseThrow(WatchTables::notFound));
    return ListPages.download(
        "notice-" + id + ".json", MediaType.APPLICATION_JSON, NoticeFile.write(notice));
  }

  @Allowed(Permission.SEND_NOTICES)
  @GetMapping("/notices/import")
  String importForm() {
    return "watch/notice-import";
  }

  @Allowed(Permission.SEND_NOTICES)
  @PostMapping("/notices/import")
  String bring(Caller.Person person, @RequestParam MultipartFile file, RedirectAttributes next)
      throws IOException {
    try {
      if (file.getSize() > NoticeFile.MOST_BYTES) {
        throw new NoticeFile.Unreadable("notice.file.TOO_LARGE");
      }
      Notice notice = NoticeFile.read(file.getBytes(), person.office(), tables.now());
      Optional<Brought> brought =
          tables.change(person.office(), (watch, jdbc) -> bring(person, notice, jdbc));
      if (brought.isPresent()) {
        next.addFlashAttribute("notice", brought.get().words());
        return "redirect:/notices/" + brought.get().id();
      }
      next.addFlashAttribute("problem", "notice.file.KNOWN");
    } catch (NoticeFile.Unreadable unreadable) {
      next.addFlashAttribute("problem", String.valueOf(unreadable.getMessage()));
    }
    return "redirect:/notices/import";
  }

  /**
   * What came of a file.
   *
   * @param words the key of the words that say it
   */
  private record Brought(UUID id, String words) {}

  /**
   * Takes a file in, or a withdrawal of what this office took in before; empty if all of it is
   * known. That another office took it in changes nothing here; that it was written in this
   * installation and reaches this office does.
   */
  private Optional<Brought> bring(Caller.Person person, Notice notice, JdbcClient jdbc) {
    Notices notices = new SqlNotices(jdbc);
    Map<String, String> facts =
        Map.of("sender", notice.sender().name(), "title", notice.text().title());
    Optional<Notice> written =
        notices.byId(notice.number()).filter(here -> !here.sender().fromFile());
    if (written.isPresent()) {
      return Optional.empty();
    }
    if (notices.send(notice)) {
      acts.write(person, "notice-imported", "notice:" + notice.id(), facts);
      return Optional.of(new Brought(notice.id(), "notice.imported"));
    }
    Optional<Notice> known =
        notices.ofFile(notice.number()).filter(kept -> kept.withdrawal().isEmpty());
    if (known.isEmpty() || notice.withdrawal().isEmpty()) {
      return Optional.empty();
    }
    UUID id = known.get().id();
    notices.withdraw(id, notice.withdrawal().get());
    acts.write(person, "notice-withdrawn", "notice:" + id, facts);
    return Optional.of(new Brought(id, "notice.withdrawn-now"));
  }
}
