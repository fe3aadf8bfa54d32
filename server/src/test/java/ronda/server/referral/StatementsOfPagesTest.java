package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.notice.Notice;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.CountingSource;
import ronda.server.desk.Desks;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlNotices;
import ronda.store.sql.SqlReferrals;

/** A page asks the database as often for thirty rows as for three. */
@TestInstance(Lifecycle.PER_CLASS)
class StatementsOfPagesTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final int FEW = 3;
  private static final int MANY = 30;
  private static final Pattern REFERRAL = Pattern.compile("href=\"/referrals/[0-9a-f]{8}-");

  @SuppressWarnings("NullAway.Init") // Opened before all tests.
  private CountingSource database;

  @SuppressWarnings("NullAway.Init")
  private OpenPostDesk desk;

  @SuppressWarnings("NullAway.Init")
  private Browser browser;

  @BeforeAll
  void open() {
    database = new CountingSource(DATABASE.source());
    desk = new OpenPostDesk(database, Map.of());
    browser =
        desk.browser(
            desk.person("Semua Contoh", Role.CASE_OFFICER, Role.ADMINISTRATOR, Role.AUDITOR));
    desk.letterhead(browser);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  /** How many statements a page sends; the rounds of the desk may send some meanwhile. */
  private long statements(String path) {
    assertThat(browser.get(path).status()).as(path).isEqualTo(200);
    return LongStream.range(0, 3)
        .map(
            turn -> {
              long before = database.sent();
              browser.get(path);
              return database.sent() - before;
            })
        .min()
        .orElseThrow();
  }

  @Test
  void the_list_of_referrals_and_its_download() {
    String ministry = desk.ministry(browser);
    List<String> subjects = new ArrayList<>();
    refer(FEW, ministry, subjects);
    long list = statements("/referrals?show=written");
    long download = statements("/referrals/export.csv?to=ministry");
    enter("letter", subjects.subList(0, FEW));
    long log = statements("/audit?act=made-up-letter");

    refer(MANY - FEW, ministry, subjects);

    assertThat(referrals("/referrals?show=written")).isGreaterThan(FEW);
    assertThat(statements("/referrals?show=written")).isEqualTo(list);
    assertThat(statements("/referrals/export.csv?to=ministry")).isEqualTo(download);
    enter("letter", subjects.subList(FEW, MANY));
    assertThat(statements("/audit?act=made-up-letter")).isEqualTo(log);
    assertThat(referrals("/audit?act=made-up-letter"))
        .as("each letter leads to its referral")
        .isEqualTo(MANY);
  }

  /** To how many referrals a page leads. */
  private long referrals(String path) {
    return REFERRAL.matcher(browser.get(path).body()).results().count();
  }

  private void refer(int many, String ministry, List<String> subjects) {
    for (int i = 0; i < many; i++) {
      String number = desk.confirmed(desk.advert());
      String referral =
          OpenPostDesk.written(
              browser.post("/cases/" + number + "/refer", OpenPostDesk.form(ministry)));
      UUID id = UUID.fromString(referral.substring("/referrals/".length()));
      desk.bean(Desks.class)
          .look(
              desk.office.id(),
              jdbc ->
                  subjects.add("letter:" + new SqlReferrals(jdbc).byId(id).orElseThrow().letter()));
    }
  }

  @Test
  void the_list_of_warnings() {
    warn(FEW);
    long few = statements("/notices");

    List<UUID> sent = warn(MANY - FEW);

    assertThat(browser.get("/notices").body()).contains("/notices/" + sent.getLast());
    assertThat(statements("/notices")).isEqualTo(few);
    List<String> subjects = sent.stream().map(id -> "notice:" + id).toList();
    assertThat(growth("notice", subjects)).isZero();
    assertThat(browser.get("/audit?act=made-up-notice").body())
        .contains("href=\"/notices/" + sent.getFirst());
  }

  private List<UUID> warn(int many) {
    List<UUID> sent = new ArrayList<>();
    desk.bean(InOffice.class)
        .run(
            desk.office.id(),
            jdbc -> {
              for (int i = 0; i < many; i++) {
                UUID id = UUID.randomUUID();
                sent.add(id);
                new SqlNotices(jdbc)
                    .send(
                        new Notice(
                            id,
                            new Notice.Sender(
                                desk.office.id(), desk.office.name(), desk.office.region()),
                            desk.bean(InstantSource.class).instant(),
                            new Notice.Text("Modus contoh " + i, "cara", "perhatikan", "saran"),
                            List.of(),
                            Optional.empty()));
              }
            });
    return sent;
  }

  /** What is there and what is gone are looked for alike. */
  @Test
  void the_page_of_the_audit_log_whatever_its_entries_are_about() {
    for (String kind : List.of("job", "batch", "account", "modus", "officer", "token")) {
      List<String> subjects =
          LongStream.range(0, MANY).mapToObj(i -> kind + ":" + UUID.randomUUID()).toList();
      assertThat(growth(kind, subjects)).as(kind).isZero();
    }
    String number = desk.confirmed(desk.advert());
    List<String> cases =
        LongStream.range(0, MANY)
            .mapToObj(i -> i == 0 ? "case:" + number : "case:2020-%06d".formatted(i))
            .toList();
    assertThat(growth("case", cases)).isZero();
    assertThat(browser.get("/audit?act=made-up-case").body())
        .contains("href=\"/cases/" + number + "\"");
  }

  /** By how many statements the page grows from a few entries to many. */
  private long growth(String kind, List<String> subjects) {
    enter(kind, subjects.subList(0, FEW));
    long few = statements("/audit?act=made-up-" + kind);
    enter(kind, subjects.subList(FEW, subjects.size()));
    return statements("/audit?act=made-up-" + kind) - few;
  }

  private void enter(String kind, List<String> subjects) {
    for (String subject : subjects) {
      desk.bean(AuditLog.class)
          .add(
              desk.office.id(),
              new Link.Entry(
                  desk.bean(InstantSource.class).instant(),
                  "Ani <ani@contoh.invalid>",
                  "made-up-" + kind,
                  subject,
                  "{}"));
    }
  }
}
