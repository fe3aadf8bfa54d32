package ronda.testkit.contract;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.objection.InMemoryObjections;
import ronda.casework.objection.Objections;
import ronda.casework.office.Region;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

class InMemoryObjectionsTest extends ObjectionsContract {
  private final Objections objections = new InMemoryObjections();

  @Override
  protected <T> T with(Function<Objections, T> work) {
    return work.apply(objections);
  }

  @Override
  protected CaseFile file(int number) {
    Step opened =
        new Step.Opened(FoundPosts.id(number), Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
    return new CaseFile(
        FoundPosts.id(100 + number),
        "2026-00000" + number,
        Region.UNKNOWN,
        List.of(new Step.Taken(FoundPosts.NINE, "Ani Contoh", opened)));
  }

  @Override
  protected UUID officer() {
    return FoundPosts.id(1);
  }
}
