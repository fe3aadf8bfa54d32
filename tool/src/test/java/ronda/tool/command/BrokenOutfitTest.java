package ronda.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lexicons, models and policies that are missing or do not fit each other. */
class BrokenOutfitTest {
  private static final String ADVERT =
      "{\"text\":\"Slot gacor maxwin hari ini, daftar sekarang bonus new member 100%, link di bio\"}\n";

  private final String before = System.getProperty("ronda.root", "");
  private final Path shipped = Root.path();

  @TempDir Path root;

  @BeforeEach
  void a_root_of_ones_own() throws IOException {
    Files.createDirectories(root.resolve("models"));
    Files.createDirectories(root.resolve("policies"));
    for (String part : List.of("lexicons", "policies/data", "models/umum", "models/nonkomersial")) {
      Files.createSymbolicLink(root.resolve(part), shipped.resolve(part));
    }
    System.setProperty("ronda.root", root.toString());
  }

  @AfterEach
  void back_to_the_shipped_one() {
    System.setProperty("ronda.root", before);
  }

  @Test
  void a_whole_outfit_finds_the_advert_and_says_nothing_of_models() {
    Told told = Told.on(ADVERT, "identify");

    assertThat(told.exit()).isZero();
    assertThat(told.out()).contains("gambling-promotion@");
    assertThat(told.err()).doesNotContain("no model");
  }

  @Test
  void a_models_folder_that_lost_its_weights_ends_the_run() throws IOException {
    Files.delete(root.resolve("models/umum"));
    Files.createDirectories(root.resolve("models/umum"));
    Files.copy(shipped.resolve("models/umum/card.md"), root.resolve("models/umum/card.md"));

    Told told = Told.on(ADVERT, "identify");

    assertThat(told.exit()).isEqualTo(78);
    assertThat(told.err()).contains("models/umum/model.ronda").hasLineCount(1);
  }

  @Test
  void a_model_that_was_left_out_is_told_in_one_line_and_the_run_goes_on() throws IOException {
    Files.delete(root.resolve("models/nonkomersial"));

    Told told = Told.on(ADVERT, "identify");

    assertThat(told.exit()).isZero();
    assertThat(told.out()).contains("gambling-promotion@");
    assertThat(told.err().lines())
        .filteredOn(line -> line.contains("no model knows"))
        .singleElement()
        .asString()
        .contains("hate-against-group")
        // What is only implied is scored by the other model.
        .doesNotContain("gambling-promotion", "pornography-offer");
  }

  @Test
  void where_no_model_is_left_every_policy_in_force_is_named() throws IOException {
    Files.delete(root.resolve("models/nonkomersial"));
    Files.delete(root.resolve("models/umum"));

    Told told = Told.on(ADVERT, "identify");

    assertThat(told.exit()).isZero();
    assertThat(told.err()).contains("no model knows", "gambling-promotion");
  }

  @Test
  void two_models_that_know_one_label_end_the_run_and_are_named() throws IOException {
    Files.createSymbolicLink(root.resolve("models/umum2"), shipped.resolve("models/umum"));

    Told told = Told.on(ADVERT, "identify");

    assertThat(told.exit()).isEqualTo(78);
    assertThat(told.err()).contains("umum, umum2", "the same label").hasLineCount(1);
  }

  @Test
  void a_condition_that_fails_is_told_at_the_end_with_its_policy_and_why() throws IOException {
    Files.delete(root.resolve("policies/data"));
    Files.createDirectory(root.resolve("policies/data"));
    String sound = Files.readString(shipped.resolve("policies/data/gambling-promotion.yaml"));
    String failing =
        sound
            .substring(0, sound.indexOf("condition:"))
            .replace("gambling-promotion", "coin-toss")
            .concat("condition: 10 / payments > 1\n");
    Files.writeString(root.resolve("policies/data/coin-toss.yaml"), failing);
    Files.writeString(root.resolve("policies/data/gambling-promotion.yaml"), sound);

    Told told = Told.on(ADVERT, "identify");

    assertThat(told.exit()).isZero();
    assertThat(told.out()).contains("gambling-promotion@");
    assertThat(told.err().lines().toList().getLast())
        .startsWith("ronda: conditions that could not be answered")
        .contains("coin-toss once (first: a division by zero)")
        .doesNotContain("gambling-promotion");
    assertThat(Told.on(ADVERT.repeat(3), "identify").err()).contains("coin-toss 3 times");
  }

  @Test
  void a_listed_host_that_is_never_blocked_is_told_at_the_end() throws IOException {
    Files.delete(root.resolve("lexicons"));
    Files.createDirectories(root.resolve("lexicons/domains"));
    Files.copy(shipped.resolve("lexicons/gambling.tsv"), root.resolve("lexicons/gambling.tsv"));
    Files.writeString(
        root.resolve("lexicons/domains/gambling.txt"), "contoh88.xyz\nbca.co.id\nhalo\n");

    Told told = Told.on(ADVERT, "identify");

    assertThat(told.exit()).isZero();
    assertThat(told.err().lines().toList().getLast())
        .isEqualTo(
            "ronda: entries of the list of blocked domains that are not blocked: 2 (first: bca.co.id)");
  }

  @Test
  void no_lexicon_at_all_ends_the_run() throws IOException {
    Files.delete(root.resolve("lexicons"));

    assertThat(Told.on(ADVERT, "identify").exit()).isEqualTo(78);

    Files.createDirectories(root.resolve("lexicons"));
    Told told = Told.on(ADVERT, "identify");

    assertThat(told.exit()).isEqualTo(78);
    assertThat(told.err()).contains("holds no lexicon").hasLineCount(1);
  }
}
