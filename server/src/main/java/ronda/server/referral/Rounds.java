package ronda.server.referral;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import ronda.letters.mail.Mailbox;

/**
 * Goes to the outbox and the mailbox again and again. Each walk has a thread of its own, so that a
 * slow mail server holds nobody else up, and never two of a kind at once. The server's end waits a
 * little for a letter that is just leaving: broken off, a person would have to find out whether it
 * did.
 */
@Component
final class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  /** In seconds; who stops a server is patient for not much longer. */
  private static final int LONGEST_WAIT = 5;

  private final Dispatch dispatch;
  private final Postbox postbox;
  private final Chasing chasing;
  private final ExecutorService walks =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("letters").factory());
  private final AtomicBoolean sending = new AtomicBoolean();
  private final AtomicBoolean reading = new AtomicBoolean();

  Rounds(Dispatch dispatch, Postbox postbox, Chasing chasing) {
    this.dispatch = dispatch;
    this.postbox = postbox;
    this.chasing = chasing;
  }

  @Scheduled(
      initialDelayString = "${ronda.letters.send-every:PT10S}",
      fixedDelayString = "${ronda.letters.send-every:PT10S}")
  void send() {
    alone(sending, "sending letters", dispatch::round);
  }

  @Scheduled(
      initialDelayString = "${ronda.letters.read-every:PT1M}",
      fixedDelayString = "${ronda.letters.read-every:PT1M}")
  void read() {
    alone(reading, "reading the mailbox", postbox::round);
  }

  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT15M")
  void chase() {
    chasing.round();
  }

  /** Begins no further letter and waits for the one that is leaving. */
  @PreDestroy
  void end() throws InterruptedException {
    dispatch.stop();
    walks.shutdown();
    if (!walks.awaitTermination(LONGEST_WAIT, TimeUnit.SECONDS)) {
      LOG.warn("a mail server does not answer: what it was told last may be in doubt");
    }
  }

  private interface Walk {
    int go() throws Mailbox.Unreachable;
  }

  private void alone(AtomicBoolean busy, String what, Walk walk) {
    if (walks.isShutdown() || !busy.compareAndSet(false, true)) {
      return;
    }
    walks.execute(
        () -> {
          try {
            walk.go();
          } catch (Mailbox.Unreachable away) {
            LOG.warn("{}: {}; trying again", what, away.getMessage());
          } catch (RuntimeException broken) {
            LOG.error("{} ended early; the next round goes on", what, broken);
          } finally {
            busy.set(false);
          }
        });
  }
}
