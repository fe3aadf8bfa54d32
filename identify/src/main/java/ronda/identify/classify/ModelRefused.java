package ronda.identify.classify;

/** A model file cannot be used: it is damaged, of another kind, or cannot be read. */
public final class ModelRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  ModelRefused(String message) {
    super(message);
  }

  ModelRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
