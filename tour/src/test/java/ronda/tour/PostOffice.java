package ronda.tour;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.slf4j.LoggerFactory;

/** A real mail server on this machine: the office's mailbox and the ministry's. */
final class PostOffice implements AutoCloseable {
  static final String OFFICE = "kominfo@contoh.invalid";
  static final String MINISTRY = "aduan@kementerian.invalid";
  static final String SUPERIOR = "sekda@contoh.invalid";
  private static final String SECRET = "rahasia-kantor";

  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });

  PostOffice() {
    if (LoggerFactory.getLogger("com.icegreen.greenmail") instanceof Logger log) {
      log.setLevel(Level.OFF); // It writes whole mails into the log when a line breaks.
    }
    mail.start();
    mail.setUser(OFFICE, OFFICE, SECRET);
    mail.setUser(MINISTRY, MINISTRY, "rahasia-kementerian");
    mail.setUser(SUPERIOR, SUPERIOR, "rahasia-atasan");
  }

  /** The environment by which a desk reaches it, often. */
  Map<String, String> settings() {
    return Map.of(
        "RONDA_SMTP_HOST", "127.0.0.1",
        "RONDA_SMTP_PORT", Integer.toString(mail.getSmtp().getPort()),
        "RONDA_SMTP_TLS", "none",
        "RONDA_IMAP_HOST", "127.0.0.1",
        "RONDA_IMAP_PORT", Integer.toString(mail.getImap().getPort()),
        "RONDA_IMAP_TLS", "none",
        "RONDA_IMAP_USER", OFFICE,
        "RONDA_IMAP_SECRET", SECRET,
        "RONDA_LETTERS_SENDEVERY", "PT1S",
        "RONDA_LETTERS_READEVERY", "PT2S");
  }

  /** The port at which it takes letters. */
  int smtp() {
    return mail.getSmtp().getPort();
  }

  /** What lies in the ministry's mailbox. */
  List<MimeMessage> atTheMinistry() {
    return at(MINISTRY);
  }

  /** What lies in this mailbox. */
  List<MimeMessage> at(String address) {
    try {
      return mail
          .getManagers()
          .getImapHostManager()
          .getInbox(mail.getUserManager().getUserByEmail(address))
          .getMessages()
          .stream()
          .map(StoredMessage::getMimeMessage)
          .toList();
    } catch (FolderException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** The ministry answers a letter, as a mail program does. */
  void answer(MimeMessage letter, String text) {
    try {
      MimeMessage reply = new MimeMessage(Session.getInstance(new Properties()));
      reply.setFrom(new InternetAddress(MINISTRY));
      reply.setRecipient(Message.RecipientType.TO, new InternetAddress(OFFICE));
      reply.setSubject("Re: " + letter.getSubject());
      reply.setHeader("In-Reply-To", letter.getMessageID());
      reply.setText(text);
      reply.saveChanges();
      mail.getUserManager().getUserByEmail(OFFICE).deliver(reply);
    } catch (MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public void close() {
    mail.stop();
  }
}
