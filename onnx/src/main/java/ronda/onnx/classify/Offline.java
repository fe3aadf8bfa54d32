package ronda.onnx.classify;

import ai.djl.util.Utils;

/**
 * Keeps the libraries off the network. The tokenizer library counts its users at a server and asks
 * a cloud's metadata address where it runs, unless it is told not to, by properties of the whole
 * JVM, before it is first used.
 */
final class Offline {
  private Offline() {}

  /** True once nothing will be sent; false where the environment insists otherwise. */
  static boolean isSure() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    // Otherwise the logging interface announces on standard error that it has nobody to log to.
    if (System.getProperty("slf4j.internal.verbosity") == null) {
      System.setProperty("slf4j.internal.verbosity", "ERROR");
    }
    return Utils.isOfflineMode()
        && Boolean.parseBoolean(Utils.getEnvOrSystemProperty("OPT_OUT_TRACKING"));
  }
}
