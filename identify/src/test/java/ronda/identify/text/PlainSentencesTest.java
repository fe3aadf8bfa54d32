package ronda.identify.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fold leaves ordinary sentences of Indonesia's languages alone. */
class PlainSentencesTest {
  static Stream<String> sentences() throws IOException {
    try (var in = PlainSentencesTest.class.getResourceAsStream("plain-sentences.tsv")) {
      var lines = new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), UTF_8));
      return lines.lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void keeps_each_letter(String line) {
    String sentence = line.substring(line.indexOf('\t') + 1);
    assertThat(Texts.plain(sentence)).isEqualTo(smallWithoutAccents(sentence));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void sees_no_disguise(String line) {
    String sentence = line.substring(line.indexOf('\t') + 1);
    assertThat(Fold.plain(sentence).disguisedLetters()).isZero();
    assertThat(Texts.recovered(sentence)).isEmpty();
  }

  private static String smallWithoutAccents(String sentence) {
    var text = new StringBuilder();
    for (char c : Normalizer.normalize(sentence, Normalizer.Form.NFD).toCharArray()) {
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        text.append(c);
      }
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
