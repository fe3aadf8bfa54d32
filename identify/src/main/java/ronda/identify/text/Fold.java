package ronda.identify.text;

/** Undoes disguised spelling, by one table, in one pass. Stateless and safe to share. */
public final class Fold {
  private Fold() {}

  /** The plain reading of {@code text}. Any string is accepted, lone surrogates included. */
  public static PlainText plain(String text) {
    PlainText ascii = AsciiPass.read(text);
    return ascii != null ? ascii : new FoldPass(text).run();
  }
}
