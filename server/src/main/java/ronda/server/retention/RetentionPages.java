package ronda.server.retention;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlLegalHolds;
import ronda.store.sql.SqlRetention;

/** How long the office keeps each kind of record, and what it must not forget. */
@Controller
class RetentionPages {
  private static final int SHOWN = 200;

  private final InOffice tables;
  private final Acts acts;
  private final int sampleDays;

  RetentionPages(InOffice tables, Acts acts, @Value("${ronda.sample.days:7}") int sampleDays) {
    this.tables = tables;
    this.acts = acts;
    this.sampleDays = sampleDays;
  }

  /** One line of the form. */
  public record Line(RecordKind kind, int days) {}

  @Allowed({Permission.KEEP_OFFICE, Permission.KEEP_HOLDS, Permission.READ_AUDIT})
  @GetMapping("/office/retention")
  String retention(Caller.Person person, Model model) {
    tables.read(
        person.office(),
        jdbc -> {
          Periods periods = new SqlRetention(jdbc).periods();
          model.addAttribute(
              "lines",
              List.of(RecordKind.values()).stream()
                  .map(kind -> new Line(kind, periods.daysOf(kind)))
                  .toList());
          model.addAttribute("holds", new SqlLegalHolds(jdbc).standing(SHOWN));
          return model;
        });
    model.addAttribute("sampleDays", sampleDays);
    model.addAttribute("mostDays", RecordKind.MOST_DAYS);
    return "retention/settings";
  }

  @Allowed(Permission.KEEP_OFFICE)
  @PostMapping("/office/retention")
  String set(
      Caller.Person person, @RequestParam Map<String, String> fields, RedirectAttributes next) {
    Map<RecordKind, Integer> days = new EnumMap<>(RecordKind.class);
    for (RecordKind kind : RecordKind.values()) {
      Optional<Integer> given = days(fields.getOrDefault(kind.code(), ""));
      if (given.isEmpty()) {
        next.addFlashAttribute("problem", "retention.wrong");
        return "redirect:/office/retention";
      }
      days.put(kind, given.get());
    }
    tables.run(
        person.office(),
        jdbc -> {
          new SqlRetention(jdbc).set(new Periods(days));
          Map<String, Integer> words = new TreeMap<>();
          days.forEach((kind, count) -> words.put(kind.code(), count));
          acts.write(person, "retention-set", "office:" + person.office(), words);
        });
    next.addFlashAttribute("notice", "retention.set");
    return "redirect:/office/retention";
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
