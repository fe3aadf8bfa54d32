package ronda.letters.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is known of a letter when the mail server breaks off, word by word. */
class BrokenServerTest {
  private static final byte[] MAIL =
      new OutgoingMail(
              "satu@contoh.invalid",
              "",
              "kominfo@contoh.invalid",
              "aduan@kementerian.invalid",
              Instant.parse("2026-11-22T02:00:00Z"),
              "Surat nomor B-1",
              "isi",
              List.of())
          .bytes(Optional.empty());

  /** Where the server breaks off, or what it answers there. */
  private enum Breaks {
    AT_THE_RECIPIENT,
    AT_DATA,
    AFTER_THE_LAST_LINE,
    REFUSES_THE_RECIPIENT,
    REFUSES_THE_MAIL,
    ASKS_TO_COME_AGAIN,
    NOWHERE
  }

  private final AtomicInteger begun = new AtomicInteger();

  private Handover sent(Breaks breaks, boolean mayBegin) throws IOException {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serve(door, breaks));
      MailServer server =
          new MailServer(
              new MailSettings.Place(
                  "127.0.0.1", door.getLocalPort(), MailSettings.Security.NONE, "", ""));
      return server.send(
          MAIL,
          "kominfo@contoh.invalid",
          "aduan@kementerian.invalid",
          () -> {
            begun.incrementAndGet();
            return mayBegin;
          });
    }
  }

  private static void serve(ServerSocket door, Breaks breaks) {
    try (Socket caller = door.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
      OutputStream out = caller.getOutputStream();
      say(out, "220 contoh");
      boolean mail = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String answer;
        if (mail) {
          if (!line.equals(".")) {
            continue;
          }
          mail = false;
          answer =
              switch (breaks) {
                case AFTER_THE_LAST_LINE -> "";
                case REFUSES_THE_MAIL -> "554 no";
                case ASKS_TO_COME_AGAIN -> "451 later";
                default -> "250 taken";
              };
        } else if (line.startsWith("RCPT")) {
          answer =
              switch (breaks) {
                case AT_THE_RECIPIENT -> "";
                case REFUSES_THE_RECIPIENT -> "550 nobody";
                default -> "250 ok";
              };
        } else if (line.equals("DATA")) {
          mail = true;
          answer = breaks == Breaks.AT_DATA ? "" : "354 go on";
        } else {
          answer = line.startsWith("QUIT") ? "221 bye" : "250 ok";
        }
        if (answer.isEmpty()) {
          return;
        }
        say(out, answer);
      }
    } catch (IOException gone) {
      Thread.currentThread().interrupt(); // The test is over.
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Test
  void before_the_mail_is_said_nothing_was_sent() throws IOException {
    assertThat(sent(Breaks.AT_THE_RECIPIENT, true)).isInstanceOf(Handover.Later.class);
    assertThat(begun).hasValue(0);
  }

  @Test
  void once_the_mail_is_said_nobody_knows() throws IOException {
    assertThat(sent(Breaks.AFTER_THE_LAST_LINE, true)).isInstanceOf(Handover.Unknown.class);
    assertThat(sent(Breaks.AT_DATA, true)).isInstanceOf(Handover.Unknown.class);
    assertThat(begun).hasValue(2);
  }

  @Test
  void a_number_is_an_answer() throws IOException {
    assertThat(sent(Breaks.REFUSES_THE_RECIPIENT, true)).isInstanceOf(Handover.Refused.class);
    assertThat(sent(Breaks.REFUSES_THE_MAIL, true)).isInstanceOf(Handover.Refused.class);
    assertThat(sent(Breaks.ASKS_TO_COME_AGAIN, true)).isInstanceOf(Handover.Later.class);
    assertThat(sent(Breaks.NOWHERE, true)).isInstanceOf(Handover.Taken.class);
  }

  @Test
  void a_letter_that_somebody_else_has_in_hand_is_not_said() throws IOException {
    assertThat(sent(Breaks.NOWHERE, false)).isInstanceOf(Handover.NotOurs.class);
  }

  @Test
  void nobody_at_home_is_a_reason_to_come_again() {
    Handover came =
        new MailServer(new MailSettings.Place("127.0.0.1", 9, MailSettings.Security.NONE, "", ""))
            .send(MAIL, "a@contoh.invalid", "b@contoh.invalid", () -> true);
    assertThat(came).isInstanceOf(Handover.Later.class);
  }
}
