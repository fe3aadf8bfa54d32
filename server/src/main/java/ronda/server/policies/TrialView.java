package ronda.server.policies;

import java.util.List;
import java.util.UUID;
import org.springframework.ui.Model;
import ronda.casework.office.Officer;
import ronda.casework.policy.JobsBehind;
import ronda.casework.policy.Past;
import ronda.casework.policy.TrialFigure;
import ronda.casework.policy.TrialRun;
import ronda.casework.review.Worst;
import ronda.identify.post.Category;
import ronda.policies.cel.PolicyText;
import ronda.server.door.Caller;

/**
 * A trial run as this officer may see it: of posts from elsewhere, or of the worst categories
 * without the officer's consent, the text is left out.
 */
record TrialView(
    UUID id, TrialRun run, int days, List<ExampleLine> gained, List<ExampleLine> lost) {
  /** How many found posts stand behind a number that is told by its code alone. */
  public long posts(String figure) {
    return TrialFigure.ofCode(figure).map(run.behind()::get).map(JobsBehind::posts).orElse(0L);
  }

  /**
   * An example.
   *
   * @param link to its job; empty if it is of the sample
   * @param text empty if the officer may not see it
   * @param said the stable code of what officers said of it
   */
  record ExampleLine(String link, String text, boolean hidden, Past.Said said) {}

  /** Runs a text over past days and puts what came of it, or why it could not run, on the page. */
  static void show(PolicyDesk desk, Caller.Person person, PolicyText text, int days, Model model) {
    try {
      PolicyDesk.Tried done = desk.tryOut(person, text, days);
      model.addAttribute("focus", "trial");
      model.addAttribute("trial", of(done, days, text.policy().category(), person.officer()));
    } catch (TrialPlaces.Taken taken) {
      model.addAttribute("problem", "policy.refused." + taken.why());
    }
  }

  private static TrialView of(
      PolicyDesk.Tried tried, int days, Category category, Officer officer) {
    TrialRun run = tried.run();
    return new TrialView(
        tried.id(),
        run,
        days,
        shown(run.gained(), category, officer),
        shown(run.lost(), category, officer));
  }

  private static List<ExampleLine> shown(
      List<TrialRun.Example> examples, Category category, Officer officer) {
    boolean bears = officer.seesWorst() || !Worst.categories().contains(category);
    return examples.stream()
        .map(
            example -> {
              Past.Found post = example.post();
              boolean mine = !post.region().isKnown() || officer.region().holds(post.region());
              boolean seen =
                  mine && bears && (officer.seesWorst() || !Worst.isAmong(post.mayShow()));
              return new ExampleLine(
                  example.sample() || !seen ? "" : "/jobs/" + post.job(),
                  seen ? post.text() : "",
                  !seen,
                  post.said());
            })
        .toList();
  }
}
