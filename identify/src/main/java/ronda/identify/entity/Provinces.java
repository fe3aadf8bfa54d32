package ronda.identify.entity;

/** The provinces of Indonesia by the two digits with which all codes of their places begin. */
public final class Provinces {
  private static final int[] CODES = {
    11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 61, 62, 63, 64, 65,
    71, 72, 73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96, 97,
  };
  private static final boolean[] KNOWN = new boolean[100];

  static {
    for (int code : CODES) {
      KNOWN[code] = true;
    }
  }

  private Provinces() {}

  /** Whether a province has this code, from 0 to 99. */
  public static boolean has(int code) {
    return code >= 0 && code < KNOWN.length && KNOWN[code];
  }
}
