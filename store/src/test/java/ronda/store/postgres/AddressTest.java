package ronda.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the office names its own PostgreSQL. */
class AddressTest {
  @Test
  void an_address_may_be_written_as_psql_wants_it() {
    assertThat(
            Address.parse(
                "postgres://ronda:p%40ss@db.example.go.id:5433/ronda?sslmode=verify-full"))
        .isEqualTo(
            new Address(
                "jdbc:postgresql://db.example.go.id:5433/ronda?sslmode=verify-full",
                "ronda",
                "p@ss"));
  }

  @Test
  void an_address_may_be_written_as_java_wants_it() {
    assertThat(
            Address.parse(
                "jdbc:postgresql://[::1]/ronda?user=ronda&password=a%26b&tcpKeepAlive=true"))
        .isEqualTo(new Address("jdbc:postgresql://[::1]/ronda?tcpKeepAlive=true", "ronda", "a&b"));
  }

  @Test
  void what_is_written_in_psqls_words_is_said_in_the_drivers() {
    assertThat(Address.parse("postgresql://db/ronda?connect_timeout=3").jdbcUrl())
        .isEqualTo("jdbc:postgresql://db/ronda?connectTimeout=3");
  }

  @Test
  void it_can_be_shown_without_the_password() {
    Address address = Address.parse("postgres://ronda:geheim@db/ronda");
    assertThat(address.toString() + address.jdbcUrl()).doesNotContain("geheim");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://ronda:geheim#1@db/ronda",
        "postgres://ronda:geheim%zz@db/ronda",
        "postgres://ronda:12/geheim@db/ronda",
        "postgres://ronda:12#geheim@db/ronda",
        "postgres://ronda:geheim@db",
        "postgres://ronda:geheim@db/ronda?target_session_attrs=any",
        "mysql://ronda:geheim@db/ronda",
        "ronda:geheim@db",
        "jdbc:postgresql:ronda?password=geheim",
        "geheim geheim",
      })
  void what_cannot_be_read_is_refused_without_showing_the_password(String text) {
    assertThatThrownBy(() -> Address.parse(text))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageStartingWith("RONDA_DATABASE_URL cannot be read: ")
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("geheim"));
  }
}
