package ronda.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;
import ronda.identify.signal.TermFound;

/** Whose words a post holds. {@code 0812} stands for a number. */
class RetellingTest {
  private static final String CUE = "dapat sms";
  private static final String INVITATION = "langsung japri";

  private static Voice voice(String post) {
    List<TermFound> terms = new ArrayList<>();
    find(post, CUE, span -> terms.add(weightless(CUE, Stance.MENTIONS, span)));
    find(post, INVITATION, span -> terms.add(weightless(INVITATION, Stance.PROMOTES, span)));
    List<EntityFound> entities = new ArrayList<>();
    find(
        post,
        "0812",
        span -> entities.add(new EntityFound(EntityKind.PHONE, "+62812", span, Map.of())));
    find(post, "5jt", span -> entities.add(new EntityFound(EntityKind.PRICE, "5", span, Map.of())));
    return Retelling.voice(post, terms, entities);
  }

  private static TermFound weightless(String term, Stance stance, Span span) {
    return new TermFound(term, Optional.empty(), stance, false, span, 0);
  }

  private static void find(String post, String words, java.util.function.Consumer<Span> found) {
    for (int at = post.indexOf(words); at >= 0; at = post.indexOf(words, at + 1)) {
      found.accept(new Span(at, at + words.length()));
    }
  }

  @Test
  void without_a_cue_or_a_quotation_the_words_are_the_writers_own() {
    assertThat(voice("dana tunai 5jt cair hari ini")).isEqualTo(new Voice.Own());
    assertThat(voice("")).isEqualTo(new Voice.Own());
  }

  @Test
  void a_cue_makes_it_retold_with_the_number_that_comes_behind() {
    assertThat(voice("tadi saya dapat sms dana tunai 5jt hub 0812")).isEqualTo(new Voice.Retold());
  }

  @Test
  void a_number_before_the_cue_is_the_writers_own() {
    assertThat(voice("hub 0812 kalau dapat sms dana tunai")).isEqualTo(new Voice.Own());
  }

  @Test
  void a_number_far_behind_the_cue_is_the_writers_own() {
    assertThat(voice("dapat sms " + "lalu ".repeat(61) + "hub 0812")).isEqualTo(new Voice.Own());
  }

  @Test
  void a_cue_within_a_quotation_is_no_cue() {
    assertThat(voice("\"saya dapat sms dari sini\" kata member, hub 0812"))
        .isEqualTo(new Voice.Own());
  }

  @Test
  void an_invitation_is_as_good_as_a_number() {
    assertThat(voice("langsung japri ya, sebelum dapat sms penolakan")).isEqualTo(new Voice.Own());
    assertThat(voice("dapat sms begini: langsung japri ya")).isEqualTo(new Voice.Retold());
  }

  @Test
  void of_a_quotation_the_rest_is_handed_on() {
    assertThat(voice("Ibu saya sampai gemetar baca ini \"dana cair 5jt hub 0812\" semalam"))
        .isEqualTo(new Voice.Quoting("Ibu saya sampai gemetar baca ini  …  semalam"));
  }

  @Test
  void a_testimonial_with_a_number_behind_it_is_an_offer() {
    assertThat(voice("\"cepat sekali cairnya terima kasih\" kata Bu Rina, hub 0812 sekarang juga"))
        .isEqualTo(new Voice.Own());
  }

  @Test
  void a_quotation_with_hardly_a_word_around_it_is_the_writers_own() {
    assertThat(voice("\"dana cair 5jt hub 0812\" buruan gais")).isEqualTo(new Voice.Own());
  }

  @Test
  void a_price_reaches_nobody() {
    assertThat(voice("5jt katanya, saya dapat sms dana tunai")).isEqualTo(new Voice.Retold());
  }
}
