package ronda.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

class StepWordsTest {
  private static final UUID ID = new UUID(7, 8);
  private static final UUID OTHER = new UUID(9, 10);

  private static final List<Step> ONE_OF_EACH =
      List.of(
          new Step.Opened(ID, Category.GAMBLING, Stance.PROMOTES, Severity.HIGH),
          new Step.PostsJoined(3, "copy"),
          new Step.JobJoined(ID),
          new Step.JobLeft(ID),
          new Step.Noted("catatan"),
          new Step.ModusLinked(ID, "modus"),
          new Step.AccountLinked(ID, "akun"),
          new Step.Closed("selesai"),
          new Step.Reopened("lagi"),
          new Step.Withdrawn("keliru"),
          new Step.EvidenceKept(ID, "capture", "00"),
          new Step.BundleMade(2, "00"),
          new Step.ActRefused("block", "block-1", "tidak berwenang"),
          new Step.ReferralWritten(ID, "B/1/2026", "Kementerian"),
          new Step.ReferralSent(ID, "B/1/2026", "Kementerian", "mail"),
          new Step.ReferralChased(ID, "B/1/2026", "reminder"),
          new Step.FollowUpSent(ID, "B/2/2026", "Kementerian", "recall", "by-hand"),
          new Step.LetterDiscarded(ID, "B/3/2026", "tertulis dua kali"),
          new Step.ReplyCame(ID, OTHER, "Kementerian"),
          new Step.NoAnswerYet(ID, OTHER, "baru ucapan terima kasih"),
          new Step.ReferralAnswered(ID, "acted", "sudah"),
          new Step.Resurfaced(ID, "phone"),
          new Step.SharesWith("2026-000007", "similar-picture", 12),
          new Step.ObjectionRaised(ID),
          new Step.ObjectionDecided(ID, true, "benar"),
          new Step.RecipientsTold(ID, 2),
          new Step.PapersDestroyed(
              ID, "Kirana", "JRA 10 tahun", "UU 43/2009", new TreeMap<>(Map.of("items", 3L))));

  @Test
  void every_kind_of_step_is_read_back_as_it_was() {
    assertThat(ONE_OF_EACH.stream().map(Object::getClass))
        .as("a kind of step is missing in this test")
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Step.class.getPermittedSubclasses()).toList());
    for (Step step : ONE_OF_EACH) {
      assertThat(StepWords.read(step.code(), StepWords.of(step))).isEqualTo(step);
    }
  }

  @Test
  void a_step_of_an_unknown_kind_or_without_a_word_is_refused() {
    assertThatThrownBy(() -> StepWords.read("vanished", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("vanished");
    assertThatThrownBy(() -> StepWords.read("reply-came", Map.of("from", "Kementerian")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("referral");
  }
}
