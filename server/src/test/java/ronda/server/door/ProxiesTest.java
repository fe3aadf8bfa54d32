package ronda.server.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
  @Test
  void without_a_setting_only_this_machine_is_believed() {
    assertThat(Proxies.of(" ").ranges()).containsExactly("127.0.0.0/8", "::1/128");
  }

  @Test
  void addresses_and_ranges_are_named_with_commas_between() {
    assertThat(Proxies.of("10.0.0.5, 172.18.0.0/16,fd00::/8").ranges()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.contoh.invalid", "10.0.0", "10.0.0.0/40", "10.0.0.5,", "5", "*"})
  void what_names_no_address_is_refused_with_its_words(String wrong) {
    assertThatThrownBy(() -> Proxies.of(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RONDA_PROXY");
  }

  @Test
  void of_the_addresses_that_a_request_came_by_those_after_the_last_wrong_one_are_kept() {
    assertThat(Proxies.believable(Stream.of("203.0.113.9, 192.168.1.50")))
        .isEqualTo("203.0.113.9, 192.168.1.50");
    assertThat(Proxies.believable(Stream.of("203.0.113.9, nama", "2001:db8::1")))
        .isEqualTo("2001:db8::1");
    assertThat(Proxies.believable(Stream.of("203.0.113.9, 1234"))).isEmpty();
  }
}
