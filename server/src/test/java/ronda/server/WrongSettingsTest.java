package ronda.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import ronda.server.start.Server;
import ronda.store.postgres.EmbeddedDatabase;

/** A setting that would silently do what nobody wants: the server does not start, and names it. */
class WrongSettingsTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  @ParameterizedTest
  @CsvSource({
    "ronda.forgetting.at-once=0, ronda.forgetting.at-once",
    "ronda.objection-days=0, ronda.objection-days",
    "ronda.objection-contact-days=-1, ronda.objection-contact-days",
    "ronda.public-url=ronda.contoh.invalid, RONDA_PUBLIC_URL",
  })
  void it_is_refused_by_its_name(String property, String name) {
    // A server that does not start closes its database.
    DataSource source = new DelegatingDataSource(DATABASE.source());
    assertThatThrownBy(() -> Server.open(source, "server.port=0", property).close())
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name + " ");
  }
}
