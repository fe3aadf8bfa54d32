package ronda.server.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ronda.server.policies.RuleProse.Run;
import ronda.server.policies.RuleProse.Style;

class RuleProseTest {
  @Test
  void reads_paragraphs_with_strong_words_and_code() {
    assertThat(RuleProse.paragraphs("# Title\n\n**Catches** posts\nwith `BO`.\n\nNext."))
        .containsExactly(
            List.of(
                new Run("Catches", Style.STRONG),
                new Run(" posts with ", Style.PLAIN),
                new Run("BO", Style.CODE),
                new Run(".", Style.PLAIN)),
            List.of(new Run("Next.", Style.PLAIN)));
  }

  @Test
  void a_mark_that_never_ends_is_a_mark() {
    assertThat(RuleProse.paragraphs("a ** b ` c"))
        .hasSize(1)
        .first()
        .satisfies(
            runs ->
                assertThat(runs.stream().map(Run::text).reduce("", String::concat))
                    .isEqualTo("a ** b ` c"));
  }
}
