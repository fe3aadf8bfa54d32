package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.casework.referral.Sending;
import ronda.letters.mail.OurWords;
import ronda.testkit.contract.FoundPosts;

class SendingWordsTest {
  private static SendingWords of(String words) {
    UUID id = UUID.randomUUID();
    var sending =
        new Sending(
            id,
            id,
            id,
            Sending.Way.MAIL,
            "a@contoh.invalid",
            "<1@contoh.invalid>",
            Sending.State.WAITING,
            1,
            FoundPosts.NINE,
            words,
            false);
    return SendingWords.of(List.of(sending)).values().iterator().next();
  }

  @ParameterizedTest
  @EnumSource(OurWords.class)
  void our_own_words_are_told_in_both_languages(OurWords ours) {
    SendingWords told = of(ours.about("contoh.invalid"));

    assertThat(told.about()).isEqualTo("contoh.invalid");
    for (String language : List.of("id", "en")) {
      var words = ResourceBundle.getBundle("messages/referral", Locale.of(language));
      assertThat(words.getString(told.key())).isNotBlank();
    }
  }

  /** The last one: what a version before wrote down. */
  @ParameterizedTest
  @ValueSource(strings = {"550 5.1.1 no such user", "ronda:x", "nobody answers at contoh.invalid"})
  void the_other_sides_words_are_shown_as_they_came(String words) {
    assertThat(of(words)).isEqualTo(new SendingWords("sending.words", words));
  }

  @Test
  void where_nothing_was_said_nothing_is_told() {
    assertThat(of("").key()).isEmpty();
  }
}
