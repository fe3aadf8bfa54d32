package ronda.casework.authority;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a row has been checked (taraf pemeriksaan). */
public enum Check {
  /** A jurist has confirmed it. */
  JURIST,
  /** Ronda's authors read the text of the law. */
  READ,
  /** It is known from the press or from what an office said there. */
  PRESS,
  /** It was written from memory. */
  UNREAD,
  /** Whether it holds is not certain: it is shown, and no letter may cite it. */
  DOUBTFUL;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The stable code, such as {@code unread}. */
  public String code() {
    return code;
  }

  /** The one with this code, if there is one. */
  public static Optional<Check> ofCode(String code) {
    return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  /** Whether the row bears the mark <em>perlu verifikasi</em>. */
  public boolean isOpen() {
    return this != JURIST;
  }

  /** Whether a letter may cite it: a wrong article is worse than none. */
  public boolean mayBeCited() {
    return this != DOUBTFUL;
  }
}
