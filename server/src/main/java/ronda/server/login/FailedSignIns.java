package ronda.server.login;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ronda.casework.office.Officer;
import ronda.server.door.Acts;

/**
 * Enters who failed to sign in, after the answer was given: only a known address has an audit log
 * to be entered in, and the time of the answer would tell which addresses are known.
 */
@Component
final class FailedSignIns {
  private static final Logger LOG = LoggerFactory.getLogger(FailedSignIns.class);

  /** More than these are not put off: whoever fails then waits, and nothing is lost. */
  private static final int MOST_WAITING = 1_000;

  private static final int LONGEST_DRAIN = 20;

  private final Acts acts;
  private final ThreadPoolExecutor entering;

  FailedSignIns(Acts acts) {
    this.acts = acts;
    entering =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> new Thread(work, "failed-sign-ins"),
            (work, full) -> work.run());
  }

  /** Enters that somebody gave this person's address with a wrong password. */
  void enter(Officer officer, String address) {
    entering.execute(() -> write(officer, address));
  }

  private void write(Officer officer, String address) {
    try {
      acts.write(officer, "sign-in-failed", Map.of("step", "password", "address", address));
    } catch (RuntimeException broken) {
      LOG.error(
          "a failed sign-in of officer {} from {} could not be entered in the audit log",
          officer.id(),
          address,
          broken);
    }
  }

  /** Enters what still waits; the server answers nobody any more. */
  @PreDestroy
  void drain() throws InterruptedException {
    entering.shutdown();
    if (!entering.awaitTermination(LONGEST_DRAIN, TimeUnit.SECONDS)) {
      LOG.error(
          "{} failed sign-ins could not be entered in the audit log before the end",
          entering.getQueue().size());
    }
  }
}
