package ronda.proof.capture;

import java.io.IOException;

/** A page is not captured, and why: the address, the host or the page itself is beyond bounds. */
public final class Refused extends IOException {
  private static final long serialVersionUID = 1;

  public Refused(String reason) {
    super(reason);
  }
}
