package ronda.letters.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * Hands mails to a mail server, by SMTP (server surel).
 *
 * <p>The only stretch in which nobody can know whether the server has a mail lies between the word
 * DATA and the server's answer to the last line. Whoever calls is asked just before it begins, so
 * that the stretch can be written down first; whatever fails before it has certainly not been sent.
 */
public final class MailServer {
  private static final int LONGEST_WORDS = 300;

  private final MailSettings.Place place;

  public MailServer(MailSettings.Place place) {
    this.place = place;
  }

  /** A transport that asks before the mail itself is said. */
  private static final class Asking extends SMTPTransport {
    private final BooleanSupplier mayBegin;
    private boolean begun;

    Asking(Session session, BooleanSupplier mayBegin) {
      super(session, new URLName("smtp", null, -1, null, null, null));
      this.mayBegin = mayBegin;
    }

    @Override
    protected OutputStream data() throws MessagingException {
      if (!mayBegin.getAsBoolean()) {
        throw new NotOurs();
      }
      begun = true;
      return super.data();
    }
  }

  private static final class NotOurs extends MessagingException {
    private static final long serialVersionUID = 1L;

    NotOurs() {
      super("somebody else has it in hand");
    }
  }

  /**
   * Hands {@code mail} over, to its recipient and, in the same breath, to the sender's own mailbox:
   * a copy that comes back there proves that the server had taken it.
   *
   * @param mayBegin asked once, just before the mail is said; if it says no, nothing is sent
   */
  public Handover send(byte[] mail, String from, String to, BooleanSupplier mayBegin) {
    Session session = Sessions.of(place, "smtp");
    session.getProperties().setProperty("mail.smtp.from", from);
    Asking transport = new Asking(session, mayBegin);
    try (transport) {
      String user = place.user().isEmpty() ? null : place.user();
      transport.connect(place.host(), place.port(), user, user == null ? null : place.secret());
      Address[] both =
          from.equalsIgnoreCase(to)
              ? new Address[] {new InternetAddress(to)}
              : new Address[] {new InternetAddress(to), new InternetAddress(from)};
      transport.sendMessage(new MimeMessage(session, new ByteArrayInputStream(mail)), both);
      return new Handover.Taken(words(transport.getLastServerResponse()));
    } catch (NotOurs other) {
      return new Handover.NotOurs("somebody else has it in hand");
    } catch (SMTPSendFailedException answered) {
      return said(answered.getReturnCode(), answered, transport.begun);
    } catch (AuthenticationFailedException refused) {
      return new Handover.Later(OurWords.NOT_LET_IN.about(""));
    } catch (SendFailedException refused) {
      return addressee(refused, transport.begun);
    } catch (MessagingException broken) {
      String words = words(OurWords.BROKEN.about(String.valueOf(broken.getMessage())));
      return transport.begun ? new Handover.Unknown(words) : new Handover.Later(words);
    }
  }

  private static Handover addressee(SendFailedException refused, boolean begun) {
    for (Exception next = refused; next != null; next = next(next)) {
      if (next instanceof SMTPAddressFailedException address) {
        return said(address.getReturnCode(), address, begun);
      }
      if (next instanceof SMTPSendFailedException answered) {
        return said(answered.getReturnCode(), answered, begun);
      }
    }
    String words = words(refused.getMessage());
    return begun ? new Handover.Unknown(words) : new Handover.Later(words);
  }

  private static @Nullable Exception next(Exception one) {
    return one instanceof MessagingException chained ? chained.getNextException() : null;
  }

  /** A code is an answer: 4xx is "later", 5xx "no". Without one nobody knows. */
  private static Handover said(int code, Exception answer, boolean begun) {
    String words = words(answer.getMessage());
    return switch (code / 100) {
      case 4 -> new Handover.Later(words);
      case 5 -> new Handover.Refused(words);
      default -> begun ? new Handover.Unknown(words) : new Handover.Later(words);
    };
  }

  private static String words(@Nullable String said) {
    if (said == null) {
      return "";
    }
    StringBuilder line = new StringBuilder();
    said.chars().limit(LONGEST_WORDS).forEach(c -> line.append(c < ' ' ? ' ' : (char) c));
    return line.toString().strip();
  }
}
