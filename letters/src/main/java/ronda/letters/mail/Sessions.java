package ronda.letters.mail;

import jakarta.mail.Session;
import java.util.Properties;

/** Settings of the mail library: bounded in time, protected, silent. */
final class Sessions {
  private static final String CONNECT = "20000";
  private static final String READ = "60000";

  private Sessions() {}

  static Session of(MailSettings.Place place, String protocol) {
    Properties settings = new Properties();
    String at = "mail." + protocol + ".";
    settings.setProperty(at + "connectiontimeout", CONNECT);
    settings.setProperty(at + "timeout", READ);
    settings.setProperty(at + "writetimeout", READ);
    settings.setProperty(at + "auth", Boolean.toString(!place.user().isEmpty()));
    settings.setProperty(at + "ssl.checkserveridentity", "true");
    switch (place.security()) {
      case TLS -> settings.setProperty(at + "ssl.enable", "true");
      case STARTTLS -> {
        settings.setProperty(at + "starttls.enable", "true");
        settings.setProperty(at + "starttls.required", "true");
      }
      case NONE -> {}
    }
    // One recipient that is refused stops the whole letter, before it is said.
    settings.setProperty(at + "sendpartial", "false");
    settings.setProperty(at + "partialfetch", "true");
    // Hostile mail: no line is trusted to be well formed.
    settings.setProperty("mail.mime.address.strict", "false");
    settings.setProperty("mail.mime.decodetext.strict", "false");
    return Session.getInstance(settings);
  }
}
