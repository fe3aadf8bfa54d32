package ronda.server.watch;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.CaseFlow;
import ronda.casework.Desk;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.modus.Modus;
import ronda.casework.office.Permission;
import ronda.identify.post.Category;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Shown;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlFormKeys;
import ronda.store.sql.SqlModusCatalogue;

/** The catalogue of ways of working. */
@Controller
class ModusPages {
  private static final int MOST_CASES = 100;

  private final WatchTables tables;
  private final Acts acts;

  ModusPages(WatchTables tables, Acts acts) {
    this.tables = tables;
    this.acts = acts;
  }

  @ModelAttribute("categories")
  Category[] categories() {
    return Category.values();
  }

  /**
   * @param forCase the number of a case that one of them is to be linked with; empty if none
   */
  @Allowed(Permission.READ_WATCHLIST)
  @GetMapping("/modus")
  String list(
      Caller.Person person,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(name = "case", defaultValue = "") String forCase,
      Model model) {
    tables.look(
        person.office(),
        jdbc -> {
          SqlModusCatalogue catalogue = new SqlModusCatalogue(jdbc);
          model.addAttribute("modi", catalogue.list(Category.ofCode(category)));
          model.addAttribute("total", catalogue.count());
          return model;
        });
    model.addAttribute("category", category);
    model.addAttribute("forCase", Words.clean(forCase, 20));
    return "watch/modi";
  }

  @Allowed(Permission.KEEP_WATCHLIST)
  @PostMapping("/modus/start")
  String start(Caller.Person person, RedirectAttributes next) {
    int begun =
        tables.change(
            person.office(),
            (watch, jdbc) -> {
              SqlModusCatalogue catalogue = new SqlModusCatalogue(jdbc);
              if (catalogue.count() > 0) {
                return 0;
              }
              List<Modus.Text> texts = StartingCatalogue.texts();
              for (Modus.Text text : texts) {
                catalogue.put(
                    Modus.begun(
                        UUID.randomUUID(),
                        text,
                        false,
                        "katalog awal Ronda",
                        person.signature(),
                        tables.now()));
              }
              acts.write(person, "modus-started", "modus", Map.of("count", texts.size()));
              return texts.size();
            });
    next.addFlashAttribute(
        begun > 0 ? "notice" : "problem", begun > 0 ? "modus.started" : "modus.not-empty");
    return "redirect:/modus";
  }

  /** What the form holds. Signals stand one a line. */
  record Form(
      String title,
      String category,
      String pattern,
      String signals,
      String advice,
      Boolean verified,
      String why) {
    static final Form EMPTY = new Form("", "", "", "", "", false, "");

    Form(
        @Nullable String title,
        @Nullable String category,
        @Nullable String pattern,
        @Nullable String signals,
        @Nullable String advice,
        @Nullable Boolean verified,
        @Nullable String why) {
      this.title = typed(title);
      this.category = typed(category);
      this.pattern = typed(pattern);
      this.signals = typed(signals);
      this.advice = typed(advice);
      this.verified = Boolean.TRUE.equals(verified); // A box that is not ticked sends nothing.
      this.why = typed(why);
    }

    private static String typed(@Nullable String words) {
      return words == null ? "" : Words.clean(words);
    }

    static Form of(Modus modus) {
      Modus.Text text = modus.latest().text();
      return new Form(
          text.title(),
          text.category().code(),
          text.pattern(),
          String.join("\n", text.signals()),
          text.advice(),
          modus.latest().verified(),
          "");
    }

    private List<String> lines() {
      return signals.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The key of the words that say what is wrong; empty if nothing is. */
    Optional<String> wrong() {
      if (Category.ofCode(category).isEmpty()) {
        return Optional.of("watch.wrong.CATEGORY");
      }
      if (why.isBlank() || why.length() > Modus.Version.LONGEST_WHY) {
        return Optional.of("modus.wrong.WHY");
      }
      return switch (Modus.Text.whatIsWrong(title, pattern, lines(), advice)) {
        case NONE -> Optional.empty();
        case BLANK -> Optional.of("modus.wrong.BLANK");
        case NO_SIGNAL -> Optional.of("modus.wrong.NO_SIGNAL");
        case TOO_LONG -> Optional.of("watch.wrong.TOO_LONG");
      };
    }

    Modus.Text text() {
      return new Modus.Text(
          title, Category.ofCode(category).orElseThrow(), pattern, lines(), advice);
    }
  }

  @Allowed(Permission.KEEP_WATCHLIST)
  @GetMapping("/modus/new")
  String newForm(Model model) {
    model.addAttribute("form", Form.EMPTY);
    model.addAttribute("formKey", UUID.randomUUID());
    return "watch/modus-form";
  }

  @Allowed(Permission.KEEP_WATCHLIST)
  @PostMapping("/modus/new")
  String begin(
      Caller.Person person,
      @ModelAttribute Form form,
      @RequestParam(defaultValue = "") String key,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    if (form.wrong().isPresent()) {
      model.addAttribute("formKey", key);
      return again(form, model, response);
    }
    Modus modus =
        Modus.begun(
            UUID.randomUUID(),
            form.text(),
            form.verified(),
            form.why(),
            person.signature(),
            tables.now());
    String place = "/modus/" + modus.id();
    next.addFlashAttribute("notice", "modus.saved");
    return "redirect:"
        + tables.change(
            person.office(),
            (watch, jdbc) -> {
              Optional<String> before =
                  new SqlFormKeys(jdbc).use(person.officer().id(), key, place, tables.now());
              if (before.isEmpty()) {
                put(person, modus, jdbc);
              }
              return before.orElse(place);
            });
  }

  @Allowed(Permission.KEEP_WATCHLIST)
  @GetMapping("/modus/{id}/edit")
  String editForm(Caller.Person person, @PathVariable UUID id, Model model) {
    Modus modus =
        tables.look(
            person.office(),
            jdbc -> new SqlModusCatalogue(jdbc).byId(id).orElseThrow(WatchTables::notFound));
    model.addAttribute("form", Form.of(modus));
    model.addAttribute("id", id);
    model.addAttribute("shown", markOf(modus).mark());
    return "watch/modus-form";
  }

  @Allowed(Permission.KEEP_WATCHLIST)
  @PostMapping("/modus/{id}/edit")
  String change(
      Caller.Person person,
      @PathVariable UUID id,
      @ModelAttribute Form form,
      @RequestParam(defaultValue = "") String shown,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    if (form.wrong().isPresent()) {
      model.addAttribute("id", id);
      model.addAttribute("shown", shown);
      return again(form, model, response);
    }
    Optional<Modus> changed =
        tables.change(
            person.office(),
            (watch, jdbc) -> {
              Modus before =
                  new SqlModusCatalogue(jdbc).forChange(id).orElseThrow(WatchTables::notFound);
              if (!new Shown(shown).isStill(markOf(before))) {
                return Optional.of(before);
              }
              put(
                  person,
                  before.after(
                      form.text(), form.verified(), form.why(), person.signature(), tables.now()),
                  jdbc);
              return Optional.empty();
            });
    if (changed.isPresent()) {
      response.setStatus(HttpStatus.CONFLICT.value());
      model.addAttribute("id", id);
      model.addAttribute("form", form);
      model.addAttribute("shown", markOf(changed.get()).mark());
      model.addAttribute("standing", changed.get().latest());
      model.addAttribute("problem", "modus.changed-meanwhile");
      return "watch/modus-form";
    }
    next.addFlashAttribute("notice", "modus.saved");
    return "redirect:/modus/" + id;
  }

  /** Versions are only ever added. */
  private static Shown markOf(Modus modus) {
    return Shown.of(modus.latest().number());
  }

  private static String again(Form form, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    model.addAttribute("form", form);
    model.addAttribute("problem", form.wrong().orElse(""));
    return "watch/modus-form";
  }

  private void put(Caller.Person person, Modus modus, JdbcClient jdbc) {
    new SqlModusCatalogue(jdbc).put(modus);
    acts.write(
        person,
        "modus-written",
        "modus:" + modus.id(),
        Map.of("version", modus.latest().number(), "why", modus.latest().why()));
  }

  @Allowed(Permission.READ_WATCHLIST)
  @GetMapping("/modus/{id}")
  String modus(Caller.Person person, @PathVariable UUID id, Model model) {
    tables.look(
        person.office(),
        jdbc -> {
          SqlModusCatalogue catalogue = new SqlModusCatalogue(jdbc);
          Modus modus = catalogue.byId(id).orElseThrow(WatchTables::notFound);
          model.addAttribute("modus", modus);
          model.addAttribute("versions", modus.versions().reversed());
          if (person.may(Permission.READ_CASES)) {
            model.addAttribute(
                "cases", CasesInSight.of(catalogue.casesOf(id, MOST_CASES), person, jdbc));
          }
          return model;
        });
    return "watch/modus";
  }

  /** Writes into a case that this way of working was recognised there. */
  @Allowed(Permission.KEEP_CASES)
  @PostMapping("/modus/{id}/case")
  String link(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam String number,
      RedirectAttributes next) {
    Optional<String> linked =
        tables.change(
            person.office(),
            (watch, jdbc) -> {
              Modus modus = new SqlModusCatalogue(jdbc).byId(id).orElseThrow(WatchTables::notFound);
              SqlCases cases = new SqlCases(jdbc);
              Optional<CaseFile> file =
                  cases
                      .byNumber(number.strip())
                      .filter(found -> Desk.isFor(person.officer(), found));
              Step step = new Step.ModusLinked(id, modus.title());
              Optional<CaseFile> longer =
                  file.map(
                          found ->
                              CaseFlow.after(
                                  found,
                                  new Step.Taken(tables.now(), person.officer().name(), step)))
                      .filter(CaseFlow.Answer.Done.class::isInstance)
                      .map(answer -> ((CaseFlow.Answer.Done) answer).file());
              longer.ifPresent(
                  done -> {
                    cases.add(done);
                    acts.write(
                        person,
                        "case-modus-linked",
                        "case:" + done.number(),
                        Map.of("modus", id.toString()));
                  });
              return longer.map(CaseFile::number);
            });
    if (linked.isEmpty()) {
      next.addFlashAttribute("problem", "modus.not-linked");
      return "redirect:/modus/" + id;
    }
    return "redirect:/cases/" + linked.get();
  }
}
