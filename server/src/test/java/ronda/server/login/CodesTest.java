package ronda.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {
  private static final byte[] RFC_SECRET =
      "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codes_are_those_of_the_standard(long second, String code) {
    assertThat(Codes.code(RFC_SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    assertThat(Codes.step(RFC_SECRET, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
  }

  @Test
  void the_step_before_and_the_one_after_count_and_no_other() {
    Instant at = Instant.ofEpochSecond(1111111111);
    String code = Codes.code(RFC_SECRET, at);

    assertThat(Codes.step(RFC_SECRET, code, at.plusSeconds(30))).isPresent();
    assertThat(Codes.step(RFC_SECRET, code, at.minusSeconds(30))).isPresent();
    assertThat(Codes.step(RFC_SECRET, code, at.plusSeconds(90))).isEmpty();
    assertThat(Codes.step(RFC_SECRET, "", at)).isEmpty();
  }

  /** RFC 4648, section 10. */
  @ParameterizedTest
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void secrets_are_spelt_as_the_standard_says(String bytes, String text) {
    assertThat(Codes.base32(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
  }

  @Test
  void a_recovery_code_is_known_however_it_is_typed() {
    String code = Codes.newRecoveryCodes().getFirst();

    assertThat(code).matches("[A-Z2-7]{4}(-[A-Z2-7]{4}){3}");
    assertThat(Codes.recoveryCode(code.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
        .isEqualTo(code);
    assertThat(Codes.newRecoveryCodes()).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void a_seal_opens_only_for_its_purpose_and_unchanged() {
    Seal seal = Seal.forOnce();
    byte[] sealed = seal.close(RFC_SECRET, "authenticator of A");

    assertThat(seal.open(sealed, "authenticator of A")).hasValue(RFC_SECRET);
    assertThat(seal.open(sealed, "authenticator of B")).isEmpty();
    assertThat(Seal.forOnce().open(sealed, "authenticator of A")).isEmpty();
    sealed[20] ^= 1;
    assertThat(seal.open(sealed, "authenticator of A")).isEmpty();
    assertThat(seal.open(new byte[3], "authenticator of A")).isEmpty();
  }

  @Test
  void a_password_that_is_easy_to_guess_is_refused() {
    assertThat(Passwords.whyNot("pendek", "Rina", "rina@contoh.invalid"))
        .contains("password.length");
    assertThat(Passwords.whyNot("aaaaaaaaaaaaaa", "Rina", "rina@contoh.invalid"))
        .contains("password.guessable");
    assertThat(Passwords.whyNot("rina suka kopi tubruk", "Rina", "rina@contoh.invalid"))
        .contains("password.guessable");
    assertThat(Passwords.whyNot("kuda baterai rina99 x", "Ibu Sari", "rina99@contoh.invalid"))
        .contains("password.guessable");
    assertThat(Passwords.whyNot("kuda baterai staples", "Rina", "rina@contoh.invalid")).isEmpty();
    assertThat(Passwords.whyNot("kuda baterai ida staples", "Ida", "a@contoh.invalid"))
        .as("of a short name or address nearly every password holds a part")
        .isEmpty();
  }
}
