package ronda.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.login.Attempts;
import ronda.store.login.SignInLinks;

/** What the log says of a day on which somebody used every secret there is, stumbles included. */
class SecretsInTheLogTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String PASSWORD = "sandi rahasia rekaan 1";
  private static final String NEXT_PASSWORD = "sandi rahasia rekaan 2";
  private static final Pattern TOKEN = Pattern.compile("id=\"token\"[^>]*value=\"([^\"]{20,})\"");
  private static final Pattern FORM = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  @BeforeEach
  void listen() {
    log.start();
    root().addAppender(log);
  }

  @AfterEach
  void stop() {
    root().detachAppender(log);
  }

  @Test
  void holds_none_of_them() {
    List<String> secrets = new ArrayList<>(List.of(PASSWORD, NEXT_PASSWORD));
    Office office = DESK.office("Dinas rahasia");
    Officer officer = DESK.person(office, "Petugas Rahasia", Role.ADMINISTRATOR, Role.REVIEWER);
    String link = DESK.link(officer, SignInLinks.Purpose.START);
    secrets.add(link);
    Browser browser = DESK.browser();
    browser.get("/sign-in/link/" + link);
    browser.get("/sign-in/link/" + link);
    browser.send("DELETE", "/sign-in/link/" + link);
    secrets.addAll(valuesOf(browser));

    browser.open("/me");
    browser.post("/me/password", "fresh", PASSWORD, "again", PASSWORD);
    browser.post("/me/password", "present", "salah " + PASSWORD, "fresh", NEXT_PASSWORD);
    assertThat(
            browser
                .post(
                    "/me/password",
                    "present",
                    PASSWORD,
                    "fresh",
                    NEXT_PASSWORD,
                    "again",
                    NEXT_PASSWORD)
                .status())
        .isEqualTo(302);
    Browser second = DESK.browser();
    DESK.bean(Attempts.class).forget(Attempts.Door.ofAddress("127.0.0.1"));
    second.post("/sign-in", "email", officer.email(), "password", PASSWORD);
    second.post("/sign-in", "email", officer.email(), "password", NEXT_PASSWORD);
    secrets.addAll(valuesOf(second));

    browser.open("/office");
    Browser.Page made = browser.post("/office/tokens", "name", "program", "role", "reviewer");
    Matcher token = TOKEN.matcher(made.body());
    assertThat(token.find()).as("the page shows the token once").isTrue();
    secrets.add(token.group(1));
    browser.get("/api/v1/jobs", "Authorization", "Bearer " + token.group(1));
    browser.get("/api/v1/jobs?limit=bukan-angka", "Authorization", "Bearer " + token.group(1));
    browser.get("/api/v1/nowhere", "Authorization", "Bearer " + token.group(1));
    Matcher form = FORM.matcher(browser.open("/bring").body());
    assertThat(form.find()).isTrue();
    secrets.add(form.group(1));
    assertThat(browser.post("/bring/file", "file", "bukan berkas").status()).isEqualTo(400);
    browser.post("/jobs/bukan-uuid/judge", "reason", "x");

    String said = log.list.stream().map(SecretsInTheLogTest::whole).collect(Collectors.joining());
    assertThat(said).as("the stumbles of this day are told").contains("bukan-uuid", "bukan-angka");
    assertThat(secrets).hasSizeGreaterThanOrEqualTo(7).noneMatch(said::contains);
  }

  private static List<String> valuesOf(Browser browser) {
    return browser.cookies().stream()
        .map(cookie -> cookie.substring(cookie.indexOf('=') + 1).replace("\"", ""))
        .filter(value -> value.length() >= 20)
        .toList();
  }

  /** The line with everything that a layout could write of it, the failure with its causes. */
  private static String whole(ILoggingEvent event) {
    PatternLayout layout = new PatternLayout();
    layout.setContext((ch.qos.logback.core.Context) LoggerFactory.getILoggerFactory());
    layout.setPattern("%logger %X %msg %kvp %ex{full}%n");
    layout.start();
    return layout.doLayout(event);
  }
}
