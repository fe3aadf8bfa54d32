package ronda.server.start;

import java.time.Clock;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import ronda.casework.chain.AuditLog;
import ronda.casework.office.Offices;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlAuditLog;
import ronda.store.sql.SqlOffices;

/** The parts of the server, and how they are put together. */
@SpringBootApplication(scanBasePackages = "ronda.server", proxyBeanMethods = false)
public class Server {
  /**
   * Starts the doors on a database that is migrated already.
   *
   * @param properties as {@code server.port=8080}
   */
  public static ConfigurableApplicationContext open(DataSource database, String... properties) {
    ApplicationContextInitializer<GenericApplicationContext> withDatabase =
        context -> context.registerBean(DataSource.class, () -> database);
    return new SpringApplicationBuilder(Server.class)
        .web(WebApplicationType.SERVLET)
        .initializers(withDatabase)
        .properties(properties)
        .run();
  }

  @Bean
  InstantSource clock() {
    return Clock.systemUTC();
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
