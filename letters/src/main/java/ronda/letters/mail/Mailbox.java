package ronda.letters.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import ronda.casework.referral.IncomingMail;

/**
 * Reads what came into a mailbox, by IMAP (kotak masuk). Nothing in it is changed: neither moved
 * nor marked as read, so that people who read the same box miss nothing.
 */
public final class Mailbox {
  /** Mails of a round; more wait for the next. */
  private static final int MOST = 100;

  /** Of a larger mail only the head is read. */
  private static final int LARGEST = 10 * 1024 * 1024;

  private final MailSettings.Place place;
  private final String folder;

  public Mailbox(MailSettings.Place place, String folder) {
    this.place = place;
    this.folder = folder;
  }

  /**
   * Up to where a mailbox has been read.
   *
   * @param validity the box's own mark: if it changes, its numbers begin anew
   * @param last the greatest number read so far
   */
  public record Mark(long validity, long last) {
    public static final Mark NONE = new Mark(0, 0);
  }

  /** A mail, and up to where the box is read once it is processed. */
  public record Found(IncomingMail mail, Mark mark) {}

  /** The mailbox could not be read; trying again later helps, unless the words say otherwise. */
  public static final class Unreachable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreachable(String words, Throwable cause) {
      super(words, cause);
    }
  }

  /**
   * Shows each mail that came after {@code mark}, the oldest first. Whoever takes them keeps the
   * mark of each together with what became of it; one that throws ends the round, and that mail
   * comes again.
   *
   * @return how many were shown
   */
  public int read(Mark mark, Instant now, Consumer<Found> take) throws Unreachable {
    Session session = Sessions.of(place, "imap");
    try (Store store = session.getStore("imap")) {
      store.connect(place.host(), place.port(), place.user(), place.secret());
      try (Folder box = store.getFolder(folder)) {
        box.open(Folder.READ_ONLY);
        return read((UIDFolder) box, box, mark, now, take);
      }
    } catch (MessagingException broken) {
      throw new Unreachable(place + ": " + broken.getMessage(), broken);
    }
  }

  private static int read(
      UIDFolder numbers, Folder box, Mark mark, Instant now, Consumer<Found> take)
      throws MessagingException {
    long validity = numbers.getUIDValidity();
    long last = mark.validity() == validity ? mark.last() : 0;
    List<Message> fresh = new ArrayList<>();
    for (Message message : numbers.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
      // "From n to the last" names the last one even if it is smaller than n.
      if (message != null && numbers.getUID(message) > last) {
        fresh.add(message);
      }
    }
    fresh.sort((a, b) -> Long.compare(uid(numbers, a), uid(numbers, b)));
    List<Message> round = fresh.subList(0, Math.min(MOST, fresh.size()));
    FetchProfile sizes = new FetchProfile();
    sizes.add(FetchProfile.Item.ENVELOPE);
    sizes.add(FetchProfile.Item.SIZE);
    box.fetch(round.toArray(Message[]::new), sizes);
    for (Message message : round) {
      long uid = uid(numbers, message);
      Mark after = new Mark(validity, uid);
      mail(message, validity + "-" + uid, now)
          .ifPresent(mail -> take.accept(new Found(mail, after)));
    }
    return round.size();
  }

  private static long uid(UIDFolder numbers, Message message) {
    try {
      return numbers.getUID(message);
    } catch (MessagingException gone) {
      return Long.MAX_VALUE;
    }
  }

  /**
   * A mail; empty if it is gone meanwhile. One that cannot be read is told as such and stops none
   * of those after it.
   *
   * @throws MessagingException if the connection is lost: what comes after is read another time
   */
  private static Optional<IncomingMail> mail(Message message, String place, Instant now)
      throws MessagingException {
    try {
      if (message.getSize() > LARGEST) {
        return Optional.of(HostileMail.head((MimeMessage) message, place, now));
      }
      Bounded bytes = new Bounded();
      message.writeTo(bytes);
      return Optional.of(HostileMail.read(bytes.all.toByteArray(), place, now));
    } catch (MessageRemovedException gone) {
      return Optional.empty();
    } catch (FolderClosedException | StoreClosedException lost) {
      throw lost;
    } catch (IOException tooLong) {
      return Optional.of(HostileMail.head((MimeMessage) message, place, now));
    } catch (MessagingException | RuntimeException broken) {
      return Optional.of(HostileMail.unreadable(place, now));
    }
  }

  /** A server may say that a mail is small and send another. */
  private static final class Bounded extends OutputStream {
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();

    @Override
    public void write(int b) throws IOException {
      room(1);
      all.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      room(length);
      all.write(bytes, from, length);
    }

    private void room(int more) throws IOException {
      if (all.size() + more > LARGEST) {
        throw new IOException("the mail is longer than " + LARGEST + " bytes");
      }
    }
  }
}
