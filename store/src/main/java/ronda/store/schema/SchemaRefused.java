package ronda.store.schema;

/** The tables could not be brought to this release's shape; the message says why in a sentence. */
public final class SchemaRefused extends RuntimeException {
  SchemaRefused(String reason) {
    super(reason);
  }

  SchemaRefused(String reason, Throwable cause) {
    super(reason, cause);
  }
}
