package ronda.server.objection;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells those who were sent a case that it is withdrawn. Every bean of this type is asked, within
 * the change in which the objection is upheld.
 */
public interface Telling {
  /**
   * Writes to each recipient of this case, once. Why it was upheld they are not told: that is
   * written for whoever objected, and may say what is nobody else's.
   *
   * @param decided when the objection was upheld
   * @param by who decided it, by name
   * @return how many letters were written; they may have to be handed over by a person
   */
  int tell(String caseNumber, Instant decided, String by, JdbcClient jdbc);

  /**
   * How far the letters of {@link #tell} have come.
   *
   * @param open how many have not left
   * @param lastLeft when the last one left; empty if none has
   */
  record Reached(long open, Optional<Instant> lastLeft) {
    Reached and(Reached other) {
      return new Reached(
          open + other.open,
          Stream.concat(lastLeft.stream(), other.lastLeft.stream()).max(Instant::compareTo));
    }

    /** How it is said: {@code none}, {@code to-come} or {@code told}. */
    public String code() {
      return open > 0 ? "to-come" : lastLeft.isPresent() ? "told" : "none";
    }
  }

  /** How far those about this case have come. */
  Reached reached(String caseNumber, JdbcClient jdbc);
}
