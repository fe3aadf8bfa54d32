package ronda.policies.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.compiler.CelCompilerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ronda.identify.decide.Policies;
import ronda.identify.decide.Policy;
import ronda.identify.post.Category;
import ronda.testkit.hostile.Hostile;

class CheckedBeforeTest {
  private static final String EXPRESSION = "promotes && score >= 0.5 || terms + hints >= 2";

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void write_one() {
    file = folder.resolve("kept").resolve("conditions");
    CheckedBefore checked = CheckedBefore.nothing();
    Conditions.of(Category.GAMBLING, checked).read(EXPRESSION);
    checked.write(file);
  }

  @Test
  void what_was_checked_before_is_known_again() {
    assertThat(CheckedBefore.read(file).find(EXPRESSION)).isPresent();
    assertThat(CheckedBefore.read(file).find(EXPRESSION + " ")).isEmpty();
  }

  @Test
  void the_file_names_the_library_that_is_there() {
    String jar =
        CelCompilerFactory.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    assertThat(jar).endsWith("/" + CheckedBefore.LIBRARY + ".jar");
  }

  @Test
  void a_file_with_any_damaged_byte_holds_nothing() throws IOException {
    byte[] sound = Files.readAllBytes(file);

    Hostile.tries(
        500,
        random -> damaged(sound, random),
        bytes -> {
          try {
            Files.write(file, bytes);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
          assertThat(CheckedBefore.read(file).find(EXPRESSION)).isEmpty();
        });
  }

  @Test
  void what_cannot_be_kept_leaves_nothing_behind() throws IOException {
    Path taken = folder.resolve("taken");
    Files.createDirectories(taken.resolve("a-folder-of-that-name/not-empty"));
    CheckedBefore checked = CheckedBefore.nothing();
    Conditions.of(Category.GAMBLING, checked).read(EXPRESSION);

    checked.write(taken.resolve("a-folder-of-that-name"));

    try (var left = Files.list(taken)) {
      assertThat(left).containsExactly(taken.resolve("a-folder-of-that-name"));
    }
  }

  @Test
  void a_missing_file_holds_nothing() {
    assertThat(CheckedBefore.read(folder.resolve("nowhere")).find(EXPRESSION)).isEmpty();
  }

  @Test
  void a_folder_of_policies_says_the_same_with_and_without_the_file() throws IOException {
    Path policies = Files.createDirectory(folder.resolve("policies"));
    Files.writeString(policies.resolve("one.yaml"), policy("one", "promotes && score >= 0.5"));
    Files.writeString(policies.resolve("two.yaml"), policy("two", "!mentions\n  && words > 3"));

    List<Policy> first = PolicyFolder.read(policies, file).all();
    List<Policy> second = PolicyFolder.read(policies, file).all();

    assertThat(names(second))
        .isEqualTo(names(first))
        .isEqualTo(names(PolicyFolder.read(policies).all()));
    assertThat(CheckedBefore.read(file).find("promotes && score >= 0.5\n")).isPresent();
    assertThat(CheckedBefore.read(file).find(EXPRESSION)).isEmpty();
  }

  @Test
  void a_folder_that_may_not_be_written_to_is_no_reason_to_stop() throws IOException {
    Path policies = Files.createDirectory(folder.resolve("policies"));
    Files.writeString(policies.resolve("one.yaml"), policy("one", "promotes"));

    Policies read = PolicyFolder.read(policies, file.resolve("below-a-file"));

    assertThat(read.all()).hasSize(1);
  }

  private static byte[] damaged(byte[] sound, SplittableRandom random) {
    if (random.nextInt(4) == 0) {
      return java.util.Arrays.copyOf(sound, random.nextInt(sound.length));
    }
    byte[] bytes = sound.clone();
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
    return bytes;
  }

  private static List<String> names(List<Policy> policies) {
    return policies.stream().map(policy -> policy.id() + " " + policy.condition()).toList();
  }

  private static String policy(String name, String condition) {
    return """
        name: %s
        version: 1
        category: gambling
        mode: shadow
        severity: low
        legal-basis: judi
        indonesian: Percobaan.
        english: On trial.
        can-hurt: Nobody.
        floor: 0.5
        condition: |
          %s
        """
        .formatted(name, condition.replace("\n", "\n  "));
  }
}
