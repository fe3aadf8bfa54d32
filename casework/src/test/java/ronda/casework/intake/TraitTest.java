package ronda.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.MadeUpFindings;
import ronda.identify.post.Category;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.post.Span;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;

class TraitTest {
  private static final String HEX = "0123456789ABCDEF".repeat(4);

  @Test
  void a_link_brings_its_address_and_the_domain_that_somebody_registered() {
    assertThat(Trait.of(linking(EntityKind.URL, "www.contoh88.xyz/daftar", "contoh88.xyz")))
        .containsExactly(
            new Trait("url", "www.contoh88.xyz/daftar"), new Trait("domain", "contoh88.xyz"));
  }

  @Test
  void a_listed_corner_of_a_site_does_not_speak_for_the_site() {
    assertThat(Trait.of(linking(EntityKind.BLOCKED_DOMAIN, "slot.sekolah.com", "sekolah.com")))
        .containsExactly(new Trait("blocked-domain", "slot.sekolah.com"));
    assertThat(Trait.of(linking(EntityKind.BLOCKED_DOMAIN, "contoh88.xyz", "contoh88.xyz")))
        .contains(new Trait("domain", "contoh88.xyz"));
  }

  @Test
  void a_bare_internet_address_and_a_shortener_are_nobodys_domain() {
    assertThat(Trait.of(linking(EntityKind.URL, "192.0.2.1/x", "192.0.2.1")))
        .noneMatch(Trait::isDomain);
    assertThat(Trait.of(linking(EntityKind.SHORT_URL, "bit.ly/x", "bit.ly")))
        .noneMatch(Trait::isDomain);
  }

  @Test
  void a_picture_is_known_by_its_content_not_by_where_it_lies() {
    List<String> images =
        List.of("SHA256:" + HEX, "gambar/promo.jpg", "https://contoh.invalid/a.png", "sha256:12");
    assertThat(Trait.of(found(images, List.of())))
        .containsExactly(new Trait("picture", HEX.toLowerCase(Locale.ROOT)));
  }

  private static FoundPost linking(EntityKind kind, String value, String domain) {
    return found(
        List.of(), List.of(new EntityFound(kind, value, new Span(0, 1), Map.of("domain", domain))));
  }

  private static FoundPost found(List<String> images, List<EntityFound> entities) {
    var origin = new Origin("", "video", "", Optional.empty(), "", List.of(), images);
    Post post = new Post("1", "contoh", origin);
    return new FoundPost(
        new UUID(1, 1),
        post,
        List.of(MadeUpFindings.of(Category.GAMBLING)),
        entities,
        Instant.EPOCH);
  }
}
