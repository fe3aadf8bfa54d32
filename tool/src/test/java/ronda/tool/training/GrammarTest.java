package ronda.tool.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrammarTest {
  @TempDir Path folder;

  @Test
  void fills_slots_and_chooses_among_ways() throws IOException {
    Grammar grammar =
        grammar("buah = mangga | pisang", "[scam stance:promotes]", "- jual {|obral }<buah> murah");

    Set<String> said = new TreeSet<>();
    Dice dice = Dice.of(1, "test");
    for (int i = 0; i < 100; i++) {
      Grammar.Made made = grammar.make(dice);
      assertThat(made.labels()).containsExactlyInAnyOrder("scam", "stance:promotes");
      said.add(made.text());
    }
    assertThat(said)
        .containsExactly(
            "jual mangga murah",
            "jual obral mangga murah",
            "jual obral pisang murah",
            "jual pisang murah");
  }

  @Test
  void says_the_same_for_the_same_seed() throws IOException {
    Grammar grammar = grammar("[none]", "- <phone> <code:5> <brand> {a|b|c}");

    assertThat(hundred(grammar, 7))
        .isEqualTo(hundred(grammar, 7))
        .isNotEqualTo(hundred(grammar, 8));
  }

  @Test
  void leaves_no_gap_where_an_optional_part_is_left_out() throws IOException {
    Grammar grammar = grammar("[none]", "- {|} halo {|} , apa kabar");

    assertThat(grammar.make(Dice.of(1, "test")).text()).isEqualTo("halo, apa kabar");
  }

  @Test
  void keeps_a_blank_that_is_written_as_an_escape() throws IOException {
    Grammar grammar = grammar("sela = ,\\s | ;\\s", "[none]", "- a<sela>b");

    assertThat(grammar.make(Dice.of(1, "test")).text()).isIn("a, b", "a; b");
  }

  @Test
  void refuses_a_slot_that_nobody_defines() {
    assertThatThrownBy(() -> grammar("[none]", "- halo <siapa>"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("siapa");
  }

  @Test
  void refuses_an_open_brace_and_says_where() {
    assertThatThrownBy(() -> grammar("[none]", "- satu", "- {dua|tiga"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("test.grammar:3");
  }

  @Test
  void refuses_a_name_that_is_defined_twice() {
    assertThatThrownBy(() -> grammar("a = x", "a = y", "[none]", "- <a>"))
        .hasMessageContaining("defined before");
  }

  @Test
  void gives_up_on_slots_that_stand_in_each_other_without_end() throws IOException {
    Grammar grammar = grammar("a = <b>", "b = <a>", "[none]", "- <a>");

    assertThatThrownBy(() -> grammar.make(Dice.of(1, "test")))
        .isInstanceOf(IllegalStateException.class);
  }

  private Grammar grammar(String... lines) throws IOException {
    return Grammar.read(Files.write(folder.resolve("test.grammar"), List.of(lines)));
  }

  private static List<String> hundred(Grammar grammar, long seed) {
    Dice dice = Dice.of(seed, "test");
    List<String> posts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      posts.add(grammar.make(dice).text());
    }
    return posts;
  }
}
