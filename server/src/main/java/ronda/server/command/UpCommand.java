package ronda.server.command;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.Callable;
import org.flywaydb.core.Flyway;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ronda.server.login.FirstStart;
import ronda.server.start.Server;

/** {@code ./ronda up}: the desk, in the foreground. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Starts the desk and stays in the foreground until it is told to stop.")
final class UpCommand implements Callable<Integer> {
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

  @Override
  public Integer call() throws InterruptedException {
    var config = new HikariConfig();
    config.setJdbcUrl(System.getenv("RONDA_DATABASE_URL"));
    var database = new HikariDataSource(config);
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:ronda/store/migrations")
        .load()
        .migrate();
    ConfigurableApplicationContext server =
        Server.open(database, "server.port=" + port, "server.address=" + address);
    var offices = server.getBean(ronda.casework.office.Offices.class);
    if (offices.all().isEmpty()) {
      ronda.server.sample.SamplePeople.enter(offices);
    }
    int open = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    String base = "http://" + address + ":" + open;
    System.out.println("Ronda is ready at " + base);
    System.out.println("Sign in: " + base + server.getBean(FirstStart.class).signInPath());
    Thread.currentThread().join();
    return 0;
  }
}
