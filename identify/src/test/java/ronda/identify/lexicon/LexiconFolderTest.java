package ronda.identify.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ronda.identify.lexicon.LexiconFolder.Outcome;

class LexiconFolderTest {
  private static final String HEADER =
      "term\tcategory\tstance\tweight\tboundary\tneeds\tunless\tsource\tdate\n";
  private static final String GACOR = "gacor\tgambling\tpromotes\t1.2\tword\t\t\town\t2026-11-22\n";
  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir Path folder;

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  @Test
  void a_changed_file_is_read_anew() throws IOException {
    write("judi.tsv", HEADER + GACOR);
    LexiconFolder lexicons = LexiconFolder.open(folder, NEVER);

    write("judi.tsv", HEADER + GACOR + GACOR.replace("gacor", "maxwin"));

    assertThat(lexicons.reload()).isEqualTo(new Outcome.Replaced(2));
    assertThat(lexicons.current().terms()).hasSize(2);
  }

  @Test
  void a_word_added_to_a_list_counts_for_the_terms_that_use_it() throws IOException {
    String term = GACOR.replace("word\t\t\t", "word\t\t@birds\t");
    write("judi.tsv", HEADER + "@birds\tburung\n" + term);
    LexiconFolder lexicons = LexiconFolder.open(folder, NEVER);

    write("judi.tsv", HEADER + "@birds\tburung, murai\n" + term);

    assertThat(lexicons.reload()).isEqualTo(new Outcome.Replaced(1));
    assertThat(lexicons.current().terms().getFirst().unless().phrases())
        .containsExactly("burung", "murai");
  }

  @Test
  void nothing_is_read_where_nothing_changed() throws IOException {
    write("judi.tsv", HEADER + GACOR);
    LexiconFolder lexicons = LexiconFolder.open(folder, NEVER);
    Lexicon before = lexicons.current();

    assertThat(lexicons.reload()).isEqualTo(new Outcome.Unchanged());
    assertThat(lexicons.current()).isSameAs(before);
  }

  @Test
  void a_broken_file_is_refused_and_the_old_lexicon_stays() throws IOException {
    write("judi.tsv", HEADER + GACOR);
    LexiconFolder lexicons = LexiconFolder.open(folder, NEVER);
    Lexicon before = lexicons.current();

    write("judi.tsv", HEADER + GACOR + "gacor\tgam");

    assertThat(lexicons.reload()).isInstanceOf(Outcome.Refused.class);
    assertThat(lexicons.current()).isSameAs(before);
    assertThat(lexicons.lastOutcome())
        .isEqualTo(
            new Outcome.Refused(java.util.List.of("judi.tsv:3: has 2 columns instead of 9")));
  }

  @Test
  void a_mended_file_is_read_after_a_refusal() throws IOException {
    write("judi.tsv", HEADER + GACOR);
    LexiconFolder lexicons = LexiconFolder.open(folder, NEVER);
    write("judi.tsv", "garbage");
    lexicons.reload();

    write("judi.tsv", HEADER + GACOR.replace("gacor", "maxwin"));

    assertThat(lexicons.reload()).isEqualTo(new Outcome.Replaced(1));
  }

  @Test
  void the_current_lexicon_is_looked_up_again_after_a_while() throws IOException {
    write("judi.tsv", HEADER + GACOR);
    LexiconFolder lexicons = LexiconFolder.open(folder, Duration.ZERO);

    write("slang.tsv", HEADER + GACOR.replace("gacor", "maxwin"));

    assertThat(lexicons.current().terms()).hasSize(2);
  }

  @Test
  void a_folder_that_is_broken_from_the_start_is_refused() throws IOException {
    write("judi.tsv", "garbage");

    assertThatThrownBy(() -> LexiconFolder.open(folder, NEVER)).isInstanceOf(BrokenLexicon.class);
  }
}
