package ronda.identify.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import ronda.identify.Hostile;
import ronda.identify.signal.EntityFound;
import ronda.identify.text.Fold;

class EntitiesPropertyTest {
  private static final Entities ENTITIES =
      new Entities(BlockedDomains.of(List.of("contoh88.xyz", "slot.contoh.com")));

  /** Pieces that wake every finder, to be strung together. */
  private static final List<String> PIECES =
      List.of(
          "0812",
          "3456",
          "7890",
          "+62",
          "o8l2",
          "nol",
          "delapan",
          "satu",
          " ",
          " ",
          "-",
          ".",
          "\n",
          "wa ",
          "bca ",
          "dana ",
          "rek ",
          "1234567890",
          " 3271010101900001 ",
          "n3271010101900001x",
          "Rp",
          "50rb",
          "1,5jt",
          "ST 500",
          "http://",
          "https://",
          "www.",
          "contoh88",
          ".com",
          ".xyz",
          ".co.id",
          "/Aa",
          "?q=",
          "[.]",
          " dot ",
          "titik",
          "@",
          "@akun_1",
          "michat: ",
          "id line ",
          "t.me/",
          "wa.me/62812",
          "bit.ly/",
          "slot.contoh.com",
          "000201",
          "6304",
          "0x",
          "bc1q",
          "é",
          "𝟬𝟴𝟭𝟮",
          "😀",
          "ᴀ",
          "\u200b",
          "\ud83d",
          "x@y.com",
          "(",
          ")",
          "🅰",
          "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
          "k",
          "juta",
          "#");

  private static String post(SplittableRandom random) {
    return String.join("", Hostile.list(random, 0, 30, of -> Hostile.oneOf(of, PIECES)));
  }

  /** Pieces with any letter, half pair or sign between them. */
  private static String torn(SplittableRandom random) {
    return String.join(
        "",
        Hostile.list(
            random,
            0,
            60,
            of -> of.nextInt(4) == 0 ? Hostile.text(of, 2) : Hostile.oneOf(of, PIECES)));
  }

  @Test
  void spans_lie_in_the_text_in_order_and_apart() {
    Hostile.texts(1_000, EntitiesPropertyTest::checkSpans);
    Hostile.tries(2_000, EntitiesPropertyTest::post, EntitiesPropertyTest::checkSpans);
    Hostile.tries(20_000, EntitiesPropertyTest::torn, EntitiesPropertyTest::checkSpans);
  }

  private static void checkSpans(String text) {
    int end = 0;
    for (EntityFound entity : ENTITIES.in(Fold.plain(text))) {
      assertThat(entity.span().start()).isGreaterThanOrEqualTo(end);
      assertThat(entity.span().length()).isPositive();
      end = entity.span().end();
      assertThat(entity.value()).isNotEmpty();
    }
    assertThat(end).isLessThanOrEqualTo(text.length());
  }

  @Test
  void the_same_text_gives_the_same_answer() {
    Hostile.tries(
        1_000,
        EntitiesPropertyTest::post,
        text -> assertThat(ENTITIES.in(Fold.plain(text))).isEqualTo(ENTITIES.in(Fold.plain(text))));
  }

  @Test
  void no_identity_number_is_handed_out() {
    Hostile.tries(
        1_000,
        EntitiesPropertyTest::post,
        text ->
            assertThat(ENTITIES.in(Fold.plain(text)).toString())
                .doesNotContain("3271010101900001"));
  }

  /** From one seed, so that a build that passed passes again; hunt with another. */
  @Test
  void a_normal_form_is_its_own_normal_form() {
    Hostile.triesFrom(
        20261122, 2_000, EntitiesPropertyTest::post, EntitiesPropertyTest::checkNormalForms);
  }

  private static void checkNormalForms(String text) {
    for (EntityFound entity : ENTITIES.in(Fold.plain(text))) {
      String again = introduced(entity);
      if (!again.isEmpty()) {
        assertThat(ENTITIES.in(Fold.plain(again)))
            .as(again)
            .extracting(EntityFound::value)
            .containsExactly(entity.value());
      }
    }
  }

  /** The value as people would write it, with the label its kind asks for. */
  private static String introduced(EntityFound entity) {
    return switch (entity.entityKind()) {
      case PHONE -> "line".equals(entity.details().get("line")) ? "" : "wa " + entity.value();
      case URL, SHORT_URL, BLOCKED_DOMAIN -> "https://" + entity.value();
      case TELEGRAM, HANDLE, PRICE, CRYPTO_ADDRESS -> entity.value();
      case BANK_ACCOUNT -> entity.details().get("bank") + " " + entity.value();
      case E_WALLET -> entity.details().get("wallet") + " " + entity.value();
      case MICHAT -> "michat @" + entity.value();
      case WHATSAPP, CONTACT, QRIS, NIK -> "";
    };
  }

  @Test
  void hostile_texts_take_time_in_proportion_to_their_length() {
    for (String piece :
        List.of(
            "a.", "0 ", "1.", "@", "@a", "0812-", "dot ", "wa ", "http://", "[.]a", "nol ",
            "000201", "michat ", "Rp1.", "0x", "t.me/", "a-", "bca 1")) {
      String text = piece.repeat(1_000_000 / piece.length());
      long start = System.nanoTime();
      ENTITIES.in(Fold.plain(text));
      assertThat((System.nanoTime() - start) / 1_000_000).as(piece).isLessThan(10_000);
    }
  }
}
