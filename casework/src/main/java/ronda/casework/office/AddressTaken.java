package ronda.casework.office;

/** Somebody else signs in with that mail address. Which one it is stands in no message. */
public final class AddressTaken extends IllegalArgumentException {
  public AddressTaken() {
    super("somebody else has that mail address");
  }
}
