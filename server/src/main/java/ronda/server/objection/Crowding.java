package ronda.server.objection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import ronda.casework.objection.PublicCode;
import ronda.store.login.Attempts;
import ronda.store.login.Attempts.Door;

/**
 * How much comes in at the public door before somebody has to wait (kepadatan). A school or the
 * customers of a carrier share one address, so an address may bring many; one case is objected to
 * by few.
 */
@Component
final class Crowding {
  /** Objections in a day from one place on the network. */
  private static final int FREE_FROM_A_PLACE = 300;

  /** Objections in a day against one code, whether it is a case's or not. */
  private static final int FREE_OF_A_CODE = 20;

  /** Looks in a day from one place, with number and word that do not belong together. */
  private static final int FREE_WRONG_LOOKS = 200;

  private final Attempts attempts;
  private final InstantSource clock;

  Crowding(Attempts attempts, InstantSource clock) {
    this.attempts = attempts;
    this.clock = clock;
  }

  /** Counts an objection; how long to wait if it is one too many, and then it does not count. */
  Optional<Duration> objection(PublicCode code, HttpServletRequest request) {
    Door ofCode = new Door("objection-code:" + code.text(), FREE_OF_A_CODE);
    Door place = new Door("objection:" + Door.place(request.getRemoteAddr()), FREE_FROM_A_PLACE);
    Optional<Duration> shut = attempts.knock(ofCode, clock.instant());
    if (shut.isPresent()) {
      return shut;
    }
    Optional<Duration> full = attempts.knock(place, clock.instant());
    full.ifPresent(wait -> attempts.takeBack(ofCode));
    return full;
  }

  private static Door looks(HttpServletRequest request) {
    return new Door("objection-answer:" + Door.place(request.getRemoteAddr()), FREE_WRONG_LOOKS);
  }

  /** Counts a look as a wrong one; how long to wait if it is one too many. */
  Optional<Duration> look(HttpServletRequest request) {
    return attempts.knock(looks(request), clock.instant());
  }

  /** It was a right one: whoever reads an answer guesses nothing. */
  void wasRight(HttpServletRequest request) {
    attempts.takeBack(looks(request));
  }

  /** Says in the answer's head how long to wait; answers the minutes for its page, 1 at least. */
  static long tell(Duration wait, HttpServletResponse response) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    return (seconds + 59) / 60;
  }
}
