package ronda.identify.signal;

import java.util.Locale;

/** The kinds of thing that can be called, visited or paid, and what else is found in passing. */
public enum EntityKind {
  PHONE(Reach.CALLED),
  WHATSAPP(Reach.CALLED),
  TELEGRAM(Reach.CALLED),
  MICHAT(Reach.CALLED),
  CONTACT(Reach.CALLED),
  HANDLE(Reach.CALLED),
  URL(Reach.VISITED),
  SHORT_URL(Reach.VISITED),
  BLOCKED_DOMAIN(Reach.VISITED),
  BANK_ACCOUNT(Reach.PAID),
  E_WALLET(Reach.PAID),
  CRYPTO_ADDRESS(Reach.PAID),
  QRIS(Reach.PAID),
  PRICE(Reach.NONE),
  NIK(Reach.NONE);

  /** What can be done with whoever stands behind it. */
  public enum Reach {
    CALLED,
    VISITED,
    PAID,
    /** Nothing: it reaches nobody. */
    NONE
  }

  private final Reach reach;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  EntityKind(Reach reach) {
    this.reach = reach;
  }

  /** What can be done with whoever stands behind it. */
  public Reach reach() {
    return reach;
  }

  /** Whether somebody can be called, visited or paid by it. */
  public boolean reaches() {
    return reach != Reach.NONE;
  }

  /** The stable code, such as {@code bank-account}. */
  public String code() {
    return code;
  }
}
