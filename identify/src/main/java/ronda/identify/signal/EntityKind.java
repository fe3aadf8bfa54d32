package ronda.identify.signal;

import java.util.Locale;

/** The kinds of thing that can be called, visited or paid. */
public enum EntityKind {
  PHONE,
  WHATSAPP,
  TELEGRAM,
  MICHAT,
  CONTACT,
  HANDLE,
  URL,
  SHORT_URL,
  BLOCKED_DOMAIN,
  BANK_ACCOUNT,
  E_WALLET,
  CRYPTO_ADDRESS,
  QRIS,
  PRICE,
  NIK;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The stable code, such as {@code bank-account}. */
  public String code() {
    return code;
  }
}
