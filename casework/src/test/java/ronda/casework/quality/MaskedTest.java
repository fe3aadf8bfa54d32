package ronda.casework.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.intake.FoundPost;
import ronda.identify.decide.Finding;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;
import ronda.identify.signal.Resemblance;

class MaskedTest {
  @Test
  void a_number_to_call_keeps_its_shape_and_calls_nobody() {
    assertThat(masked("wa 0812-3456-7890 ya")).isEqualTo("wa 0812-0000-0000 ya");
    assertThat(masked("+62 812 3456 7890")).isEqualTo("+00 000 0000 0000");
    assertThat(masked("rek 1234567890")).isEqualTo("rek 0000000000");
  }

  @Test
  void prices_and_short_numbers_stay() {
    assertThat(masked("modal 20rb WD 150000 di CONTOH88"))
        .isEqualTo("modal 20rb WD 150000 di CONTOH88");
  }

  @Test
  void handles_become_a_user() {
    assertThat(masked("tanya @budi.santoso_9, cepat")).isEqualTo("tanya @user, cepat");
  }

  @Test
  void an_at_within_a_word_is_no_handle() {
    assertThat(masked("G@cor parah")).isEqualTo("G@cor parah");
  }

  @Test
  void addresses_keep_their_shape() {
    assertThat(masked("lihat https://budi.example/Profil/9"))
        .isEqualTo("lihat xxxxx://xxxx.xxxxxxx/Xxxxxx/0");
    assertThat(masked("surat ke budi@contoh.example")).isEqualTo("surat ke xxxx@xxxxxx.xxxxxxx");
    assertThat(masked("klik wa.me/6281")).isEqualTo("klik xx.xx/0000");
  }

  @Test
  void the_author_is_masked_wherever_the_name_stands() {
    assertThat(Masked.text(post("Ini Budi, budi yang asli", "@budi", List.of())))
        .isEqualTo("Ini Xxxx, xxxx yang asli");
  }

  @Test
  void what_ronda_found_is_masked_and_prices_are_not() {
    EntityFound contact = new EntityFound(EntityKind.MICHAT, "melati", new Span(7, 13), Map.of());
    EntityFound price = new EntityFound(EntityKind.PRICE, "300000", new Span(14, 18), Map.of());

    assertThat(Masked.text(post("michat melati 300k", "", List.of(contact, price))))
        .isEqualTo("michat xxxxxx 300k");
  }

  private static String masked(String text) {
    return Masked.text(post(text, "", List.of()));
  }

  private static FoundPost post(String text, String author, List<EntityFound> entities) {
    Finding finding =
        new Finding(
            Category.GAMBLING,
            Stance.PROMOTES,
            0.9,
            List.of(new Resemblance("umum", Category.GAMBLING, new Span(0, 1), 1)),
            "contoh@1",
            Severity.LOW,
            "contoh",
            false);
    Origin origin = new Origin(author, "", "", Optional.empty(), "", List.of(), List.of());
    return new FoundPost(
        new UUID(0, 1), new Post("1", text, origin), List.of(finding), entities, Instant.EPOCH);
  }
}
