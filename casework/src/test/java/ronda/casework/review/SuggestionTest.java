package ronda.casework.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.office.Region;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

class SuggestionTest {
  private static final Instant NINE = Instant.parse("2026-11-22T02:00:00Z");

  @Test
  void a_high_score_that_promotes_suggests_to_confirm() {
    assertThat(suggested(Stance.PROMOTES, 0.95, 0, 0)).isEqualTo(Suggestion.Kind.CONFIRM);
  }

  @Test
  void one_rejection_among_its_likes_makes_a_high_score_no_suggestion() {
    assertThat(suggested(Stance.PROMOTES, 0.95, 0, 1)).isEqualTo(Suggestion.Kind.LOOK_CLOSELY);
  }

  @Test
  void three_decisions_of_people_outweigh_the_score() {
    assertThat(suggested(Stance.PROMOTES, 0.99, 0, 3)).isEqualTo(Suggestion.Kind.DISMISS);
    assertThat(suggested(Stance.MENTIONS, 0.1, 4, 1)).isEqualTo(Suggestion.Kind.CONFIRM);
  }

  @Test
  void where_people_differ_nothing_is_suggested() {
    assertThat(suggested(Stance.PROMOTES, 0.99, 2, 2)).isEqualTo(Suggestion.Kind.LOOK_CLOSELY);
  }

  @Test
  void a_low_score_that_only_mentions_suggests_not_harmful() {
    assertThat(suggested(Stance.MENTIONS, 0.5, 0, 0)).isEqualTo(Suggestion.Kind.DISMISS);
  }

  private static Suggestion.Kind suggested(
      Stance stance, double score, int confirmed, int dismissed) {
    Verdict harmful = new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
    List<Job> related =
        new ArrayList<>(Collections.nCopies(confirmed, job(stance, score, harmful)));
    related.addAll(Collections.nCopies(dismissed, job(stance, score, new Verdict.NotHarmful())));
    return Suggestion.of(job(stance, score), related).kind();
  }

  private static Job job(Stance stance, double score, Verdict... verdicts) {
    List<Judgement> said = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      said.add(new Judgement(new UUID(0, 1), NINE, verdict, "contoh"));
    }
    return new Job(
        new UUID(0, 2),
        Category.GAMBLING,
        stance,
        Severity.HIGH,
        score,
        Region.UNKNOWN,
        "Main di CONTOH88",
        "video",
        1,
        1,
        NINE,
        NINE,
        false,
        Optional.empty(),
        said);
  }
}
