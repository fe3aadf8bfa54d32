package ronda.letters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ronda.casework.referral.IncomingMail;

/**
 * A real mailbox with mails of all kinds: each is shown once, in order, and none stops the rest.
 */
class MailboxTest {
  private static final String OFFICE = "kominfo@contoh.invalid";
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
  private GreenMailUser office;

  @BeforeEach
  void open() {
    mail.start();
    office = mail.setUser(OFFICE, OFFICE, "rahasia");
  }

  @AfterEach
  void close() {
    mail.stop();
  }

  private void deliver(String raw) throws MessagingException {
    byte[] bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    office.deliver(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
  }

  private void ordinary(String subject) throws MessagingException {
    deliver("From: a@contoh.invalid\nSubject: " + subject + "\n\nisi " + subject + "\n");
  }

  private Mailbox mailbox() {
    return new Mailbox(
        new MailSettings.Place(
            "127.0.0.1", mail.getImap().getPort(), MailSettings.Security.NONE, OFFICE, "rahasia"),
        "INBOX");
  }

  private List<Mailbox.Found> read(Mailbox.Mark mark) throws Mailbox.Unreachable {
    List<Mailbox.Found> all = new ArrayList<>();
    mailbox().read(mark, NOW, all::add);
    return all;
  }

  @Test
  void one_bad_mail_never_stops_those_after_it() throws Exception {
    ordinary("satu");
    deliver("Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n".repeat(50_000));
    deliver("From: =?bukan?Z?==\nContent-Type: ;=\nDate: kapan\n\n\u0000");
    ordinary("dua");

    List<Mailbox.Found> found = read(Mailbox.Mark.NONE);
    assertThat(found).hasSize(4);
    assertThat(found.getFirst().mail().text()).isEqualTo("isi satu");
    assertThat(found.getLast().mail().text()).isEqualTo("isi dua");
    assertThat(found).extracting(one -> one.mark().last()).isSorted();
    assertThat(found).extracting(one -> one.mail().messageId()).doesNotHaveDuplicates();
    assertThat(read(found.getLast().mark())).as("nothing is read twice").isEmpty();
    assertThat(read(found.get(1).mark())).as("nothing is lost").hasSize(2);
  }

  @Test
  void whoever_cannot_take_a_mail_gets_it_again_and_none_after_it() throws Exception {
    ordinary("satu");
    ordinary("dua");
    List<IncomingMail> taken = new ArrayList<>();
    assertThatThrownBy(
            () ->
                mailbox()
                    .read(
                        Mailbox.Mark.NONE,
                        NOW,
                        found -> {
                          taken.add(found.mail());
                          throw new IllegalStateException("the database is away");
                        }))
        .hasMessage("the database is away");
    assertThat(taken).hasSize(1);
    assertThat(read(Mailbox.Mark.NONE)).hasSize(2);
  }

  @Test
  void nothing_in_the_box_is_changed() throws Exception {
    ordinary("satu");
    read(Mailbox.Mark.NONE);
    var kept =
        mail.getManagers()
            .getImapHostManager()
            .getInbox(mail.getUserManager().getUserByEmail(OFFICE))
            .getMessages();
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().getFlags().contains(Flags.Flag.SEEN)).isFalse();
    assertThat(kept.getFirst().getFlags().contains(Flags.Flag.DELETED)).isFalse();
  }

  @Test
  void a_box_that_nobody_opens_is_said_to_be_away() {
    mail.stop();
    Mailbox gone =
        new Mailbox(
            new MailSettings.Place("127.0.0.1", 9, MailSettings.Security.NONE, OFFICE, "rahasia"),
            "INBOX");
    assertThatThrownBy(() -> gone.read(Mailbox.Mark.NONE, NOW, found -> {}))
        .isInstanceOf(Mailbox.Unreachable.class)
        .hasMessageNotContaining("rahasia");
  }
}
