package ronda.tool.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream terminal = new PrintStream(written, true, StandardCharsets.UTF_8);

  @Test
  void a_file_has_a_rate_a_share_and_a_time_left() {
    Progress progress = new Progress(terminal, true, 1_000_000);

    assertThat(progress.line(posts(50_000), 250_000, Duration.ofSeconds(10)))
        .isEqualTo("50,000 posts, 5,000/s, 25 %, 0:00:30 left");
    assertThat(progress.line(posts(50_000), 1_000, Duration.ofSeconds(10)))
        .isEqualTo("50,000 posts, 5,000/s, 0 %, 2:46:30 left");
  }

  @Test
  void the_first_second_already_knows_how_long_the_rest_takes() {
    Progress progress = new Progress(terminal, true, 1_000_000);

    assertThat(progress.line(posts(5_000), 20_000, Duration.ofMillis(500)))
        .isEqualTo("5,000 posts, 10,000/s, 2 %, 0:00:25 left");
  }

  @Test
  void a_pipe_whose_end_nobody_knows_has_a_rate_alone() {
    Progress progress = new Progress(terminal, true, 0);

    assertThat(progress.line(posts(5_000), 20_000, Duration.ofSeconds(1)))
        .isEqualTo("5,000 posts, 5,000/s");
  }

  @Test
  void a_file_that_grows_while_it_is_read_is_never_over_full() {
    Progress progress = new Progress(terminal, true, 1_000);

    assertThat(progress.line(posts(10), 5_000, Duration.ofSeconds(1)))
        .isEqualTo("10 posts, 10/s, 100 %, 0:00:00 left");
  }

  @Test
  void where_nobody_looks_nothing_is_told() throws InterruptedException {
    Progress hidden = new Progress(terminal, false, 1_000);
    Progress seen = new Progress(new PrintStream(written, true, StandardCharsets.UTF_8), true, 100);
    Thread.sleep(250); // What was told less than 200 ms ago is not told again.

    hidden.at(posts(1), 10);
    hidden.clear();
    assertThat(written.size()).isZero();

    seen.at(posts(1), 10);
    assertThat(written.toString(StandardCharsets.UTF_8))
        .startsWith("\r\u001b[K1 posts,")
        .contains("10 %");
  }

  private static Tally posts(int count) {
    Tally tally = new Tally();
    for (int i = 0; i < count; i++) {
      tally.post();
    }
    return tally;
  }
}
