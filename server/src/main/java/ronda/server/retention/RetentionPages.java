package ronda.server.retention;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.office.Permission;
import ronda.casework.retention.Periods;
import ronda.casework.retention.RecordKind;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Shown;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlLegalHolds;
import ronda.store.sql.SqlRetention;
import ronda.store.sql.SqlTurns;

/** How long the office keeps each kind of record, and what it must not forget. */
@Controller
class RetentionPages {
  private static final int SHOWN = 200;

  private final InOffice tables;
  private final Acts acts;
  private final InstantSource clock;
  private final int sampleDays;
  private final int contactDays;

  RetentionPages(
      InOffice tables,
      Acts acts,
      InstantSource clock,
      @Value("${ronda.sample.days:7}") int sampleDays,
      @Value("${ronda.objection-contact-days:30}") int contactDays) {
    this.contactDays = contactDays;
    this.tables = tables;
    this.acts = acts;
    this.clock = clock;
    this.sampleDays = sampleDays;
  }

  /**
   * One line of the form.
   *
   * @param days the number that is kept, or what was typed in its place
   * @param kept the number that is kept
   */
  public record Line(RecordKind kind, String days, int kept) {
    /** Whether something else was typed than what is kept. */
    public boolean isOther() {
      return !days.strip().equals(Integer.toString(kept));
    }

    /** Whether this can be a number of days. */
    public boolean isWrong() {
      return RetentionPages.days(days).isEmpty();
    }
  }

  @Allowed({Permission.KEEP_OFFICE, Permission.KEEP_HOLDS, Permission.READ_AUDIT})
  @GetMapping("/office/retention")
  String retention(Caller.Person person, Model model) {
    return show(Map.of(), person, model);
  }

  /** The page with the days as kept, but for those that were typed. */
  private String show(Map<String, String> typed, Caller.Person person, Model model) {
    tables.read(
        person.office(),
        jdbc -> {
          Periods periods = new SqlRetention(jdbc).periods();
          model.addAttribute(
              "lines",
              Stream.of(RecordKind.values())
                  .map(
                      kind ->
                          new Line(
                              kind,
                              typed.getOrDefault(
                                  kind.code(), Integer.toString(periods.daysOf(kind))),
                              periods.daysOf(kind)))
                  .toList());
          model.addAttribute("shown", typed.getOrDefault("shown", markOf(periods).mark()));
          model.addAttribute("holds", new SqlLegalHolds(jdbc).standing(SHOWN));
          return model;
        });
    model.addAttribute("sampleDays", sampleDays);
    model.addAttribute("contactDays", contactDays);
    model.addAttribute("mostDays", RecordKind.MOST_DAYS);
    return "retention/settings";
  }

  @Allowed(Permission.KEEP_OFFICE)
  @PostMapping("/office/retention")
  String set(
      Caller.Person person,
      @RequestParam Map<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Map<RecordKind, Integer> days = new EnumMap<>(RecordKind.class);
    for (RecordKind kind : RecordKind.values()) {
      Optional<Integer> given = days(fields.getOrDefault(kind.code(), ""));
      if (given.isEmpty()) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("problem", "retention.wrong");
        return show(fields, person, model);
      }
      days.put(kind, given.get());
    }
    Answer answer = keep(new Periods(days), fields, person);
    if (answer instanceof Answer.Kept) {
      next.addFlashAttribute("notice", "retention.set");
      return "redirect:/office/retention";
    }
    response.setStatus(HttpServletResponse.SC_CONFLICT);
    if (answer instanceof Answer.Asked asked) {
      model.addAttribute("problem", "retention.shorter");
      model.addAttribute("shortening", asked.shortening());
    } else {
      model.addAttribute("problem", "retention.changed-meanwhile");
      fields.remove("shown");
    }
    return show(fields, person, model);
  }

  /** What came of the form. */
  private sealed interface Answer {
    record Kept() implements Answer {}

    record ChangedMeanwhile() implements Answer {}

    /** Something would be forgotten earlier: nothing is kept until the person agrees to that. */
    record Asked(Shortening shortening) implements Answer {}
  }

  private Answer keep(Periods wanted, Map<String, String> fields, Caller.Person person) {
    return tables.write(
        person.office(),
        jdbc -> {
          SqlRetention retention = new SqlRetention(jdbc);
          SqlTurns.take("retention", jdbc);
          Periods before = retention.periods();
          if (!new Shown(fields.getOrDefault("shown", "")).isStill(markOf(before))) {
            return new Answer.ChangedMeanwhile();
          }
          Shown agreed = new Shown(fields.getOrDefault("shorter", ""));
          if (Shortening.isOne(before, wanted) && !agreed.isStill(markOf(wanted))) {
            return new Answer.Asked(
                new Shortening(
                    before,
                    wanted,
                    retention.over(wanted, clock.instant()),
                    markOf(wanted).mark()));
          }
          retention.set(wanted);
          Map<String, Integer> words = new TreeMap<>();
          wanted.days().forEach((kind, count) -> words.put(kind.code(), count));
          acts.write(person, "retention-set", "office:" + person.office(), words);
          return new Answer.Kept();
        });
  }

  private static Shown markOf(Periods periods) {
    return Shown.of(Stream.of(RecordKind.values()).map(periods::daysOf).toArray());
  }

  private static Optional<Integer> days(String text) {
    try {
      int days = Integer.parseInt(text.strip());
      return days >= 1 && days <= RecordKind.MOST_DAYS ? Optional.of(days) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
