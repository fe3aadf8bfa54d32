package ronda.server.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
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
import ronda.casework.intake.ByHand;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Permission;
import ronda.casework.policy.Precision;
import ronda.casework.quality.BlindPair;
import ronda.casework.quality.GoldenCopy;
import ronda.casework.quality.Reading;
import ronda.casework.review.Agreement;
import ronda.server.desk.QueueLinks;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlGolden;
import ronda.store.sql.SqlJobs;
import ronda.store.sql.SqlPrecision;
import ronda.store.sql.SqlQuality;

/** How well the office reviews, and how one does oneself. */
@Controller
class QualityPages {
  private static final int MOST_DAYS = 3_650;
  private static final int SHOWN = 200;
  private static final int MOST_ONE_IN = 1_000;

  private final InOffice tables;
  private final Offices offices;
  private final Acts acts;
  private final InstantSource clock;

  QualityPages(InOffice tables, Offices offices, Acts acts, InstantSource clock) {
    this.tables = tables;
    this.offices = offices;
    this.acts = acts;
    this.clock = clock;
  }

  @Allowed(Permission.READ_QUALITY)
  @GetMapping("/quality")
  String quality(Caller.Person person, @RequestParam(defaultValue = "90") int days, Model model) {
    int shown = Math.clamp(days, 1, MOST_DAYS);
    Instant now = clock.instant();
    Instant since = now.minus(Duration.ofDays(shown));
    List<Officer> officers = offices.officersOf(person.office());
    tables.read(
        person.office(),
        jdbc -> {
          SqlQuality quality = new SqlQuality(jdbc);
          List<BlindPair> pairs = quality.pairs(since);
          List<Figures.Line> categories = Figures.byCategory(pairs);
          List<SqlQuality.Waited> waited = quality.waited(since);
          List<Precision> policies = new SqlPrecision(jdbc).since(since);
          model.addAttribute("categories", categories);
          model.addAttribute("groups", Figures.byGroup(pairs, officers));
          model.addAttribute("waited", waited);
          model.addAttribute("golden", Figures.golden(quality.golden(since), officers));
          model.addAttribute("policies", policies);
          model.addAttribute("byHand", ByHand.POLICY);
          QueueLinks links = new QueueLinks(person.officer(), now, jdbc);
          model.addAttribute(
              "behind",
              new Behind(links, shown)
                  .agreement(categories)
                  .policies(policies)
                  .waited(waited)
                  .addresses());
          SqlGolden golden = new SqlGolden(jdbc);
          model.addAttribute("oneIn", golden.oneIn());
          model.addAttribute(
              "items",
              person.may(Permission.KEEP_QUALITY)
                  ? golden.items(person.officer(), SHOWN)
                  : List.of());
          return model;
        });
    model.addAttribute("days", shown);
    return "quality/quality";
  }

  /** One's own figures: nobody else is shown them. */
  @Allowed(Permission.REVIEW)
  @GetMapping("/quality/mine")
  String mine(Caller.Person person, Model model) {
    UUID self = person.officer().id();
    Instant since = clock.instant().minus(Duration.ofDays(90));
    tables.read(
        person.office(),
        jdbc -> {
          SqlQuality quality = new SqlQuality(jdbc);
          Agreement agreement =
              BlindPair.agreement(
                  quality.pairs(since).stream().filter(pair -> pair.isOf(self)).toList());
          model.addAttribute("judged", quality.judgedBy(self, since));
          model.addAttribute(
              "agreement", new Figures.Line("all", "", 2, agreement, Reading.of(agreement)));
          List<GoldenCopy> told = new SqlGolden(jdbc).answeredBy(self, SHOWN);
          model.addAttribute("told", told);
          model.addAttribute(
              "right", told.stream().filter(one -> one.isRight().orElse(false)).count());
          model.addAttribute(
              "counted", told.stream().filter(one -> one.isRight().isPresent()).count());
          return model;
        });
    return "quality/mine";
  }

  /** After the answer: that it was a golden copy, and what the right answer is. */
  @Allowed(Permission.REVIEW)
  @GetMapping("/quality/golden/{id}")
  String told(Caller.Person person, @PathVariable UUID id, Model model) {
    tables.read(
        person.office(),
        jdbc -> {
          GoldenCopy copy =
              new SqlGolden(jdbc)
                  .copy(id, person.officer().id())
                  .filter(GoldenCopy::isAnswered)
                  .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
          model.addAttribute("copy", copy);
          model.addAttribute("said", copy.answer().orElseThrow());
          model.addAttribute("right", copy.isRight().orElse(null));
          // Nothing, once it was forgotten, or is no longer for this person.
          SqlJobs jobs = new SqlJobs(jdbc);
          model.addAttribute(
              "excerpt",
              jobs.inOrder(List.of(copy.item().job())).stream()
                  .filter(job -> Desk.isFor(person.officer(), job))
                  .flatMap(job -> jobs.postsOf(job.id(), 1).stream())
                  .map(found -> found.post().text())
                  .findFirst()
                  .orElse(""));
          return model;
        });
    return "quality/told";
  }

  @Allowed(Permission.KEEP_QUALITY)
  @PostMapping("/quality/settings")
  String settings(Caller.Person person, @RequestParam int oneIn, RedirectAttributes next) {
    int kept = Math.clamp(oneIn, 0, MOST_ONE_IN);
    tables.run(
        person.office(),
        jdbc -> {
          new SqlGolden(jdbc).setOneIn(kept);
          acts.write(
              person, "golden-share-set", "office:" + person.office(), Map.of("oneIn", kept));
        });
    next.addFlashAttribute("notice", "quality.kept");
    return "redirect:/quality";
  }
}
