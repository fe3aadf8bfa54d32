package ronda.server.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://ronda.contoh.go.id, https://ronda.contoh.go.id",
    "https://ronda.contoh.go.id/, https://ronda.contoh.go.id",
    "' https://ronda.contoh.go.id// ', https://ronda.contoh.go.id",
    "HTTPS://Ronda.Contoh.go.id:8443, https://ronda.contoh.go.id:8443",
    "http://192.0.2.7:8080, http://192.0.2.7:8080",
    "http://[2001:db8::7]:8080/, http://[2001:db8::7]:8080",
  })
  void however_it_is_typed_paths_can_be_put_behind_it(String typed, String read) {
    assertThat(PublicAddress.of(typed).text()).isEqualTo(read);
    assertThat(PublicAddress.of(typed).isKnown()).isTrue();
    assertThat(PublicAddress.of(typed).isSecure()).isEqualTo(read.startsWith("https:"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "/"})
  void nothing_said_is_no_address(String typed) {
    assertThat(PublicAddress.of(typed)).isEqualTo(PublicAddress.NONE);
    assertThat(PublicAddress.NONE.isKnown()).isFalse();
    assertThat(PublicAddress.NONE.isSecure()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ronda.contoh.go.id",
        "ftp://ronda.contoh.go.id",
        "https://",
        "https:ronda.contoh.go.id",
        "https://ronda contoh.go.id",
        "https://ronda.contoh.go.id/meja",
        "https://ronda.contoh.go.id?x=1",
        "https://ronda.contoh.go.id#x",
        "https://adi@ronda.contoh.go.id"
      })
  void what_is_none_is_refused_by_the_name_of_the_setting(String typed) {
    assertThatThrownBy(() -> PublicAddress.of(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RONDA_PUBLIC_URL")
        .hasMessageContaining("'" + typed + "'");
  }

  @Test
  void an_address_that_is_written_with_a_slash_is_the_same() {
    assertThat(PublicAddress.of("https://ronda.contoh.go.id/"))
        .isEqualTo(PublicAddress.of("https://ronda.contoh.go.id"));
  }
}
