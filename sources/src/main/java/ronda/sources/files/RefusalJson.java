package ronda.sources.files;

/** Writes a refused line as one line of JSON. */
public final class RefusalJson {
  private RefusalJson() {}

  /**
   * Adds one line, with its line end, to {@code json}.
   *
   * @param file which file it stood in; empty where there is only one
   */
  public static void write(Refusal refusal, String file, JsonBytes json) {
    json.raw("{\"line\":").number(refusal.line());
    if (!file.isEmpty()) {
      json.raw(",\"file\":").string(file);
    }
    json.raw(",\"error\":").string(refusal.error());
    json.raw(",\"input\":").string(refusal.input());
    if (refusal.isCut()) {
      json.raw(",\"inputBytes\":").number(refusal.bytes());
    }
    json.raw("}\n");
  }
}
