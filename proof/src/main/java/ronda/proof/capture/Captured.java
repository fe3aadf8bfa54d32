package ronda.proof.capture;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * What was taken home from a page.
 *
 * @param at when, with the zone of this machine's clock
 * @param status the page's own HTTP status
 * @param how {@code browser}, or {@code fetch} where there was no browser or it failed
 * @param browser the browser's version; why there is none otherwise
 * @param elsewhere whether the browser stood at another address at last than the fetch did: what it
 *     shows is another page
 * @param hintsAtAChild whether any of its words, shown or not, put a child next to something
 *     sexual: then nothing of it may be kept
 * @param files by name: the parts of an item of evidence
 */
public record Captured(
    ZonedDateTime at,
    int status,
    String how,
    String browser,
    boolean elsewhere,
    boolean hintsAtAChild,
    Map<String, byte[]> files) {
  /** What the browser's window looked like. */
  public static final String SCREENSHOT = "screenshot.png";

  /** What stands for the browser's version where there is none. */
  public static final String NO_BROWSER = "no browser: install the package chromium";

  /** What stands before the reason where the browser failed. */
  public static final String BROWSER_FAILED = "the browser failed: ";

  /** How the pictures of the page itself are called, before their number. */
  private static final String PICTURE = "picture-";

  public Captured {
    files = Map.copyOf(files);
  }

  /** Whether a part is a picture that the page shows. */
  public static boolean isOfThePage(String name) {
    return name.startsWith(PICTURE);
  }

  /** The parts in the order in which people look at them. */
  public List<String> names() {
    return files.keySet().stream().sorted().toList();
  }
}
