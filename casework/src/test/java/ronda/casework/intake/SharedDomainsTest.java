package ronda.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedDomainsTest {
  private static boolean isShared(String domain) {
    return SharedDomains.shipped().hold(new Trait("domain", domain));
  }

  @Test
  void what_everybody_links_to_is_on_the_list() {
    assertThat(
            Stream.of(
                "facebook.com",
                "bit.ly",
                "tokopedia.com",
                "kompas.com",
                "turnbackhoax.id",
                "linktr.ee",
                "bogorkab.go.id",
                "contoh.ac.id",
                "contoh.gov"))
        .allMatch(SharedDomainsTest::isShared);
  }

  @Test
  void what_somebody_registered_for_himself_is_not() {
    assertThat(Stream.of("contoh88.xyz", "contoh.pages.dev", "go.id.contoh.com", "xgo.id"))
        .noneMatch(SharedDomainsTest::isShared);
  }

  @Test
  void a_number_is_never_on_a_list_of_domains() {
    assertThat(SharedDomains.shipped().hold(new Trait("phone", "facebook.com"))).isFalse();
  }

  @Test
  void a_line_that_says_not_why_it_is_there_is_refused_and_named() {
    assertThatThrownBy(() -> SharedDomains.read("contoh.com\tplatform\t"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("contoh.com");
  }
}
