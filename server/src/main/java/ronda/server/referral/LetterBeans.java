package ronda.server.referral;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import ronda.casework.referral.WorkingDays;
import ronda.letters.mail.MailSettings;
import ronda.letters.mail.OfficialInterface;

/** Settings of the letters: mail servers, calendar, interface. */
@Configuration(proxyBeanMethods = false)
class LetterBeans {
  /** The list of an office's own, in its home. */
  private static final String HOLIDAYS = "holidays.tsv";

  private static final int LARGEST_LIST = 1 << 20;

  private static final String[] SETTINGS = {
    "HOST", "PORT", "TLS", "USER", "SECRET", "SECRET_FILE", "FOLDER"
  };

  /** From the environment; an office that sets nothing hands its letters over itself. */
  @Bean
  MailSettings mailSettings(Environment environment) {
    Map<String, String> set = new HashMap<>();
    for (String side : new String[] {"RONDA_SMTP_", "RONDA_IMAP_"}) {
      for (String name : SETTINGS) {
        String value = environment.getProperty(side + name);
        if (value != null) {
          set.put(side + name, value);
        }
      }
    }
    return MailSettings.from(set);
  }

  /** The days that come with Ronda, and those of {@code holidays.tsv} in the home. */
  @Bean
  WorkingDays workingDays(
      @Value("${ronda.zone:Asia/Jakarta}") String zone, @Value("${ronda.home:}") String home) {
    WorkingDays shipped = WorkingDays.shipped(ZoneId.of(zone));
    Path own = Path.of(home).resolve(HOLIDAYS);
    if (home.isBlank() || !Files.exists(own)) {
      return shipped;
    }
    try {
      if (Files.size(own) > LARGEST_LIST) {
        throw new IllegalArgumentException("it is larger than " + LARGEST_LIST + " bytes");
      }
      return shipped.and(Files.readString(own));
    } catch (IOException | IllegalArgumentException wrong) {
      throw new IllegalStateException(
          own + " is no list of holidays: " + wrong.getMessage(), wrong);
    }
  }

  @Bean
  OfficialInterface officialInterface(@Value("${RONDA_INTERFACE_SECRET:}") String secret) {
    return new OfficialInterface(secret);
  }
}
