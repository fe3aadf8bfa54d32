package ronda.letters.mail;

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

/** A real mail server on this machine, with SMTP and IMAP: the mailboxes of those who write. */
public class PostOffice implements AutoCloseable {
  /** The office's mailbox. */
  public static final String OFFICE = "kominfo@contoh.invalid";

  /** The ministry's mailbox. */
  public static final String MINISTRY = "aduan@kementerian.invalid";

  /** The mailbox of the ministry's superior. */
  public static final String SUPERIOR = "sekda@contoh.invalid";

  private static final String SECRET = "rahasia-kantor";

  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });

  public PostOffice() {
    mail.start();
    mail.setUser(OFFICE, OFFICE, SECRET);
    mail.setUser(MINISTRY, MINISTRY, "rahasia-kementerian");
    mail.setUser(SUPERIOR, SUPERIOR, "rahasia-atasan");
  }

  /** The environment by which a desk reaches it. */
  public Map<String, String> settings() {
    return Map.of(
        "RONDA_SMTP_HOST",
        "127.0.0.1",
        "RONDA_SMTP_PORT",
        Integer.toString(smtp()),
        "RONDA_SMTP_TLS",
        "none",
        "RONDA_IMAP_HOST",
        "127.0.0.1",
        "RONDA_IMAP_PORT",
        Integer.toString(imap()),
        "RONDA_IMAP_TLS",
        "none",
        "RONDA_IMAP_USER",
        OFFICE,
        "RONDA_IMAP_SECRET",
        SECRET);
  }

  /** The port at which it takes letters. */
  public int smtp() {
    return mail.getSmtp().getPort();
  }

  /** The port at which mailboxes are read. */
  public int imap() {
    return mail.getImap().getPort();
  }

  /** What lies in the ministry's mailbox. */
  public List<MimeMessage> atTheMinistry() {
    return at(MINISTRY);
  }

  /** What lies in this mailbox. */
  public List<MimeMessage> at(String address) {
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

  /** Somebody writes to the office. */
  public void write(String from, String subject, String text, String... headers) {
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

  /** The ministry answers a letter, as a mail program does. */
  public void answer(MimeMessage letter, String text) {
    try {
      write(MINISTRY, "Re: " + letter.getSubject(), text, "In-Reply-To", letter.getMessageID());
    } catch (MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public void close() {
    mail.stop();
  }
}
