package ronda.proof.vault;

/** Something cannot be sealed or opened; the message says why, without a secret. */
public final class VaultRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  public VaultRefused(String reason) {
    super(reason);
  }
}
