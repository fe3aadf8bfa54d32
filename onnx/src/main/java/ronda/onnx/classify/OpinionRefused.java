package ronda.onnx.classify;

import java.io.Serial;
import java.nio.file.Path;

/**
 * A folder that should hold an ONNX classifier cannot be used, and why. Trying again helps only
 * after the folder was mended.
 */
public final class OpinionRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  OpinionRefused(Path place, String why) {
    super(place + ": " + why);
  }

  OpinionRefused(Path place, String why, Throwable cause) {
    super(place + ": " + why, cause);
  }
}
