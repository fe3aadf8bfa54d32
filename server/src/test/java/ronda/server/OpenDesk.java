package ronda.server;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.context.ConfigurableApplicationContext;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.login.Seal;
import ronda.server.sample.Sample;
import ronda.server.start.Server;
import ronda.store.login.SignInLinks;
import ronda.store.postgres.EmbeddedDatabase;

/**
 * The desk, open on a real port and a real PostgreSQL, with the sample in it. All test classes of a
 * run share one; each makes offices and people of its own.
 */
public final class OpenDesk implements BeforeAllCallback {
  private @Nullable Running running;

  /**
   * The clock of the desk: it stands still unless a test moves it, and is as fine as the tables.
   */
  private static final AtomicReference<Instant> NOW =
      new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.MICROS));

  private record Running(ConfigurableApplicationContext server, URI base) implements AutoCloseable {
    static Running start(ExtensionContext context) {
      var database = new EmbeddedDatabase();
      database.beforeAll(context);
      InstantSource clock = NOW::get;
      ConfigurableApplicationContext server =
          Server.open(
              database.source(),
              Seal.forOnce(),
              clock,
              "server.port=0",
              "ronda.second-look-percent=0", // not by lot: the tests judge alone
              "ronda.capture.permit=localhost");
      server.getBean(Sample.class).enter();
      int port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
      return new Running(server, URI.create("http://127.0.0.1:" + port));
    }

    @Override
    public void close() {
      server.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(Namespace.create(OpenDesk.class))
            .computeIfAbsent(Running.class, key -> Running.start(context), Running.class);
  }

  private Running running() {
    if (running == null) {
      throw new IllegalStateException("register OpenDesk in a static field");
    }
    return running;
  }

  public URI base() {
    return running().base();
  }

  /** A part of the server. */
  public <T> T bean(Class<T> type) {
    return running().server().getBean(type);
  }

  /** The part of the server with this name. */
  public Object bean(String name) {
    return running().server().getBean(name);
  }

  public Instant now() {
    return NOW.get();
  }

  /** Lets time pass at the desk. */
  public void pass(java.time.Duration time) {
    NOW.updateAndGet(now -> now.plus(time));
  }

  /** A new office, of which nobody has heard. */
  public Office office(String name) {
    var office =
        new Office(UUID.randomUUID(), name, Office.Kind.COMMUNICATIONS_OFFICE, new Region("32.71"));
    bean(Offices.class).put(office);
    return office;
  }

  /** A new person of an office. */
  public Officer person(Office office, String name, Role... roles) {
    return person(office, name, office.region(), roles);
  }

  /** The same, who serves in a part of the office's place. */
  public Officer person(Office office, String name, Region region, Role... roles) {
    UUID id = UUID.randomUUID();
    var officer =
        new Officer(id, office.id(), name, id + "@contoh.invalid", Set.of(roles), region, false);
    bean(Offices.class).put(officer);
    return officer;
  }

  /** A browser in which nobody is signed in. */
  public Browser browser() {
    return Browser.at(base());
  }

  /** A browser in which this person has signed in by a one-time link. */
  public Browser browserOf(Officer officer) {
    Browser browser = browser();
    browser.get("/sign-in/link/" + link(officer, SignInLinks.Purpose.START));
    return browser;
  }

  /** A new sign-in link's secret. */
  public String link(Officer officer, SignInLinks.Purpose purpose) {
    return bean(SignInLinks.class).make(officer.id(), purpose, now()).text();
  }
}
