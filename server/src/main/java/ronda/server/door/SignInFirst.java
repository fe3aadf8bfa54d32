package ronda.server.door;

/** Somebody who is not signed in stands at a door that is not open to all. */
public final class SignInFirst extends RuntimeException {
  public SignInFirst() {
    super("sign in first", null, false, false);
  }
}
