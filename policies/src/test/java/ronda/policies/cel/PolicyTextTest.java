package ronda.policies.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ronda.identify.decide.Policy;

class PolicyTextTest {
  private static final String SOUND =
      """
      # A made-up policy 🎰, and why it is so.
      name: coin-toss
      version: 3   # counts up
      category: gambling
      mode: "live"
      severity: high
      legal-basis: judi (perlu-verifikasi)
      indonesian: Percobaan.
      english: A trial.
      can-hurt: Nobody.

      floor: 0.5
      condition: |
        promotes
          && score >= 0.6
      """;

  @Test
  void reads_a_text_as_a_browser_sends_it() {
    PolicyText read = sound(SOUND.replace("\n", "\r\n"));

    assertThat(read.policy().id()).isEqualTo("coin-toss@3");
    assertThat(read.dailyLimit()).isEqualTo(PolicyText.ORDINARY_LIMIT);
    assertThat(read.text()).isEqualTo(SOUND);
  }

  @Test
  void reads_a_daily_limit() {
    assertThat(sound(SOUND + "daily-limit: 40\n").dailyLimit()).isEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "score|scoer|15:8: unknown name 'scoer', did you mean 'score'?",
        "promotes|promotes >= 1.5|14:12: '>=' does not take true/false, number",
        "promotes|words + words|15:5: '&&' does not take count, true/false",
        "coin-toss|dice|2:7: this policy is named 'coin-toss', and its name stays",
        "floor: 0.5|daily-limit: 0|12:14: 'daily-limit' must be a number from 1 to 1000000",
      })
  void says_every_mistake_with_its_place(String right, String wrong, String message) {
    List<PoliciesRefused.Mistake> mistakes = mistakes(SOUND.replaceFirst(right, wrong));

    assertThat(mistakes).isNotEmpty();
    assertThat(mistakes)
        .extracting(PoliciesRefused.Mistake::toString)
        .contains("coin-toss.yaml:" + message);
  }

  @Test
  void a_new_version_changes_its_own_fields_and_nothing_else() {
    PolicyText next = changed(sound(SOUND), 12, true, 300);

    assertThat(next.text())
        .isEqualTo(
            SOUND
                .replace("version: 3   # counts up", "version: 12   # counts up\ndaily-limit: 300")
                .replace("\"live\"", "shadow"));
    assertThat(next.policy().id()).isEqualTo("coin-toss@12");
    assertThat(next.policy().shadow()).isTrue();
    assertThat(next.dailyLimit()).isEqualTo(300);
  }

  @Test
  void a_text_in_braces_gets_its_new_version_too() {
    String braces =
        "{name: coin-toss, version: 1, category: gambling, mode: live, severity: low, floor: 0.5,"
            + " legal-basis: judi, indonesian: a, english: b, can-hurt: c, condition: promotes}";

    assertThat(changed(sound(braces), 2, true, 7).text())
        .contains("version: 2, daily-limit: 7, category: gambling, mode: shadow,");
  }

  @Test
  void what_may_only_be_on_trial_is_refused_in_force() {
    PolicyText trial =
        sound(SOUND.replace("category: gambling", "category: abuse").replace("\"live\"", "shadow"));

    assertThat(((PolicyText.Read.Unsound) trial.as(4, false, 10)).mistakes())
        .singleElement()
        .satisfies(
            mistake -> {
              assertThat(mistake.complaint().kind()).isEqualTo(Complaint.Kind.NOT_ALLOWED);
              assertThat(mistake.message()).contains("abuse is never decided from a single post");
            });
  }

  @Test
  void the_substance_is_what_decides_which_posts_are_found() {
    PolicyText first = sound(SOUND);

    assertThat(changed(first, 9, true, 5).substance()).isEqualTo(first.substance());
    assertThat(sound(SOUND.replace("Nobody", "Somebody")).substance()).isEqualTo(first.substance());
    assertThat(sound(SOUND.replace("0.6", "0.7")).substance()).isNotEqualTo(first.substance());
    assertThat(sound(SOUND.replace("floor: 0.5", "floor: 0.4")).substance())
        .isNotEqualTo(first.substance());
    assertThat(sound(SOUND.replace("floor: 0.5", "floor: 0.5\nfloor-with-term: 0.5")).substance())
        .isEqualTo(first.substance());
    assertThat(sound(SOUND.replace("floor: 0.5", "floor: 0.5\nfloor-with-term: 0.1")).substance())
        .isNotEqualTo(first.substance());
    assertThat(sound(SOUND.replace("floor: 0.5", "floor: 0.5\nstretch: 8")).substance())
        .isNotEqualTo(first.substance());
  }

  @Test
  void a_floor_with_a_term_lies_no_higher_than_the_floor() {
    assertThat(sound(SOUND).policy().look().floorWithTerm()).isEqualTo(0.5);
    assertThat(
            sound(SOUND.replace("floor: 0.5", "floor: 0.5\nfloor-with-term: 0"))
                .policy()
                .look()
                .floorWithTerm())
        .isZero();
    assertThat(
            PolicyText.read(
                "judol", SOUND.replace("floor: 0.5", "floor: 0.5\nfloor-with-term: 0.6")))
        .isInstanceOf(PolicyText.Read.Unsound.class);
  }

  @Test
  void a_stretch_has_a_whole_number_of_words_on_each_side() {
    assertThat(sound(SOUND).policy().look().stretch()).isZero();
    assertThat(sound(SOUND.replace("floor: 0.5", "floor: 0.5\nstretch: 8")).policy().look())
        .isEqualTo(new Policy.Look(0.5, 0.5, 8));
    for (String wrong : List.of("-1", "0", "8.5", "51", "many")) {
      assertThat(
              PolicyText.read(
                  "judol", SOUND.replace("floor: 0.5", "floor: 0.5\nstretch: " + wrong)))
          .as(wrong)
          .isInstanceOf(PolicyText.Read.Unsound.class);
    }
  }

  @Test
  void hostile_texts_are_refused_and_never_throw() {
    assertThat(mistakes("")).isNotEmpty();
    assertThat(mistakes("\u0000")).isNotEmpty();
    assertThat(mistakes("\uD800")).isNotEmpty();
    assertThat(mistakes("x".repeat(PolicyFolder.LARGEST_FILE + 1))).isNotEmpty();
    assertThat(mistakes(SOUND.replace("score", "s".repeat(1_500)))).isNotEmpty();
    assertThat(mistakes(SOUND.replace("score", "(".repeat(1_500)))).isNotEmpty();
    assertThat(mistakes("s".repeat(60_000) + ": x")).isNotEmpty();
  }

  @Test
  void the_words_of_a_condition_are_listed_with_what_they_are() {
    assertThat(PolicyWords.all())
        .contains(
            new PolicyWords.Word("score", PolicyWords.Kind.NUMBER),
            new PolicyWords.Word("promotes", PolicyWords.Kind.TRUTH),
            new PolicyWords.Word("illegal_lending.score", PolicyWords.Kind.NUMBER),
            new PolicyWords.Word("found.phone", PolicyWords.Kind.COUNT));
    assertThat(new PolicyWords.Word("found.phone", PolicyWords.Kind.COUNT).group())
        .isEqualTo("found");
  }

  private static PolicyText changed(PolicyText text, int version, boolean shadow, int limit) {
    return ((PolicyText.Read.Sound) text.as(version, shadow, limit)).policy();
  }

  private static PolicyText sound(String text) {
    return ((PolicyText.Read.Sound) PolicyText.read("coin-toss", text)).policy();
  }

  private static List<PoliciesRefused.Mistake> mistakes(String text) {
    return ((PolicyText.Read.Unsound) PolicyText.read("coin-toss", text)).mistakes();
  }
}
