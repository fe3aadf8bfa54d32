package ronda.server.evidence;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.Desk;
import ronda.casework.office.Permission;
import ronda.casework.review.Job;
import ronda.server.desk.ChildLane;
import ronda.server.desk.Desks;
import ronda.server.desk.JobInSight;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlJobs;

/** Suspected material with children: the button that takes it out of here. */
@Controller
class ChildPages {
  private final Desks desks;
  private final ChildLane lane;

  ChildPages(Desks desks, ChildLane lane) {
    this.desks = desks;
    this.lane = lane;
  }

  @Allowed({Permission.REVIEW, Permission.KEEP_EVIDENCE})
  @PostMapping("/jobs/{id}/child")
  String job(Caller.Person person, @PathVariable UUID id, RedirectAttributes next) {
    // Who was handed a golden copy means the posts, and they are the original's.
    UUID original =
        desks.change(
            person.office(),
            (desk, jdbc) ->
                JobInSight.of(id, person.officer(), jdbc, desks.clock().instant())
                    .map(seen -> seen.original().id())
                    .orElseThrow(EvidencePages::notFound));
    return says(person, List.of(original), "redirect:/queue", next);
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
}
