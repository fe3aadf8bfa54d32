package ronda.casework.modus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.modus.Modus.Flaw;
import ronda.identify.post.Category;

class ModusTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  private static Modus.Text text(String title) {
    return new Modus.Text(
        title, Category.SCAM, "Minta uang muka.", List.of("minta DP", " "), "Jangan transfer.");
  }

  @Test
  void a_change_adds_a_version_and_keeps_the_one_before() {
    Modus first = Modus.begun(UUID.randomUUID(), text("Lama"), false, "baru", "Petugas", NOW);
    Modus second = first.after(text("Baru"), true, "diperiksa", "Kepala", NOW);
    assertThat(second.title()).isEqualTo("Baru");
    assertThat(second.latest().verified()).isTrue();
    assertThat(second.versions().getFirst()).isEqualTo(first.latest());
    assertThat(second.versions()).extracting(Modus.Version::number).containsExactly(1, 2);
  }

  @Test
  void nobody_changes_one_without_saying_why() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Modus.begun(UUID.randomUUID(), text("A"), false, " ", "Petugas", NOW));
  }

  @Test
  void a_modus_says_how_it_goes_how_it_shows_and_what_to_do() {
    assertThat(Modus.Text.whatIsWrong("A", "", List.of("x"), "y")).isEqualTo(Flaw.BLANK);
    assertThat(Modus.Text.whatIsWrong("A", "b", List.of(" "), "y")).isEqualTo(Flaw.NO_SIGNAL);
    assertThat(Modus.Text.whatIsWrong("A".repeat(200), "b", List.of("x"), "y"))
        .isEqualTo(Flaw.TOO_LONG);
    assertThat(Modus.Text.whatIsWrong("A", "b", List.of("x"), "y")).isEqualTo(Flaw.NONE);
  }

  @Test
  void blank_signals_are_left_out() {
    assertThat(text("A").signals()).containsExactly("minta DP");
  }
}
