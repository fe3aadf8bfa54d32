package ronda.identify.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.identify.signal.TermFound;
import ronda.identify.text.Fold;

/** The lexicons that come with Ronda, on made-up posts. */
class ShippedLexiconsTest {
  private static final Path FOLDER =
      Path.of(Objects.requireNonNullElse(System.getProperty("ronda.root"), ".."), "lexicons");

  private static Lexicon lexicon = Lexicon.of(List.of());

  @BeforeAll
  static void read() throws IOException {
    lexicon = Lexicon.read(FOLDER);
  }

  private static List<TermFound> reasons(String text) {
    return lexicon.in(Fold.plain(text)).stream()
        .filter(term -> term.stance() == Stance.PROMOTES && !term.needsConfirmation())
        .toList();
  }

  private static List<TermFound> mentions(String text) {
    return lexicon.in(Fold.plain(text)).stream()
        .filter(term -> term.stance() == Stance.MENTIONS)
        .toList();
  }

  @Test
  void there_are_some_thousand_terms() {
    assertThat(lexicon.terms()).hasSizeGreaterThan(2_000);
  }

  @Test
  void the_example_in_the_readme_is_a_lexicon() throws IOException {
    String example = Files.readString(FOLDER.resolve("README.md")).split("```\n", -1)[1];

    assertThat(TermFile.parse("README.md", example)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gacor parah bosku di 𝗔𝗟𝗘𝗫𝗜𝗦𝟭𝟳",
        "main di P L U T O 8 8 auto maxwin",
        "bonus new member 100, depo 10k, link alternatif di bio",
        "slot g4c0r hari ini, wd lancar"
      })
  void offers_of_gambling_are_seen(String text) {
    assertThat(reasons(text)).anyMatch(term -> term.concerns(Category.GAMBLING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open bo kak, include exclude, rr dm",
        "avail say, st 500 lt 1jt, no php",
        "#openbojogja ready malam ini"
      })
  void offers_of_the_trade_are_seen(String text) {
    assertThat(reasons(text)).anyMatch(term -> term.concerns(Category.PROSTITUTION));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Slot parkir di kantor penuh terus",
        "RAM-nya ada dua slot, yang satu kosong",
        "Dewa 19 konser di Bandung",
        "Open BO buku gelombang kedua, penulis lokal",
        "burung murai gacor milik bapak",
        "Harga cabai naik lagi, pemerintah diam saja",
        "Kereta berangkat jam 03.10 dari Bogor"
      })
  void everyday_posts_give_no_reason(String text) {
    assertThat(reasons(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP JUDI ONLINE",
        "Polisi tangkap bandar judol di Medan",
        "Saya korban pinjol, diteror DC tiap hari",
        "Hati-hati penipuan undangan APK",
        "Jangan mau diajak VCS, nanti diperas"
      })
  void warnings_news_and_victims_are_mentions(String text) {
    assertThat(mentions(text)).isNotEmpty();
    assertThat(reasons(text)).isEmpty();
  }
}
