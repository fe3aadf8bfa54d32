package ronda.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.server.door.Acts;

/** Taking the audit log out, to its end or not. */
class AuditExportTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private final Office office = DESK.office("Dinas yang diperiksa");
  private final Officer auditor = DESK.person(office, "Umar Contoh", Role.AUDITOR);

  private List<Link> entries() {
    return DESK.bean(AuditLog.class).page(office.id(), AuditLog.Filter.ALL, Long.MAX_VALUE, 1000);
  }

  private List<String> acts() {
    return entries().stream().map(Link::act).toList();
  }

  @Test
  void a_log_that_was_taken_out_is_entered_with_how_many_entries_it_had() {
    Browser browser = DESK.browserOf(auditor);
    Browser.Page file = browser.get("/audit/export");

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.body().lines().count()).as("two entries and the end").isEqualTo(3);
    assertThat(acts()).containsExactly("audit-exported", "audit-export-begun", "signed-in");
    assertThat(entries().getFirst().body()).isEqualTo("{\"entries\":2}");
    assertThat(browser.open("/").body()).doesNotContain("tindakan tercatat sejak");
  }

  /** As when the line breaks: the file is larger than all that waits on the way. */
  @Test
  void who_hangs_up_halfway_has_begun_and_not_taken_it_out_and_nothing_of_ours_broke()
      throws IOException {
    Browser browser = DESK.browserOf(auditor);
    String words = "contoh ".repeat(150_000);
    for (int i = 0; i < 20; i++) {
      DESK.bean(Acts.class).write(auditor, "made-up", Map.of("words", words));
    }
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(log);
    try {
      hangUp(String.join("; ", browser.cookies()));
      for (int i = 0; i < 100 && !acts().contains("audit-export-begun"); i++) {
        LockSupport.parkNanos(20_000_000);
      }
      // Time enough to send all of it, if it were sent.
      LockSupport.parkNanos(2_000_000_000);
    } finally {
      root.detachAppender(log);
    }

    assertThat(acts()).contains("audit-export-begun").doesNotContain("audit-exported");
    assertThat(log.list)
        .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .isEmpty();
    assertThat(browser.open("/").body()).contains("tindakan tercatat sejak");
  }

  private static void hangUp(String cookies) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", DESK.base().getPort())) {
      socket.setReceiveBufferSize(1 << 14);
      socket.setSoLinger(true, 0);
      socket
          .getOutputStream()
          .write(
              "GET /audit/export HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: %s\r\n\r\n"
                  .formatted(cookies)
                  .getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
  }

  @Test
  void a_day_of_a_year_that_no_table_knows_is_told_apart_and_not_looked_for() {
    Browser browser = DESK.browserOf(auditor);

    for (String day :
        List.of("%2B400000-01-01", "-0044-03-15", "9999-12-31", "%2B999999999-12-31")) {
      assertThat(browser.get("/audit?from=" + day).status()).as(day).isEqualTo(200);
      Browser.Page page = browser.get("/audit?until=" + day);
      assertThat(page.status()).as(day).isEqualTo(200);
      assertThat(page.body()).as(day).contains("tidak dimengerti");
    }
  }
}
