package ronda.casework.referral;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What came of a referral (hasil rujukan). */
public enum Outcome {
  ACTED,
  /** The recipient said no; its reason is kept. */
  REFUSED,
  NO_ANSWER,
  /** It was acted upon, and the same is there again. */
  BACK_AGAIN;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The stable code, such as {@code no-answer}. */
  public String code() {
    return code;
  }

  /** The outcome with this code, if there is one. */
  public static Optional<Outcome> ofCode(String code) {
    return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
