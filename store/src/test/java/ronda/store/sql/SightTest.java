package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.Desk;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.FoundPosts;

/** A list of cases and its total hold what a person may be shown, as {@link Desk#isFor} says. */
class SightTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final List<String> PLACES = List.of("", "32", "32.71", "32.71.01", "36");

  private final TwoOffices offices = new TwoOffices(DATABASE.source());

  @Test
  void lists_and_totals_agree_with_what_is_said_of_each_case() {
    List<CaseFile> all =
        PLACES.stream()
            .flatMap(
                place ->
                    List.of(Category.GAMBLING, Category.PORNOGRAPHY).stream()
                        .map(category -> open(place, category)))
            .toList();
    for (String place : PLACES) {
      for (boolean worst : new boolean[] {true, false}) {
        Officer viewer = viewer(place, worst);
        List<CaseFile> allowed = all.stream().filter(file -> Desk.isFor(viewer, file)).toList();
        assertThat(listed(viewer))
            .as("in '%s', worst %s", place, worst)
            .containsExactlyInAnyOrderElementsOf(allowed);
        assertThat(counted(viewer)).isEqualTo(allowed.size());
      }
    }
  }

  private List<CaseFile> listed(Officer viewer) {
    return offices
        .tables()
        .read(
            offices.mine(),
            jdbc -> new SqlCases(jdbc).seenBy(viewer).latest(Optional.empty(), 0, 100));
  }

  private long counted(Officer viewer) {
    return offices
        .tables()
        .read(offices.mine(), jdbc -> new SqlCases(jdbc).seenBy(viewer).count(Optional.empty()));
  }

  private CaseFile open(String place, Category category) {
    return offices
        .tables()
        .write(
            offices.mine(),
            jdbc -> {
              SqlCases cases = new SqlCases(jdbc);
              Step opened =
                  new Step.Opened(offices.begunJob(), category, Stance.PROMOTES, Severity.HIGH);
              CaseFile file =
                  new CaseFile(
                      UUID.randomUUID(),
                      cases.nextNumber(2026),
                      new Region(place),
                      List.of(new Step.Taken(FoundPosts.NINE, "Ani", opened)));
              cases.open(file);
              return file;
            });
  }

  private Officer viewer(String place, boolean worst) {
    UUID id = UUID.randomUUID();
    return new Officer(
        id,
        offices.mine(),
        "Rina Contoh",
        id + "@contoh.invalid",
        Set.of(Role.REVIEWER),
        new Region(place),
        worst);
  }
}
