package ronda.server.policies;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import ronda.casework.Desk;
import ronda.casework.office.Officer;
import ronda.casework.office.Permission;
import ronda.casework.policy.TrialFigure;
import ronda.casework.policy.Trials;
import ronda.casework.review.Job;
import ronda.casework.review.Worst;
import ronda.identify.post.Category;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlJobs;
import ronda.store.sql.SqlTrialJobs;
import ronda.store.sql.SqlTrials;

/** The jobs behind one number of a trial run, as far as this officer may see them. */
@Controller
class TrialPages {
  private final InOffice tables;

  TrialPages(InOffice tables) {
    this.tables = tables;
  }

  @Allowed(Permission.READ_POLICIES)
  @GetMapping("/policies/{name}/trials/{trial}/{figure}")
  String jobs(
      Caller.Person person,
      @PathVariable String name,
      @PathVariable UUID trial,
      @PathVariable String figure,
      Model model) {
    TrialFigure asked = TrialFigure.ofCode(figure).orElseThrow(TrialPages::notFound);
    tables.run(
        person.office(),
        jdbc -> {
          Trials.Trial tried =
              new SqlTrials(jdbc).byId(name, trial).orElseThrow(TrialPages::notFound);
          SqlTrialJobs.Kept kept =
              new SqlTrialJobs(jdbc).behind(trial, asked).orElseThrow(TrialPages::notFound);
          List<Job> jobs = new SqlJobs(jdbc).inOrder(kept.behind().jobs());
          List<Job> shown =
              jobs.stream().filter(job -> isFor(person.officer(), job, kept.category())).toList();
          model.addAttribute("name", name);
          model.addAttribute("figure", figure);
          model.addAttribute("trial", tried);
          model.addAttribute("behind", kept.behind());
          model.addAttribute("jobs", shown);
          model.addAttribute("hidden", jobs.size() - shown.size());
        });
    return "policies/behind";
  }

  /** What a text suspects of the worst is for who agreed to that, whatever its job says of it. */
  private static boolean isFor(Officer officer, Job job, Category suspected) {
    boolean bears = officer.seesWorst() || !Worst.categories().contains(suspected);
    return bears && Desk.isFor(officer, job);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
