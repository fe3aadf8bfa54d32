package ronda.casework.authority;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may wish to do about public content or whoever stands behind it (tindakan). */
public enum Act {
  /** Look at what is public, and write it down. */
  OBSERVE,
  /** Send the matter to whoever may act. */
  REFER,
  /** Say publicly what is true. */
  CLARIFY,
  /** Teach and warn. */
  EDUCATE,
  /** Cut the access to an address. */
  BLOCK,
  /** Close or take down an account or its content. */
  CLOSE,
  /** Find out who or where somebody behind an account is. */
  TRACE,
  /** Look at an intimate picture. */
  VIEW_INTIMATE,
  /** Stop the money of a bank account or wallet. */
  FREEZE_ACCOUNT,
  /** Proceed against a public servant. */
  PROCESS_ASN;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The stable code, such as {@code freeze-account}. */
  public String code() {
    return code;
  }

  /** The one with this code, if there is one. */
  public static Optional<Act> ofCode(String code) {
    return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
