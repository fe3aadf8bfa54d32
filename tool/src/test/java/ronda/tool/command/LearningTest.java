package ronda.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Training and measuring on any labels, with made-up rows. */
class LearningTest {
  private static final String[] FOOD = {"soto", "rawon", "bakso", "pecel", "gudeg"};
  private static final String[] RAIN = {"hujan", "banjir", "angin", "petir", "mendung"};

  @TempDir Path folder;

  @Test
  void a_model_of_any_labels_is_learnt_measured_and_described() throws IOException {
    Path data = rows("topik", 120);

    Told told =
        Told.on("", "train", "--data", data.toString(), "--out", model(), "--labels", "topik");

    assertThat(told.exit()).isZero();
    assertThat(told.out()).contains("makanan", "cuaca");
    assertThat(Path.of(model()))
        .isDirectoryContaining("glob:**model.ronda")
        .isDirectoryContaining("glob:**card.md")
        .isDirectoryContaining("glob:**metrics.json");
  }

  @Test
  void the_same_rows_and_seed_give_the_same_model() throws IOException {
    Path data = rows("categories", 60);
    String[] train = {"train", "--data", data.toString(), "--seed", "9", "--out"};

    Told.on("", with(train, folder.resolve("a").toString()));
    Told.on("", with(train, folder.resolve("b/another").toString()));

    for (String file : List.of("model.ronda", "card.md", "metrics.json")) {
      assertThat(folder.resolve("a").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("b/another").resolve(file));
    }
  }

  @Test
  void what_stands_in_one_part_alone_counts_as_missed() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      rows.append("{\"text\":\"pagi %s rapat %d\"}\n".formatted(FOOD[i % 5], i));
      rows.append("{\"text\":\"daftar sekarang %d\",\"categories\":[\"spam\"]}\n".formatted(i));
    }
    Path data = Files.writeString(folder.resolve("copies.jsonl"), rows);

    Told.on("", "train", "--data", data.toString(), "--out", model());

    JsonNode spam =
        new JsonMapper().readTree(Path.of(model(), "metrics.json").toFile()).at("/labels/spam");
    assertThat(spam.get("support").asInt()).isEqualTo(40);
    assertThat(spam.get("recall").asDouble()).isZero();
  }

  @Test
  void a_label_that_no_model_can_hold_is_refused_at_once() throws IOException {
    Path data =
        Files.writeString(
            folder.resolve("blank.jsonl"), "{\"text\":\"a\",\"categories\":[\" b\"]}\n");

    Told told = Told.on("", "train", "--data", data.toString(), "--out", model());

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).contains("a label has 1 to 200 printable letters", "' b'");
  }

  @Test
  void a_place_that_cannot_be_written_is_told_before_anything_is_learnt() throws IOException {
    Path data = rows("categories", 60);

    Told file = Told.on("", "train", "--data", data.toString(), "--out", data.toString());
    Told below = Told.on("", "train", "--data", data.toString(), "--out", data + "/new/model");
    Told system = Told.on("", "train", "--data", data.toString(), "--out", "/proc/model");

    assertThat(List.of(file.exit(), below.exit(), system.exit())).containsOnly(74);
    assertThat(file.err() + below.err()).contains("rows.jsonl is no folder");
    assertThat(system.err())
        .contains("cannot write to /proc/model: nothing can be made in /proc")
        .doesNotContain("60 rows");
    assertThat(file.err() + below.err()).doesNotContain("60 rows");
  }

  @Test
  void a_place_that_can_be_written_is_left_as_it_is_where_nothing_is_learnt() throws IOException {
    Path data = Files.writeString(folder.resolve("polos.jsonl"), "{\"text\":\"halo\"}\n");

    Told.on("", "train", "--data", data.toString(), "--out", folder + "/new/model");

    assertThat(folder).isDirectoryNotContaining("glob:**new*");
  }

  @Test
  void whoever_may_read_other_folders_may_read_a_model() throws IOException {
    Path usual = Files.createDirectory(folder.resolve("usual"));

    Told.on(
        "", "train", "--data", rows("categories", 30).toString(), "--folds", "0", "--out", model());

    assertThat(Files.getPosixFilePermissions(Path.of(model())))
        .isEqualTo(Files.getPosixFilePermissions(usual));
  }

  @Test
  void a_misspelt_option_after_the_files_is_not_taken_for_a_file() throws IOException {
    Told told =
        Told.on("", "evaluate", "--data", rows("topik", 6).toString(), "--reprot", "somewhere");

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).contains("Unknown option", "--reprot");
  }

  @Test
  void a_model_is_held_against_what_people_said_for_each_label_and_source() throws IOException {
    Path data = rows("categories", 120);
    Told.on("", "train", "--data", data.toString(), "--out", model(), "--folds", "0");

    Told told = Told.on("", "evaluate", "--data", data.toString(), "--model", model(), "--json");

    JsonNode json = new JsonMapper().readTree(told.out());
    assertThat(json.get("rows").asInt()).isEqualTo(120);
    assertThat(json.at("/labels/makanan/support").asInt()).isEqualTo(40);
    assertThat(json.at("/labels/makanan/f1").asDouble()).isGreaterThan(0.9);
    assertThat(json.at("/sources/karangan/labels/cuaca").propertyNames())
        .containsExactlyInAnyOrder(
            "support",
            "precision",
            "recall",
            "f1",
            "falsePositiveRate",
            "recallAtFpr001",
            "calibrationError");
  }

  @Test
  void decisions_that_the_desk_gave_out_are_measured_as_they_are() throws IOException {
    Path decisions =
        Path.of(System.getProperty("ronda.root", ".."), "docs", "samples", "decisions.jsonl");
    Path data = rows("categories", 60);
    Told.on("", "train", "--data", data.toString(), "--out", model(), "--folds", "0");

    Told told =
        Told.on("", "evaluate", "--data", decisions.toString(), "--model", model(), "--json");

    assertThat(told.exit()).isZero();
    JsonNode json = new JsonMapper().readTree(told.out());
    assertThat(json.get("rows").asInt()).isEqualTo(2);
    assertThat(json.get("sources").propertyNames())
        .containsExactly("ronda:00000000-0000-0000-0000-000000003271");
  }

  @Test
  void a_label_that_the_model_does_not_know_is_named_and_counts_nothing() throws IOException {
    Path data = rows("categories", 60);
    Told.on("", "train", "--data", data.toString(), "--out", model(), "--folds", "0");
    Path other = folder.resolve("lain.jsonl");
    Files.writeString(other, "{\"text\":\"gol lagi\",\"categories\":[\"olahraga\"]}\n");

    Told told = Told.on("", "evaluate", "--data", other.toString(), "--model", model());

    assertThat(told.out()).contains("Not known to the model, so never given: olahraga");
  }

  @Test
  void the_stance_in_the_rows_is_held_against_the_one_given() throws IOException {
    Path data = folder.resolve("sikap.jsonl");
    Files.writeString(
        data,
        """
        {"text":"main di CONTOH88 gacor maxwin, daftar sekarang","categories":["gambling"],"stance":"promotes"}
        {"text":"rapat warga ditunda","categories":[],"stance":"none"}
        """);

    Told told = Told.on("", "evaluate", "--data", data.toString());

    assertThat(told.out()).contains("| promotes ", "| none ").doesNotContain("(labelled)");
    assertThat(told.out()).contains("stance, where people told it");
  }

  @Test
  void a_field_that_no_row_has_measures_nothing() throws IOException {
    Told told =
        Told.on("", "evaluate", "--data", rows("categories", 6).toString(), "--labels", "topik");

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.out()).isEmpty();
    assertThat(told.err()).contains("no row has the field \"topik\" (6 rows read); see --labels");
  }

  @Test
  void rows_that_somebody_found_harmless_are_measured_and_those_nobody_read_are_told()
      throws IOException {
    Path harmless = folder.resolve("harmless.csv");
    Files.writeString(harmless, "text,categories\nselamat pagi,\nrapat warga,\n");
    Path unread = Files.writeString(folder.resolve("unread.jsonl"), "{\"text\":\"halo\"}\n");

    Told told = Told.on("", "evaluate", "--data", harmless.toString());
    Told both = Told.on("", "evaluate", "--data", harmless.toString(), unread.toString());

    assertThat(told.exit()).isZero();
    assertThat(told.err()).doesNotContain("no field");
    assertThat(both.exit()).isZero();
    assertThat(both.err())
        .contains("1 of 3 rows have no field \"categories\" and count as harmless");
  }

  @Test
  void a_report_and_its_charts_are_written_where_asked() throws IOException {
    Path data = rows("categories", 60);
    Path out = folder.resolve("laporan");

    Told told = Told.on("", "evaluate", "--data", data.toString(), "--out", out.toString());

    assertThat(told.exit()).isZero();
    assertThat(out.resolve("evaluation.md")).content().contains("Made by `./ronda evaluate");
    assertThat(out.resolve("calibration.svg")).content().startsWith("<svg").endsWith("</svg>\n");
    assertThat(out.resolve("evaluation.json")).isNotEmptyFile();
  }

  @Test
  void rows_without_any_label_are_no_school() throws IOException {
    Path data = folder.resolve("polos.jsonl");
    Files.writeString(data, "{\"text\":\"halo\"}\n");

    Told told = Told.on("", "train", "--data", data.toString(), "--out", model());

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).contains("no row has a label in the field \"categories\"");
  }

  @Test
  void a_damaged_model_is_refused_with_a_reason() throws IOException {
    Path data = rows("categories", 10);
    Files.createDirectories(Path.of(model()));
    Files.writeString(Path.of(model()).resolve("model.ronda"), "bukan model");

    Told told = Told.on("", "evaluate", "--data", data.toString(), "--model", model());

    assertThat(told.exit()).isEqualTo(78);
    assertThat(told.err()).contains("model.ronda");
  }

  private Path rows(String labelsField, int count) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String label = i % 3 == 0 ? "[\"makanan\"]" : i % 3 == 1 ? "[\"cuaca\"]" : "[]";
      String text =
          switch (i % 3) {
            case 0 -> "makan %s enak sekali nomor %d".formatted(FOOD[i % 5], i);
            case 1 -> "kemarin %s deras di kota nomor %d".formatted(RAIN[i % 5], i);
            default -> "rapat warga ditunda sampai besok nomor " + i;
          };
      rows.append(
          "{\"text\":\"%s\",\"%s\":%s,\"source\":\"karangan\"}%n"
              .formatted(text, labelsField, label));
    }
    Path file = folder.resolve("rows.jsonl");
    Files.writeString(file, rows);
    return file;
  }

  private String model() {
    return folder.resolve("model").toString();
  }

  private static String[] with(String[] arguments, String last) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = last;
    return all;
  }
}
