package ronda.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** However many workers there are: the output has the order, and the bytes, of the input. */
class OrderTest {
  private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([^\"]+)\"");
  private static final String[] TEXTS = {
    "selamat pagi semua",
    "Main di CONTOH88 gacor maxwin, wa 0812-0000-0188",
    "harga cabai naik lagi",
    "{rusak",
    "polisi menangkap bandar judi",
  };

  @Test
  void posts_come_out_in_the_order_they_went_in() {
    List<String> ids = new ArrayList<>();
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      ids.add("p" + i);
      input.append("{\"id\":\"p%d\",\"text\":\"%s\"}%n".formatted(i, TEXTS[i % 3]));
    }

    Told told = Told.on(input.toString(), "identify", "--threads", "3");

    assertThat(told.lines().stream().map(OrderTest::id)).containsExactlyElementsOf(ids);
  }

  @Test
  void the_same_input_gives_the_same_bytes_with_one_two_and_seven_workers() {
    String input = mixed(new Random(7), 5_000);

    Told one = Told.on(input, "identify", "--threads", "1");
    Told two = Told.on(input, "identify", "--threads", "2");
    Told seven = Told.on(input, "identify", "--threads", "7");

    assertThat(two.out()).isEqualTo(one.out());
    assertThat(seven.out()).isEqualTo(one.out());
    assertThat(two.refusals()).isEqualTo(one.refusals());
    assertThat(seven.refusals()).isEqualTo(one.refusals());
  }

  @Test
  void every_line_is_either_a_post_or_a_refusal() {
    String input = mixed(new Random(11), 3_000);

    Told told = Told.on(input, "identify", "--threads", "2");

    assertThat(told.lines().size() + told.refusals().size()).isEqualTo(3_000);
  }

  private static String mixed(Random random, int lines) {
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      String text = TEXTS[random.nextInt(TEXTS.length)];
      input.append(text.startsWith("{") ? text : "{\"text\":\"" + text + " " + i + "\"}");
      input.append('\n');
    }
    return input.toString();
  }

  private static String id(String line) {
    var matcher = ID.matcher(line);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
