package ronda.server.referral;

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
import java.util.Properties;

/** A real mail server on this machine, with SMTP and IMAP, that can go away and come back. */
final class PostOffice implements AutoCloseable {
  /** The office's mailbox. */
  static final String OFFICE = "kominfo@contoh.invalid";

  /** The ministry's mailbox. */
  static final String MINISTRY = "aduan@kementerian.invalid";

  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });

  PostOffice() {
    mail.start();
    mail.setUser(OFFICE, OFFICE, "rahasia-kantor");
    mail.setUser(MINISTRY, MINISTRY, "rahasia-kementerian");
  }

  /** The settings by which a server reaches it. */
  String[] settings() {
    return new String[] {
      "RONDA_SMTP_HOST=127.0.0.1",
      "RONDA_SMTP_PORT=" + mail.getSmtp().getPort(),
      "RONDA_SMTP_TLS=none",
      "RONDA_IMAP_HOST=127.0.0.1",
      "RONDA_IMAP_PORT=" + mail.getImap().getPort(),
      "RONDA_IMAP_TLS=none",
      "RONDA_IMAP_USER=" + OFFICE,
      "RONDA_IMAP_SECRET=rahasia-kantor"
    };
  }

  /** The port at which it takes letters. */
  int smtp() {
    return mail.getSmtp().getPort();
  }

  /** The port at which mailboxes are read. */
  int imap() {
    return mail.getImap().getPort();
  }

  /** What lies in the ministry's mailbox. */
  List<MimeMessage> atTheMinistry() {
    try {
      return mail
          .getManagers()
          .getImapHostManager()
          .getInbox(mail.getUserManager().getUserByEmail(MINISTRY))
          .getMessages()
          .stream()
          .map(StoredMessage::getMimeMessage)
          .toList();
    } catch (FolderException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Somebody writes to the office. */
  void write(String from, String subject, String text, String... headers) {
    try {
      MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
      message.setFrom(new InternetAddress(from));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(OFFICE));
      message.setSubject(subject);
      message.setText(text);
      for (int i = 0; i < headers.length; i += 2) {
        message.setHeader(headers[i], headers[i + 1]);
      }
      message.saveChanges();
      mail.getUserManager().getUserByEmail(OFFICE).deliver(message);
    } catch (MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public void close() {
    mail.stop();
  }
}
