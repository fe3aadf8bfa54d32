package ronda.letters.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import ronda.letters.pgp.Encryption;
import ronda.letters.pgp.RecipientKey;

/**
 * A mail as bytes, made once and kept (surel keluar): each attempt sends the very same.
 *
 * @param messageId without angle brackets
 * @param answers the Message-ID of the letter that this one follows; empty for the first
 */
public record OutgoingMail(
    String messageId,
    String answers,
    String from,
    String to,
    Instant at,
    String subject,
    String text,
    List<Attachment> attachments) {

  /** A file that hangs on a mail. */
  public record Attachment(String name, String type, byte[] bytes) {}

  private static final class Fixed extends MimeMessage {
    private final String messageId;

    Fixed(String messageId) {
      super(Session.getInstance(new Properties()));
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + messageId + ">");
    }
  }

  public OutgoingMail {
    attachments = List.copyOf(attachments);
  }

  /**
   * The mail, encrypted if there is a key (PGP/MIME, RFC 3156). The subject is not encrypted, so it
   * says no more than the letter's number.
   */
  public byte[] bytes(Optional<RecipientKey> key) {
    try {
      MimeMultipart content = content();
      Fixed mail = new Fixed(messageId);
      mail.setFrom(new InternetAddress(from, true));
      mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
      mail.setSubject(subject, "UTF-8");
      mail.setSentDate(Date.from(at));
      if (!answers.isEmpty()) {
        mail.setHeader("In-Reply-To", "<" + answers + ">");
        mail.setHeader("References", "<" + answers + ">");
      }
      mail.setContent(key.isPresent() ? encrypted(content, key.get()) : content);
      mail.saveChanges();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      mail.writeTo(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot be written", impossible);
    } catch (MessagingException odd) {
      throw new IllegalArgumentException("no mail can be made for " + to, odd);
    }
  }

  /** When a mail was made, to the second, by its own head; empty if these bytes are none. */
  public static Optional<Instant> madeAt(byte[] mail) {
    try {
      Session nobody = Session.getInstance(new Properties());
      return Optional.ofNullable(
              new MimeMessage(nobody, new ByteArrayInputStream(mail)).getSentDate())
          .map(Date::toInstant);
    } catch (MessagingException broken) {
      return Optional.empty();
    }
  }

  private MimeMultipart content() throws MessagingException {
    MimeMultipart all = new MimeMultipart("mixed");
    MimeBodyPart words = new MimeBodyPart();
    words.setText(text, "UTF-8");
    all.addBodyPart(words);
    for (Attachment attachment : attachments) {
      MimeBodyPart file = new MimeBodyPart();
      file.setDataHandler(
          new DataHandler(new ByteArrayDataSource(attachment.bytes(), attachment.type())));
      file.setFileName(attachment.name());
      file.setHeader("Content-Transfer-Encoding", "base64");
      all.addBodyPart(file);
    }
    return all;
  }

  private static MimeMultipart encrypted(MimeMultipart content, RecipientKey key)
      throws MessagingException, IOException {
    MimeBodyPart whole = new MimeBodyPart();
    whole.setContent(content);
    MimeMessage inner = new MimeMessage(Session.getInstance(new Properties()));
    inner.setContent(content);
    inner.saveChanges();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    // What is encrypted is a MIME part, so its own headers and no others.
    inner.writeTo(plain, new String[] {"Message-ID", "MIME-Version", "Date"});
    MimeBodyPart version = new MimeBodyPart();
    version.setDataHandler(part("Version: 1\r\n", "application/pgp-encrypted"));
    version.setHeader("Content-Type", "application/pgp-encrypted");
    MimeBodyPart secret = new MimeBodyPart();
    secret.setDataHandler(
        part(Encryption.to(key, plain.toByteArray()), "application/octet-stream"));
    secret.setHeader("Content-Type", "application/octet-stream; name=\"encrypted.asc\"");
    secret.setHeader("Content-Transfer-Encoding", "7bit");
    MimeMultipart all = new MimeMultipart("encrypted; protocol=\"application/pgp-encrypted\"");
    all.addBodyPart(version);
    all.addBodyPart(secret);
    return all;
  }

  private static DataHandler part(String text, String type) {
    return new DataHandler(new ByteArrayDataSource(text.getBytes(StandardCharsets.US_ASCII), type));
  }
}
