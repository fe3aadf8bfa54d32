package ronda.casework.intake;

import java.util.List;
import ronda.identify.Examination;
import ronda.identify.decide.Finding;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.PatternFound;

/** What a person raises although no policy did (diajukan petugas). Two people judge it, always. */
public final class ByHand {
  /** Stands where a policy's name would, and can be none: it has a space. */
  public static final String POLICY = "oleh petugas";

  private ByHand() {}

  /**
   * The finding that says so; its score is what the models thought, 0 where they know nothing.
   * Stance and severity are the same for all: what the first person said of them is not for the
   * second to read.
   */
  public static Finding finding(Examination examined, Category category) {
    Span whole = new Span(0, examined.post().text().length());
    return new Finding(
        category,
        Stance.PROMOTES,
        examined.scores().of(category).orElse(0),
        List.of(new PatternFound(POLICY, category, whole, 1)),
        POLICY,
        Severity.HIGH,
        "",
        false);
  }

  /** Whether a person raised it. */
  public static boolean is(Finding finding) {
    return finding.policy().equals(POLICY);
  }
}
