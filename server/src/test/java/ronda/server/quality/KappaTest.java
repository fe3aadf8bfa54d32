package ronda.server.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import ronda.casework.quality.Reading;
import ronda.casework.review.Agreement;

class KappaTest {
  private static String kappaIn(String language) {
    LocaleContextHolder.setLocale(Locale.of(language));
    Agreement agreement = new Agreement(10, 8, OptionalDouble.of(0.625));
    return new Figures.Line("all", "", 2, agreement, Reading.of(agreement)).kappa();
  }

  @AfterEach
  void forget() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void is_written_as_the_readers_language_writes_numbers() {
    assertThat(kappaIn("id")).isEqualTo("0,63");
    assertThat(kappaIn("en")).isEqualTo("0.63");
  }
}
