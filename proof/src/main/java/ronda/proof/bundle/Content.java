package ronda.proof.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Bytes that are read when they are needed, and once. */
@FunctionalInterface
public interface Content {
  InputStream open() throws IOException;

  /** These bytes, which must not change afterwards. */
  static Content of(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }

  static Content of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }
}
