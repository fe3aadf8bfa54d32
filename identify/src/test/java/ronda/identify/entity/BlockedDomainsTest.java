package ronda.identify.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ronda.identify.signal.EntityFound;
import ronda.identify.text.Fold;

class BlockedDomainsTest {
  private static final BlockedDomains LIST =
      BlockedDomains.of(
          List.of(
              "# contoh",
              "",
              "contoh88.xyz",
              "WWW.Contoh99.la",
              "slot.contoh.com",
              "contoh77.pages.dev",
              "pages.dev",
              "judi.contohkota.go.id",
              "pkm.contoh.ac.id",
              "bca.co.id",
              "bukan host"));

  @Test
  void block_a_listed_registered_domain_and_all_below_it() {
    assertThat(in("https://contoh88.xyz/a lalu www.contoh88.xyz dan m.contoh88.xyz"))
        .containsExactly(
            "blocked-domain contoh88.xyz",
            "blocked-domain contoh88.xyz",
            "blocked-domain m.contoh88.xyz");
  }

  @Test
  void block_a_listed_corner_of_an_innocent_site_alone() {
    assertThat(in("slot.contoh.com contoh.com a.contoh.com"))
        .containsExactly("blocked-domain slot.contoh.com", "url contoh.com", "url a.contoh.com");
  }

  @Test
  void block_a_tenant_and_not_its_platform() {
    assertThat(in("https://contoh77.pages.dev https://lain.pages.dev"))
        .containsExactly("blocked-domain contoh77.pages.dev", "url lain.pages.dev");
  }

  @Test
  void find_a_listed_domain_that_looks_like_the_end_of_a_sentence() {
    assertThat(in("contoh99.la")).containsExactly("blocked-domain contoh99.la");
  }

  @Test
  void find_a_listed_domain_with_a_disguised_dot() {
    assertThat(in("contoh88[.]xyz")).containsExactly("blocked-domain contoh88.xyz");
  }

  @Test
  void never_take_government_schools_and_banks() {
    assertThat(LIST.refused())
        .containsExactly(
            "pages.dev", "judi.contohkota.go.id", "pkm.contoh.ac.id", "bca.co.id", "bukan host");
    assertThat(LIST.size()).isEqualTo(4);
    assertThat(in("https://judi.contohkota.go.id")).containsExactly("url judi.contohkota.go.id");
  }

  private static List<String> in(String text) {
    return new Entities(LIST).in(Fold.plain(text)).stream().map(BlockedDomainsTest::shown).toList();
  }

  private static String shown(EntityFound entity) {
    return entity.entityKind().code() + " " + entity.value();
  }
}
