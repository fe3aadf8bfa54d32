package ronda.tour;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;
import ronda.letters.mail.PostOffice;

/**
 * A post office to which the desk goes every second or two, and that keeps mails out of the log.
 */
final class BusyPostOffice extends PostOffice {
  BusyPostOffice() {
    if (LoggerFactory.getLogger("com.icegreen.greenmail") instanceof Logger log) {
      log.setLevel(Level.OFF); // It writes whole mails into the log when a line breaks.
    }
  }

  @Override
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(super.settings());
    settings.put("RONDA_LETTERS_SENDEVERY", "PT1S");
    settings.put("RONDA_LETTERS_READEVERY", "PT2S");
    return settings;
  }
}
