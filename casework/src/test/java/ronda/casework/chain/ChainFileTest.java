package ronda.casework.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChainFileTest {
  private static final Link LINK =
      Link.first(
          new Link.Entry(
              Instant.parse("2026-11-22T05:00:00.25Z"),
              "Sari \"S\" <sari@contoh.invalid>\u2028😀",
              "note-made",
              "job:1",
              "{\"text\":\"baris\\nsatu\\\\\"}"));

  @Test
  void an_entry_comes_back_as_it_was() {
    assertThat(ChainFile.read(ChainFile.line(LINK))).contains(LINK);
  }

  @Test
  void an_entry_is_one_line_of_json() {
    assertThat(ChainFile.line(LINK))
        .startsWith("{\"number\":1,\"at\":\"2026-11-22T05:00:00.250Z\",\"actor\":\"Sari \\\"S\\\"")
        .contains("\\u2028\\ud83d\\ude00")
        .doesNotContain("\n");
  }

  @Test
  void another_spelling_of_the_same_entry_is_refused() {
    String line = ChainFile.line(LINK);

    assertThat(ChainFile.read(line.replace("05:00:00.250Z", "05:00:00.25Z"))).isEmpty();
    assertThat(ChainFile.read(line.replace("T05", "t05"))).isEmpty();
    assertThat(ChainFile.read(line.replace(",\"act\"", ", \"act\""))).isEmpty();
    assertThat(ChainFile.read(line.replace("\\u2028", "\u2028"))).isEmpty();
    assertThat(ChainFile.read(line.replace("\"number\":1", "\"number\":01"))).isEmpty();
    assertThat(ChainFile.read(line + " ")).isEmpty();
  }

  @Test
  void what_is_no_entry_is_refused() {
    assertThat(ChainFile.read("")).isEmpty();
    assertThat(ChainFile.read("{\"number\":")).isEmpty();
    assertThat(ChainFile.read("{\"number\":99999999999999999999,")).isEmpty();
    assertThat(ChainFile.read("{\"number\":1,\"at\":\"\\u12")).isEmpty();
    assertThat(ChainFile.read("{\"number\":1,\"at\":\"\\")).isEmpty();
  }
}
