package ronda.server.referral;

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

  @Bean
  WorkingDays workingDays(ZoneId zone, @Value("${ronda.home:}") String home) {
    return Holidays.known(home, zone);
  }

  @Bean
  OfficialInterface officialInterface(@Value("${RONDA_INTERFACE_SECRET:}") String secret) {
    return new OfficialInterface(secret);
  }
}
