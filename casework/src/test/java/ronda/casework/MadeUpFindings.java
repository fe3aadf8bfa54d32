package ronda.casework;

import java.util.List;
import ronda.identify.decide.Finding;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.PatternFound;

/** Findings of tests that ask what becomes of one, and not how it came about. */
public final class MadeUpFindings {
  private MadeUpFindings() {}

  /** A live one of this category. */
  public static Finding of(Category category) {
    return new Finding(
        category,
        Stance.PROMOTES,
        0.9,
        List.of(new PatternFound("made-up", category, new Span(0, 1), 1)),
        "made-up@1",
        Severity.HIGH,
        "made up",
        false);
  }
}
