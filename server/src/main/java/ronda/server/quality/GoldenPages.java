package ronda.server.quality;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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
import ronda.casework.quality.GoldenItem;
import ronda.casework.review.Job;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Fields;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlGolden;
import ronda.store.sql.SqlJobs;

/** Where decided jobs are marked as golden. */
@Controller
class GoldenPages {
  private final InOffice tables;
  private final Acts acts;
  private final InstantSource clock;

  GoldenPages(InOffice tables, Acts acts, InstantSource clock) {
    this.tables = tables;
    this.acts = acts;
    this.clock = clock;
  }

  @Allowed(Permission.KEEP_QUALITY)
  @GetMapping("/quality/mark/{job}")
  String ask(Caller.Person person, @PathVariable UUID job, Model model) {
    tables.write( // A job is read with its row locked, as for a change.
        person.office(),
        jdbc -> {
          SqlJobs jobs = new SqlJobs(jdbc);
          Job found = decided(jobs, job, person);
          model.addAttribute("job", found);
          model.addAttribute("verdict", found.decided().orElseThrow());
          model.addAttribute("text", jobs.postsOf(job, 1).getFirst().post().text());
          model.addAttribute("marked", new SqlGolden(jdbc).isMarked(job));
          return model;
        });
    model.addAttribute("categories", Category.values());
    model.addAttribute("stances", Stance.values());
    model.addAttribute("severities", Severity.values());
    return "quality/mark";
  }

  @Allowed(Permission.KEEP_QUALITY)
  @PostMapping("/quality/mark/{job}")
  String mark(
      Caller.Person person,
      @PathVariable UUID job,
      @RequestParam Map<String, String> fields,
      RedirectAttributes next) {
    Optional<String> why = Fields.reason(fields.get("why"), GoldenItem.LONGEST_WHY);
    Optional<Verdict> right = verdict(fields);
    if (right.isEmpty() || why.isEmpty()) {
      next.addFlashAttribute("problem", "quality.mark.say");
      return "redirect:/quality/mark/" + job;
    }
    GoldenItem item = new GoldenItem(UUID.randomUUID(), job, right.get(), why.get());
    tables.run(
        person.office(),
        jdbc -> {
          decided(new SqlJobs(jdbc), job, person);
          new SqlGolden(jdbc).mark(item, person.officer().id(), clock.instant());
          acts.write(person, "golden-marked", "job:" + job, Map.of("verdict", right.get().code()));
        });
    next.addFlashAttribute("notice", "quality.marked");
    return "redirect:/quality";
  }

  @Allowed(Permission.KEEP_QUALITY)
  @PostMapping("/quality/golden/{item}/retire")
  String retire(Caller.Person person, @PathVariable UUID item, RedirectAttributes next) {
    tables.run(
        person.office(),
        jdbc -> {
          if (!new SqlGolden(jdbc).retire(item, person.officer(), clock.instant())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
          }
          acts.write(person, "golden-retired", "golden:" + item, Map.of());
        });
    next.addFlashAttribute("notice", "quality.retired");
    return "redirect:/quality";
  }

  private static Job decided(SqlJobs jobs, UUID id, Caller.Person person) {
    return jobs.byId(id)
        .filter(job -> Desk.isFor(person.officer(), job) && !job.isForgotten())
        .filter(job -> job.decided().isPresent())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Optional<Verdict> verdict(Map<String, String> fields) {
    return switch (fields.getOrDefault("verdict", "")) {
      case "not-harmful" -> Optional.of(new Verdict.NotHarmful());
      case "confirmed" -> confirmed(fields);
      default -> Optional.empty();
    };
  }

  private static Optional<Verdict> confirmed(Map<String, String> fields) {
    try {
      Stance stance = Stance.valueOf(fields.getOrDefault("stance", "").toUpperCase(Locale.ROOT));
      Severity severity = Severity.valueOf(fields.getOrDefault("severity", ""));
      return Category.ofCode(fields.getOrDefault("category", ""))
          .map(category -> new Verdict.Confirmed(category, stance, severity));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
