package ronda.tool.command;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ronda.identify.Examination;
import ronda.identify.Patrol;
import ronda.identify.decide.Finding;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.sources.files.Row;
import ronda.tool.report.Verdicts.Verdict;

/** The whole patrol: a label is given where a policy in force makes a finding. */
record PatrolJudge(Patrol patrol) implements Judge {
  private static final Category[] CATEGORIES = Category.values();
  private static final List<String> LABELS = Arrays.stream(CATEGORIES).map(Category::code).toList();

  @Override
  public String name() {
    return "lexicons, models and policies together; a label is given where there is a live finding";
  }

  @Override
  public List<String> labels() {
    return LABELS;
  }

  @Override
  public Verdict judge(Row row) {
    Examination examined = patrol.examine(row.post());
    float[] scores = new float[CATEGORIES.length];
    Category strongest = CATEGORIES[0];
    for (Category category : CATEGORIES) {
      scores[category.ordinal()] = (float) examined.scores().of(category).orElse(0);
      if (scores[category.ordinal()] > scores[strongest.ordinal()]) {
        strongest = category;
      }
    }
    Set<String> said = new HashSet<>();
    Stance stance = patrol.facts(row.post()).stance(strongest);
    for (Finding finding : examined.findings()) {
      if (!finding.shadow()) {
        said.add(finding.category().code());
      }
    }
    return new Verdict(
        row.source(),
        Set.copyOf(row.labels()),
        Set.of(),
        said,
        scores,
        row.stance(),
        stance.code());
  }
}
