package ronda.casework.policy;

/** Whether a policy's findings reach people. */
public enum Mode {
  /** They do (berlaku). */
  IN_FORCE("live"),
  /** They are counted and bother nobody (uji coba). */
  ON_TRIAL("shadow");

  private final String code;

  Mode(String code) {
    this.code = code;
  }

  /** As a policy's text says it. */
  public String code() {
    return code;
  }

  /** The mode that a policy's text calls so. */
  public static Mode ofCode(String code) {
    for (Mode mode : values()) {
      if (mode.code.equals(code)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("no mode is called '" + code + "'");
  }
}
