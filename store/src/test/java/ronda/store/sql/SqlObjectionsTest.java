package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.intake.FoundPost;
import ronda.casework.objection.Objection;
import ronda.casework.objection.Objections;
import ronda.casework.objection.PublicCode;
import ronda.casework.office.Region;
import ronda.casework.review.Jobs;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.FoundPosts;
import ronda.testkit.contract.ObjectionsContract;

class SqlObjectionsTest extends ObjectionsContract {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private final TwoOffices offices = new TwoOffices(DATABASE.source());
  private final Map<Integer, CaseFile> files = new HashMap<>();
  private final Random random = new Random();

  @Override
  protected <T> T with(Function<Objections, T> work) {
    return offices.tables().write(offices.mine(), jdbc -> work.apply(new SqlObjections(jdbc)));
  }

  @Override
  protected CaseFile file(int number) {
    return files.computeIfAbsent(number, n -> begin());
  }

  @Override
  protected UUID officer() {
    return offices.officers().getFirst();
  }

  private CaseFile begin() {
    long number = FoundPosts.fresh();
    FoundPost post = FoundPosts.post(number, "Main " + number, "akun", FoundPosts.NINE);
    return offices
        .tables()
        .write(
            offices.mine(),
            jdbc -> {
              new SqlJobs(jdbc)
                  .begin(
                      List.of(
                          Jobs.Beginning.of(FoundPosts.job(number, post, Severity.HIGH), post)));
              SqlCases cases = new SqlCases(jdbc);
              Step opened =
                  new Step.Opened(
                      FoundPosts.id(number), Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
              CaseFile file =
                  new CaseFile(
                      UUID.randomUUID(),
                      cases.nextNumber(2026),
                      Region.UNKNOWN,
                      List.of(new Step.Taken(FoundPosts.NINE, "Ani Contoh", opened)));
              cases.open(file);
              return file;
            });
  }

  @Test
  void another_office_sees_no_objection() {
    an_objection_comes_back_as_it_was_raised();
    List<Objection> elsewhere =
        offices.tables().read(offices.other(), jdbc -> new SqlObjections(jdbc).waiting(10));
    assertThat(elsewhere).isEmpty();
  }

  @Test
  void the_database_itself_refuses_to_change_what_was_said() {
    an_objection_comes_back_as_it_was_raised();
    for (String sql : List.of("UPDATE objections SET words = 'x'", "DELETE FROM objections")) {
      assertThatThrownBy(
              () -> offices.tables().write(offices.mine(), jdbc -> jdbc.sql(sql).update()))
          .hasMessageContaining("objections");
    }
  }

  @Test
  void a_case_keeps_the_code_it_was_given_first_and_the_code_opens_it_before_an_office_is_known() {
    UUID file = file(1).id();
    PublicCode code = codeOf(file);
    assertThat(codeOf(file)).isEqualTo(code);
    SqlPublicKeys.Opened opened =
        offices
            .tables()
            .<Optional<SqlPublicKeys.Opened>>beforeOffice(
                jdbc -> new SqlPublicKeys(jdbc).ofCase(code))
            .orElseThrow();
    assertThat(opened.office()).contains(offices.mine());
    assertThat(opened.thing()).contains(file);
    Optional<SqlPublicKeys.Opened> guessed =
        offices.tables().beforeOffice(jdbc -> new SqlPublicKeys(jdbc).ofCase(fresh()));
    assertThat(guessed).isEmpty();
  }

  private PublicCode codeOf(UUID file) {
    return offices
        .tables()
        .write(
            offices.mine(),
            jdbc -> new SqlPublicKeys(jdbc).codeOf(offices.mine(), file, fresh(), FoundPosts.NINE));
  }

  private PublicCode fresh() {
    return PublicCode.random(PublicCode.OF_CASE, random);
  }
}
