package ronda.server.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ronda.sources.files.Glance;

class ColumnGuessTest {
  @Test
  void indonesian_headers_are_understood() {
    assertThat(guess("No", "Isi Komentar", "Nama Akun", "Tanggal", "Kelurahan", "Tautan"))
        .isEqualTo(
            Map.of(
                "text", "Isi Komentar",
                "author", "Nama Akun",
                "postedAt", "Tanggal",
                "region", "Kelurahan",
                "url", "Tautan"));
  }

  @Test
  void english_headers_are_understood() {
    assertThat(guess("comment_id", "full_text", "user_name", "created_at", "permalink"))
        .isEqualTo(
            Map.of(
                "id", "comment_id",
                "text", "full_text",
                "author", "user_name",
                "postedAt", "created_at",
                "url", "permalink"));
  }

  @Test
  void a_word_within_a_word_is_no_hint() {
    assertThat(guess("polisi", "isi")).containsEntry("text", "isi");
  }

  @Test
  void where_no_header_tells_the_column_with_the_most_words_is_the_text() {
    Glance glance =
        new Glance(List.of("a", "b"), List.of(List.of("1", "halo semua"), List.of("2", "apa")));

    assertThat(ColumnGuess.of(glance)).isEqualTo(Map.of("text", "b"));
  }

  private static Map<String, String> guess(String... columns) {
    return ColumnGuess.of(new Glance(List.of(columns), List.of()));
  }
}
