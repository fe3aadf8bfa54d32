package ronda.casework.authority;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a case can be referred to (penerima rujukan). */
public enum Recipient {
  /** The ministry: it alone orders platforms and providers. */
  MINISTRY,
  POLICE,
  /** The election supervisor. */
  BAWASLU,
  /** The Financial Services Authority and its centre against scams. */
  OJK_IASC,
  /** The region's own inspectorate. */
  INSPEKTORAT,
  /** The region's own staff agency. */
  BKPSDM,
  /** The platform, by its public form, as anybody may. */
  PLATFORM,
  BANK,
  /** The communications office of the place where it happens. */
  OTHER_REGION,
  /** Those who protect women and children. */
  PPA;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The stable code, such as {@code ojk-iasc}. */
  public String code() {
    return code;
  }

  /** The one with this code, if there is one. */
  public static Optional<Recipient> ofCode(String code) {
    return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
