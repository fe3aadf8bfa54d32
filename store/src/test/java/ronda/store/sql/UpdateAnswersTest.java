package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ronda.casework.policy.InMemoryUpdateAnswers;
import ronda.casework.policy.UpdateAnswer;
import ronda.casework.policy.UpdateAnswer.Made;
import ronda.casework.policy.UpdateAnswers;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.sql.PolicyTablesTest.Keeping;

/** What the answers to newer policies must do, in memory and in PostgreSQL alike. */
class UpdateAnswersTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00.123456Z");

  private TwoOffices offices;

  @BeforeEach
  void enter() {
    offices = new TwoOffices(DATABASE.source());
  }

  private void answers(Keeping keeping, Consumer<UpdateAnswers> work) {
    switch (keeping) {
      case MEMORY -> work.accept(new InMemoryUpdateAnswers());
      case POSTGRES ->
          offices.tables().run(offices.mine(), jdbc -> work.accept(new SqlUpdateAnswers(jdbc)));
    }
  }

  private static UpdateAnswer answer(String policy, int shipped, Made made, int seconds) {
    return new UpdateAnswer(
        policy, shipped, made, "Sari <sari@kota.example>", NOON.plusSeconds(seconds), "Karena.");
  }

  @ParameterizedTest
  @EnumSource
  void of_each_policy_the_answer_to_the_highest_version_counts(Keeping keeping) {
    answers(
        keeping,
        answers -> {
          assertThat(answers.newest()).isEmpty();
          UpdateAnswer third = answer("coin-toss", 3, Made.DECLINED, 2);
          UpdateAnswer other = answer("a-dice-roll", 0, Made.BEGUN, 0);
          answers.add(answer("coin-toss", 1, Made.BEGUN, 0));
          answers.add(third);
          answers.add(other);
          answers.add(answer("coin-toss", 2, Made.TAKEN, 3));

          assertThat(answers.newest()).containsExactly(other, third);
        });
  }

  @ParameterizedTest
  @EnumSource
  void of_two_answers_to_one_version_the_newer_counts(Keeping keeping) {
    answers(
        keeping,
        answers -> {
          answers.add(answer("coin-toss", 3, Made.DECLINED, 1));
          UpdateAnswer later = answer("coin-toss", 3, Made.TAKEN, 1);
          answers.add(later);

          assertThat(answers.newest()).containsExactly(later);
        });
  }

  @Test
  void no_office_sees_what_another_answered() {
    answers(Keeping.POSTGRES, answers -> answers.add(answer("coin-toss", 3, Made.DECLINED, 1)));

    offices
        .tables()
        .run(offices.other(), jdbc -> assertThat(new SqlUpdateAnswers(jdbc).newest()).isEmpty());
  }
}
