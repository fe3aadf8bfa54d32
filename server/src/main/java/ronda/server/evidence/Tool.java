package ronda.server.evidence;

import java.util.Optional;

/** The program that keeps evidence, as it is written into every record. */
final class Tool {
  static final String NAME =
      "Ronda "
          + Optional.ofNullable(Tool.class.getPackage().getImplementationVersion())
              .orElse("(not packaged)")
          + ", Java "
          + Runtime.version().feature();

  private Tool() {}
}
