package ronda.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the models say today: what is written holds together. */
class ExplainTest {
  private static final String HARMLESS = "{\"id\":\"a\",\"text\":\"harga cabai naik lagi\"}\n";

  @TempDir Path folder;

  @Test
  void a_post_without_a_finding_is_not_explained() {
    Told told = Told.on(HARMLESS, "identify", "--explain");

    assertThat(told.exit()).isZero();
    assertThat(told.out()).isEmpty();
  }

  @Test
  void with_a_file_to_write_to_the_json_goes_there_as_well() throws IOException {
    Path out = folder.resolve("temuan.jsonl");

    Told.on(HARMLESS, "identify", "--explain", "--out", out.toString());

    assertThat(out).content().startsWith("{\"id\":\"a\",\"findings\":[]");
  }

  @Test
  void every_category_has_a_score_from_0_to_1() {
    String line = Told.on(HARMLESS, "identify").out();

    assertThat(line)
        .contains("\"gambling\":", "\"illegal-lending\":", "\"hoax\":")
        .doesNotContain("NaN");
  }

  @Test
  void an_identity_number_is_never_written_out() {
    Told told = Told.on("{\"text\":\"nik saya 3271010101900001\"}\n", "identify");

    assertThat(told.out()).contains("\"kind\":\"nik\"").doesNotContain("3271010101900001");
  }

  @Test
  void a_language_that_nobody_wrote_is_told() {
    assertThat(Told.on("", "identify", "--explain", "--lang", "fr").exit()).isEqualTo(64);
  }
}
