package ronda.server.evidence;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.Desk;
import ronda.casework.office.Permission;
import ronda.casework.review.Job;
import ronda.server.desk.ChildLane;
import ronda.server.desk.Desks;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlJobs;
import ronda.store.sql.SqlPoliceLane;

/** Suspected material with children: the button, and what waits for the police. */
@Controller
class ChildPages {
  private static final int MOST = 200;

  private final Desks desks;
  private final ChildLane lane;
  private final Acts acts;

  ChildPages(Desks desks, ChildLane lane, Acts acts) {
    this.desks = desks;
    this.lane = lane;
    this.acts = acts;
  }

  @Allowed({Permission.REVIEW, Permission.KEEP_EVIDENCE})
  @PostMapping("/jobs/{id}/child")
  String job(Caller.Person person, @PathVariable UUID id, RedirectAttributes next) {
    return says(person, List.of(id), "redirect:/queue", next);
  }

  @Allowed({Permission.KEEP_CASES, Permission.KEEP_EVIDENCE})
  @PostMapping("/cases/{number}/child")
  String file(Caller.Person person, @PathVariable String number, RedirectAttributes next) {
    List<UUID> jobs =
        desks.look(
            person.office(),
            jdbc ->
                new SqlCases(jdbc)
                    .find(number)
                    .filter(file -> Desk.isFor(person.officer(), file))
                    .map(file -> new SqlJobs(jdbc).ofCase(file.id()).stream().map(Job::id).toList())
                    .orElseThrow(EvidencePages::notFound));
    return says(person, jobs, "redirect:/cases/" + number, next);
  }

  private String says(
      Caller.Person person, List<UUID> jobs, String there, RedirectAttributes next) {
    if (!lane.says(person, jobs)) {
      throw EvidencePages.notFound();
    }
    next.addFlashAttribute("notice", "child.done");
    return there;
  }

  @Allowed(Permission.KEEP_EVIDENCE)
  @GetMapping("/police-lane")
  String lane(Caller.Person person, Model model) {
    model.addAttribute(
        "entries", desks.look(person.office(), jdbc -> new SqlPoliceLane(jdbc).waiting(MOST)));
    return "evidence/lane";
  }

  @Allowed(Permission.KEEP_EVIDENCE)
  @PostMapping("/police-lane/{id}/hand-over")
  String handOver(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String to,
      RedirectAttributes next) {
    String whom = Words.of(to);
    if (whom.isEmpty()) {
      next.addFlashAttribute("problem", "evidence.say-why");
      return "redirect:/police-lane";
    }
    boolean done =
        desks.change(
            person.office(),
            (desk, jdbc) -> {
              boolean first =
                  new SqlPoliceLane(jdbc)
                      .handOver(id, desks.clock().instant(), person.officer().name(), whom);
              if (first) {
                acts.write(person, "lane-handed-over", "police-lane:" + id, Map.of("to", whom));
              }
              return first;
            });
    if (!done) {
      throw EvidencePages.notFound();
    }
    next.addFlashAttribute("notice", "lane.handed");
    return "redirect:/police-lane";
  }
}
