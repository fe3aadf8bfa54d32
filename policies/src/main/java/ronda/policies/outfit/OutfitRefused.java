package ronda.policies.outfit;

import java.io.Serial;

/**
 * What lies below a root is sound in its parts and does not fit together. Trying again helps only
 * after the folders were mended.
 */
public final class OutfitRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  OutfitRefused(String message) {
    super(message);
  }
}
