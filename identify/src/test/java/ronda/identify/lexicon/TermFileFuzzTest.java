package ronda.identify.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ronda.identify.Hostile;

/** Anything may stand in a lexicon file: it is read or refused with its lines, and never breaks. */
class TermFileFuzzTest {
  private static final String HEADER =
      "term\tcategory\tstance\tweight\tboundary\tneeds\tunless\tsource\tdate\n";

  /** What a file is made of, whole and cut. */
  private static final List<String> PIECES =
      List.of(
          HEADER,
          "gacor\tgambling\tpromotes\t1.2\tword\t@gambling\t@birds, lomba\town\t2026-11-22\n",
          "slot\tgambling\tnone\t1\tword\tnear: @birds\t\town\t2026-11-22\n",
          "bo*\tany\tmentions\t-1\tprefix\t@",
          "@birds\tburung, murai*\n",
          "@birds\t",
          "@cars\tmobil, @birds\n",
          "@",
          "@gambling",
          "near:",
          ",",
          "*",
          "\t",
          "\n",
          "\r\n",
          "#",
          "1e999",
          "NaN",
          "\t2026-11-22\n",
          "\u0000",
          "\uD800",
          "\uFEFF",
          "İ");

  @Test
  void whatever_is_in_a_file_it_is_read_or_refused_with_its_reasons() {
    Hostile.tries(
        2_000,
        random ->
            HEADER.repeat(random.nextInt(2))
                + String.join("", Hostile.list(random, 0, 30, each -> Hostile.oneOf(each, PIECES)))
                + Hostile.text(random, 40),
        TermFileFuzzTest::readsOrRefuses);
  }

  @Test
  void texts_that_nobody_would_write_are_refused_or_hold_no_terms() {
    Hostile.texts(300, TermFileFuzzTest::readsOrRefuses);
    Hostile.texts(300, text -> readsOrRefuses(HEADER + "@" + text));
    Hostile.texts(300, text -> readsOrRefuses(HEADER + "@birds\t" + text));
  }

  private static void readsOrRefuses(String text) {
    try {
      for (Term term : TermFile.parse("f.tsv", text)) {
        assertThat(term.unless().phrases()).noneMatch(phrase -> phrase.contains("@"));
      }
    } catch (BrokenLexicon refused) {
      assertThat(refused.complaints()).isNotEmpty().allMatch(each -> each.startsWith("f.tsv"));
    }
  }
}
