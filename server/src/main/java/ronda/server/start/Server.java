package ronda.server.start;

import java.time.Clock;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import ronda.casework.chain.AuditLog;
import ronda.casework.office.Offices;
import ronda.server.login.Seal;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlAuditLog;
import ronda.store.sql.SqlOffices;

/** The parts of the server, and how they are put together. */
@SpringBootApplication(scanBasePackages = "ronda.server", proxyBeanMethods = false)
public class Server {
  /** As below, with this machine's clock and a seal that is gone with the process: for tests. */
  public static ConfigurableApplicationContext open(DataSource database, String... properties) {
    return open(database, Seal.forOnce(), Clock.systemUTC(), properties);
  }

  /**
   * Starts the doors on a database that is migrated already.
   *
   * @param properties as {@code server.port=8080}; they outweigh whatever the environment says of
   *     the same things, because they are what somebody typed
   */
  public static ConfigurableApplicationContext open(
      DataSource database, Seal seal, InstantSource clock, String... properties) {
    ApplicationContextInitializer<GenericApplicationContext> withOurs =
        context -> {
          context.registerBean(DataSource.class, () -> database);
          context.registerBean(Seal.class, () -> seal);
          context.registerBean(InstantSource.class, () -> clock);
          context
              .getEnvironment()
              .getPropertySources()
              .addFirst(new MapPropertySource("given", byName(properties)));
        };
    return new SpringApplicationBuilder(Server.class)
        .web(WebApplicationType.SERVLET)
        .initializers(withOurs)
        .run();
  }

  private static Map<String, Object> byName(String... properties) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (String property : properties) {
      int end = property.indexOf('=');
      named.put(property.substring(0, end), property.substring(end + 1));
    }
    return named;
  }

  @Bean
  InOffice inOffice(DataSource database) {
    return new InOffice(database);
  }

  @Bean
  Offices offices(InOffice tables) {
    return new SqlOffices(tables);
  }

  @Bean
  AuditLog auditLog(InOffice tables) {
    return new SqlAuditLog(tables);
  }
}
