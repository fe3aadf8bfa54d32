package ronda.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ronda.onnx.classify.OnnxOpinion;
import ronda.testkit.network.Encoder;

/** {@code --second} on a published network, which knows English only: so the posts are English. */
class SecondOpinionTest {
  private static final String ADVERTISED = "hit the jackpot, bet on our casino and cash out";
  private static final String NEIGHBOURLY = "the bridge was closed because of the river";
  private static final String ADVERT = post(ADVERTISED);
  private static final String NEIGHBOUR = post(NEIGHBOURLY);
  private static final String SURE = post("situs slot gacor, bonus new member, link alternatif");

  @TempDir private static Path folder;

  /** Asked about every post, however sure the models are. */
  private static Path alwaysAsked;

  /** Asked only between 0.25 and 0.75, as its card says. */
  private static Path seldomAsked;

  /** Has no answer for the advertisement. */
  private static Path failing;

  @BeforeAll
  static void write() throws IOException {
    try (OnnxOpinion embedder = OnnxOpinion.open(Encoder.embedder(folder.resolve("encoder")))) {
      seldomAsked =
          Encoder.classifier(folder.resolve("seldom"), text -> embedder.scores(text).orElseThrow());
      failing =
          Encoder.runningOver(
              folder.resolve("failing"),
              text -> embedder.scores(text).orElseThrow(),
              ADVERTISED,
              List.of(NEIGHBOURLY, "ronda malam"));
    }
    String card = Encoder.CARD.replace("\"from\": 0.25, \"to\": 0.75", "\"from\": 0, \"to\": 1");
    alwaysAsked =
        Encoder.write(
            folder.resolve("always"), Files.readAllBytes(seldomAsked.resolve("model.onnx")), card);
  }

  @Test
  void the_networks_score_takes_the_place_of_an_unsure_one() {
    assertThat(gambling(asked(ADVERT, alwaysAsked))).isGreaterThan(0.6);
    assertThat(gambling(asked(NEIGHBOUR, alwaysAsked))).isLessThan(0.4);
    assertThat(gambling(Told.on(ADVERT, "identify")))
        .isNotEqualTo(gambling(asked(ADVERT, alwaysAsked)));
  }

  @Test
  void where_the_models_are_sure_it_is_not_asked() {
    assertThat(asked(SURE, seldomAsked).out()).isEqualTo(Told.on(SURE, "identify").out());
  }

  @Test
  void any_number_of_threads_gives_the_same_answers() {
    String posts = (ADVERT + NEIGHBOUR + SURE).repeat(8);

    assertThat(asked(posts, alwaysAsked, "--threads", "4").out())
        .isEqualTo(asked(posts, alwaysAsked, "--threads", "1").out());
  }

  @Test
  void a_network_that_fails_on_a_text_is_told_at_the_end_and_the_first_opinion_stands() {
    Told told = asked(NEIGHBOUR + ADVERT, failing);

    assertThat(told.exit()).isZero();
    assertThat(told.err().lines().toList().getLast())
        .startsWith(
            "ronda: the second opinion made-up@1 failed once, the first opinion stands there")
        .contains("(first: the model gives ");
    assertThat(told.lines().getLast()).isEqualTo(Told.on(ADVERT, "identify").lines().getLast());
    assertThat(asked(NEIGHBOUR, failing).err()).doesNotContain("second opinion");
  }

  @Test
  void a_folder_without_a_network_is_refused_with_its_name() {
    Told told = asked(ADVERT, folder.resolve("nowhere"));

    assertThat(told.exit()).isEqualTo(Exit.CONFIGURATION);
    assertThat(told.out()).isEmpty();
    assertThat(told.err()).contains("nowhere");
  }

  @Test
  void a_broken_network_is_refused_in_one_line() throws IOException {
    Path broken = Encoder.write(folder.resolve("broken"), new byte[1_000], Encoder.CARD);

    Told told = asked(ADVERT, broken);

    assertThat(told.exit()).isEqualTo(Exit.CONFIGURATION);
    assertThat(told.err().lines()).singleElement().asString().contains("model.onnx");
  }

  private static Told asked(String posts, Path network, String... more) {
    String[] arguments = new String[3 + more.length];
    arguments[0] = "identify";
    arguments[1] = "--second";
    arguments[2] = network.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Told.on(posts, arguments);
  }

  private static String post(String text) {
    return "{\"id\":\"1\",\"text\":\"%s\"}\n".formatted(text);
  }

  private static double gambling(Told told) {
    Matcher score = Pattern.compile("\"scores\":\\{\"gambling\":([0-9.]+)").matcher(told.out());
    assertThat(score.find()).as(told.out() + told.err()).isTrue();
    return Double.parseDouble(score.group(1));
  }
}
