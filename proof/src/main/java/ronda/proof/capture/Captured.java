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
 * @param files by name: the parts of an item of evidence
 */
public record Captured(
    ZonedDateTime at, int status, String how, String browser, Map<String, byte[]> files) {
  public Captured {
    files = Map.copyOf(files);
  }

  /** The parts in the order in which people look at them. */
  public List<String> names() {
    return files.keySet().stream().sorted().toList();
  }
}
