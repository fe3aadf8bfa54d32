package ronda.server.command;

import java.io.PrintStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ronda.casework.referral.WorkingDays;
import ronda.server.door.PublicAddress;
import ronda.server.evidence.SealedElsewhere;
import ronda.server.evidence.VaultSettings;
import ronda.server.login.FirstStart;
import ronda.server.login.Seal;
import ronda.server.referral.Holidays;
import ronda.server.sample.Sample;
import ronda.server.start.Server;
import ronda.store.postgres.Database;
import ronda.store.schema.Schema;

/** {@code ./ronda up}: the desk, in the foreground. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Starts the desk and stays in the foreground until it is told to stop.")
final class UpCommand implements Callable<Integer> {
  private static final int LARGEST_PORT = 65535;

  @Mixin private Home home = new Home();

  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls.
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Where it listens (default: ${DEFAULT-VALUE}; 0 takes any free one).")
  private int port = 8080;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      description = "On which address (default: ${DEFAULT-VALUE}, this machine only).")
  private String address = "127.0.0.1";

  @ArgGroup private Beginning beginning = new Beginning();

  /** How an empty home begins. */
  static final class Beginning {
    @Option(
        names = "--sample",
        description = "Begins an empty home with a made-up office, people and posts (the default).")
    private boolean sample;

    @Option(
        names = "--empty",
        description = "Begins an empty home bare, and asks for the office's name and region.")
    private boolean empty;
  }

  @Override
  public Integer call() throws InterruptedException {
    refuseWhatCannotBe();
    var stopped = new CountDownLatch(1);
    // Closes doors before the database, in this order; SIGTERM waits for it.
    try (Database database = home.open()) {
      database.warnings().forEach(warning -> System.err.println("Warning: " + warning));
      Schema.migrate(database.source());
      Seal seal = Seal.of(System.getenv().getOrDefault(Seal.SETTING, ""), home.folder());
      ConfigurableApplicationContext server =
          Server.open(
              database.source(), seal, Clock.systemUTC(), properties().toArray(String[]::new));
      var closing = new Thread(() -> close(server, database, stopped), "closing");
      Runtime.getRuntime().addShutdownHook(closing);
      warnOfClosedEvidence(server);
      warnOfUnknownYear(server.getBean(WorkingDays.class), LocalDate.now(Clock.systemUTC()))
          .ifPresent(warning -> System.err.println("Warning: " + warning));
      announce(server, System.out);
      DeskAddress.keep(home.folder(), base(server));
      if (Warming.isAskedFor()) {
        Warming.walkPast(base(server), server.getBean(FirstStart.class).path());
        return 0;
      }
      stopped.await();
    }
    return 0;
  }

  /** Before anything is opened or made. */
  private void refuseWhatCannotBe() {
    if (port < 0 || port > LARGEST_PORT) {
      throw wrong("--port is a number from 0 to " + LARGEST_PORT + ", was " + port);
    }
    if (!isOfThisMachine(address)) {
      throw wrong("--listen is an address of this machine, '%s' is none".formatted(address));
    }
    Map<String, String> environment = System.getenv();
    Settings.check(environment);
    Settings.unknown(environment)
        .forEach(
            name ->
                System.err.printf(
                    "Warning: %s is no setting of Ronda and has no effect; docs/running/operating.md"
                        + " lists them.%n",
                    name));
    Holidays.known(home.folder().toString(), ZoneOffset.UTC); // The same list in any zone.
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static boolean isOfThisMachine(String address) {
    try {
      InetAddress named = InetAddress.getByName(address);
      return named.isAnyLocalAddress()
          || named.isLoopbackAddress()
          || NetworkInterface.getByInetAddress(named) != null;
    } catch (UnknownHostException | SocketException nowhere) {
      return false;
    }
  }

  private void close(
      ConfigurableApplicationContext server, Database database, CountDownLatch stopped) {
    DeskAddress.forget(home.folder());
    server.close();
    database.close();
    stopped.countDown();
  }

  private List<String> properties() {
    return List.of(
        "server.port=" + port,
        "server.address=" + address,
        "ronda.home=" + home.folder(),
        "ronda.public-url=" + PublicAddress.ofEnvironment().text());
  }

  private void warnOfClosedEvidence(ConfigurableApplicationContext server) {
    long closed = server.getBean(SealedElsewhere.class).inAll();
    if (closed > 0) {
      System.err.printf(
          "Warning: %,d sealed pieces of evidence cannot be opened: their key is not in %s. Stop the"
              + " desk, put the key file that belongs to them back, or add its lines, and start"
              + " again. Nothing is lost as long as that key exists.%n",
          closed, VaultSettings.of(System.getenv(), home.folder()).place());
    }
  }

  private void announce(ConfigurableApplicationContext server, PrintStream out) {
    FirstStart first = server.getBean(FirstStart.class);
    if (!first.isEmpty() && (beginning.sample || beginning.empty)) {
      out.println("This home has been used before: it is kept as it is.");
    }
    if (first.isEmpty() && !beginning.empty) {
      server.getBean(Sample.class).enter();
      out.println("This home is empty: it begins with a made-up office, people and posts.");
      out.println("For an office of your own: ./ronda up --empty --home DIR");
    }
    String base = base(server);
    out.println("Ronda is ready at " + base);
    out.println("Sign in: " + base + first.path());
    if (first.hasOwnWayIn()) {
      out.println("Whom nobody at the desk can let in: ./ronda link MAIL");
    }
    out.flush();
  }

  /** Holidays that a letter of today may need: the longest target has ninety working days. */
  static Optional<String> warnOfUnknownYear(WorkingDays calendar, LocalDate today) {
    return calendar
        .firstUnknown(today, today.plusDays(150))
        .map(
            year ->
                ("The public holidays of %d are not known: due dates in working days may come too"
                        + " early. Add them to holidays.tsv in the home (docs/running/desk.md).")
                    .formatted(year));
  }

  private String base(ConfigurableApplicationContext server) {
    if (PublicAddress.ofEnvironment().isKnown()) {
      return PublicAddress.ofEnvironment().text();
    }
    int open = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    return "http://" + host() + ":" + open;
  }

  /** What a browser on this machine can open. */
  private String host() {
    try {
      InetAddress listening = InetAddress.getByName(address);
      if (listening.isAnyLocalAddress()) {
        return "127.0.0.1";
      }
      return listening instanceof Inet6Address ? "[" + address + "]" : address;
    } catch (UnknownHostException e) {
      throw new IllegalStateException(address + " was listened on", e);
    }
  }
}
