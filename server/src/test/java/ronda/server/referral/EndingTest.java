package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import ronda.letters.mail.PostOffice;
import ronda.server.Browser;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.sql.InOffice;
import ronda.testkit.wire.Wire;

/** The server is stopped while letters leave. Its database stays, for who looks at it then. */
class EndingTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private final PostOffice post = new PostOffice();
  private final Wire wire = new Wire(post.smtp());

  @AfterEach
  void close() {
    wire.close();
    post.close();
  }

  @Test
  void the_letter_that_is_leaving_is_entered_as_sent_and_the_next_one_waits() throws Exception {
    Map<String, String> settings = new HashMap<>(post.settings());
    settings.put("RONDA_SMTP_PORT", Integer.toString(wire.port()));
    CountDownLatch leaving = new CountDownLatch(1);
    UUID office;
    try (OpenPostDesk desk =
        new OpenPostDesk(new DelegatingDataSource(DATABASE.source()), settings)) {
      office = desk.office.id();
      queued(desk);
      queued(desk);
      wire.meanwhile(
          Wire.ANSWER,
          () -> {
            leaving.countDown();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1_500));
          });
      desk.bean(Rounds.class).send();
      assertThat(leaving.await(30, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(states(office)).containsExactlyInAnyOrder("SENT", "WAITING");
    assertThat(post.atTheMinistry()).hasSize(1);
  }

  private static void queued(OpenPostDesk desk) {
    Browser browser = desk.browser(desk.officer);
    desk.letterhead(browser);
    String path = "/cases/" + desk.confirmed(desk.advert()) + "/refer";
    String referral =
        OpenPostDesk.written(browser.post(path, OpenPostDesk.form(desk.ministry(browser))));
    browser.post(referral + "/send", "way", "mail");
  }

  /** As they stand in the tables at this moment: nobody of the stopped server works on. */
  private static List<String> states(UUID office) {
    return new InOffice(DATABASE.source())
        .read(office, jdbc -> jdbc.sql("SELECT state FROM outbox").query(String.class).list());
  }
}
