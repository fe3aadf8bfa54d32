package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyTest {
  private static final UUID SLOW = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  private final AtomicLong nanos = new AtomicLong();

  /** A sender of whom one waits so long for each portion. */
  private Steady of(int bytes, Duration forEach) {
    InputStream sender =
        new ByteArrayInputStream(new byte[bytes]) {
          @Override
          public synchronized int read(byte[] portion, int offset, int length) {
            nanos.addAndGet(forEach.toNanos());
            return super.read(portion, offset, length);
          }
        };
    return new Steady(sender, Duration.ofSeconds(30), nanos::get);
  }

  @Test
  void who_sends_at_the_least_pace_is_read_to_the_end_however_long_it_takes() throws IOException {
    Steady steady = of(200 * Steady.LEAST_A_SECOND, Duration.ofSeconds(1));
    byte[] portion = new byte[Steady.LEAST_A_SECOND];
    int count = 0;
    for (int read = steady.read(portion); read >= 0; read = steady.read(portion)) {
      count += read;
    }

    assertThat(count).isEqualTo(200 * Steady.LEAST_A_SECOND);
  }

  @Test
  void who_dawdles_is_sent_away_after_the_patience_is_over() throws IOException {
    Steady steady = of(1_000, Duration.ofSeconds(10));
    byte[] one = new byte[1];
    assertThat(steady.read(one)).isEqualTo(1);
    nanos.addAndGet(Duration.ofHours(1).toNanos()); // What is done with the bytes does not count.
    assertThat(steady.read(one)).isEqualTo(1);
    assertThat(steady.read(one)).isEqualTo(1);

    assertThatThrownBy(() -> steady.read(one)).isInstanceOf(Steady.TooSlow.class);
  }

  @Test
  void who_falls_silent_is_too_slow() {
    InputStream silent =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new SocketTimeoutException();
          }
        };

    assertThatThrownBy(() -> new Steady(silent, Duration.ofSeconds(30), nanos::get).read())
        .isInstanceOf(Steady.TooSlow.class);
  }

  @Test
  void no_office_takes_the_last_place() {
    var seats = new Seats(3);
    for (int i = 0; i < 3; i++) {
      assertThat(seats.take(SLOW)).isTrue();
    }

    assertThat(seats.take(SLOW)).isFalse();
    assertThat(seats.take(OTHER)).isTrue();
    assertThat(seats.take(OTHER)).as("there are four").isFalse();
    seats.giveBack(SLOW);
    assertThat(seats.take(SLOW)).isTrue();
  }
}
