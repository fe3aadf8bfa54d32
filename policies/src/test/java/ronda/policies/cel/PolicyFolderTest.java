package ronda.policies.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.identify.decide.Policies;
import ronda.identify.decide.Policy;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;

class PolicyFolderTest {
  private static final String SOUND =
      """
      # A made-up policy.
      name: coin-toss
      version: 3
      category: gambling
      mode: live
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

  @TempDir Path folder;

  @Test
  void reads_a_sound_policy() throws IOException {
    write("coin-toss.yaml", SOUND);

    Policies policies = PolicyFolder.read(folder);

    Policy policy = policies.all().getFirst();
    assertThat(policies.all()).hasSize(1);
    assertThat(policy.id()).isEqualTo("coin-toss@3");
    assertThat(policy.category()).isEqualTo(Category.GAMBLING);
    assertThat(policy.look().floor()).isEqualTo(0.5);
    assertThat(policy.severity()).isEqualTo(Severity.HIGH);
    assertThat(policy.legalBasis()).isEqualTo("judi (perlu-verifikasi)");
    assertThat(policy.shadow()).isFalse();
    assertThat(policy.about()).isEqualTo(new Policy.About("Percobaan.", "A trial.", "Nobody."));
  }

  @Test
  void a_byte_order_mark_is_skipped() throws IOException {
    write("coin-toss.yaml", "\uFEFF" + SOUND);

    assertThat(PolicyFolder.read(folder).all()).hasSize(1);
  }

  @Test
  void who_is_hurt_may_be_told_in_indonesian_too() throws IOException {
    String both = SOUND.replace("Nobody.", "Nobody.\ncan-hurt-indonesian: Tidak ada.");
    write("coin-toss.yaml", both);

    assertThat(PolicyFolder.read(folder).all().getFirst().about())
        .isEqualTo(new Policy.About("Percobaan.", "A trial.", "Nobody.", "Tidak ada."));

    write("coin-toss.yaml", both.replace("Tidak ada.", "''"));
    assertThatThrownBy(() -> PolicyFolder.read(folder))
        .hasMessageContaining("11:22: 'can-hurt-indonesian' is empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "score >= 0.6|scoer >= 0.6|14:8: unknown name 'scoer', did you mean 'score'?",
        "promotes|promots|13:3: unknown name 'promots', did you mean 'promotes'?",
        "floor: 0.5|floor: 1.5|11:8: 'floor' must be a number from 0 to 1",
        "floor: 0.5|floor: half|11:8: 'floor' must be a number",
        "version: 3|version: 1.5|3:10: 'version' must be",
        "gambling|gamblin|4:11: 'gamblin' is not one of gambling, prostitution",
        "mode: live|mode: on|5:7: 'on' is not one of shadow, live",
        "severity: high|serverity: high|6:12: unknown field 'serverity', did you mean 'severity'?",
        "severity: high|serverity: high|1:1: 'severity' is missing",
        "name: coin-toss|name: coin|2:7: the file of this policy must be called coin.yaml",
        "name: coin-toss|name: Coin Toss|2:7: a name has lower-case letters",
        "name: coin-toss|name: [a, b]|2:1: a field must be a name and a text",
        "can-hurt: Nobody.|can-hurt: ''|10:11: 'can-hurt' is empty",
        "version: 3|name: coin-toss|3:1: 'name' stands here a second time",
        "version: 3|version: !!java.lang.Integer 3|3:10: is not YAML: Global tag is not allowed",
        "category: gambling|category: abuse|5:7: policy coin-toss: abuse is never decided",
        "category: gambling|category: hoax|5:7: policy coin-toss: hoax is never decided",
        "version: 3|version: 'unclosed|is not YAML",
      })
  void refuses_a_mistake_with_its_place(String right, String wrong, String message)
      throws IOException {
    write("coin-toss.yaml", SOUND.replace(right, wrong));

    assertThat(refusal().getMessage()).contains("coin-toss.yaml:").contains(message);
  }

  @Test
  void one_bad_file_refuses_the_whole_folder_and_every_mistake_is_told() throws IOException {
    write("coin-toss.yaml", SOUND);
    write("second.yaml", SOUND.replace("coin-toss", "second").replace("0.6", "wordz"));
    write("third.yaml", SOUND.replace("coin-toss", "third").replace("severity: high", "x: y"));

    assertThat(refusal().mistakes())
        .extracting(mistake -> mistake.file().getFileName() + ": " + mistake.message())
        .containsExactly(
            "second.yaml: unknown name 'wordz', did you mean 'words'?",
            "third.yaml: 'severity' is missing",
            "third.yaml: unknown field 'x'; the fields are can-hurt, can-hurt-indonesian, category,"
                + " condition, daily-limit, english, floor, floor-with-term, indonesian, legal-basis,"
                + " mode, name, severity, stretch, version");
  }

  @Test
  void refuses_an_empty_and_a_missing_folder() {
    assertThat(refusal()).hasMessageContaining("holds no policy");
    assertThat(
            catchThrowableOfType(
                PoliciesRefused.class, () -> PolicyFolder.read(folder.resolve("nowhere"))))
        .hasMessageContaining("cannot be listed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"coin-toss.yml", "coin-toss.YAML", "coin-toss.Yml"})
  void refuses_a_policy_whose_file_ends_otherwise(String name) throws IOException {
    write(name, SOUND);
    write("second.yaml", SOUND.replace("coin-toss", "second"));

    assertThat(refusal())
        .hasMessageContaining(name + ":")
        .hasMessageContaining("must be called coin-toss.yaml");
  }

  @Test
  void refuses_a_huge_file() throws IOException {
    write("coin-toss.yaml", SOUND + "# " + "x".repeat(PolicyFolder.LARGEST_FILE));

    assertThat(refusal()).hasMessageContaining("is larger than");
  }

  @Test
  void refuses_what_is_not_utf_8() throws IOException {
    Files.write(folder.resolve("coin-toss.yaml"), new byte[] {'a', ':', ' ', (byte) 0xFF});

    assertThat(refusal()).hasMessageContaining("is not UTF-8");
  }

  @Test
  void refuses_an_anchor_and_a_billion_laughs() throws IOException {
    write("coin-toss.yaml", SOUND.replace("version: 3", "version: &a 3"));
    write(
        "laughs.yaml",
        "a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c]\n");

    assertThat(refusal())
        .hasMessageContaining("coin-toss.yaml:3:1: anchors are not used here")
        .hasMessageContaining("laughs.yaml:");
  }

  @Test
  void refuses_a_bottomless_file() throws IOException {
    write("coin-toss.yaml", "a: " + "[".repeat(20_000));

    assertThat(refusal()).hasMessageContaining("is not YAML");
  }

  private PoliciesRefused refusal() {
    return catchThrowableOfType(PoliciesRefused.class, () -> PolicyFolder.read(folder));
  }

  private void write(String name, String text) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
