package ronda.server.login;

import java.util.List;
import java.util.Optional;

/**
 * A browser by a name that its user knows again, read from what it called itself ({@code
 * User-Agent}): the browser, and the system beneath it. Browsers name their rivals and their own
 * forebears in that line, so that the first name of our list counts. It is the browser's own word,
 * and no more than that.
 *
 * @param browser such as {@code Chrome 140}; empty if none that we know was named
 * @param system such as {@code Android}; empty if none that we know was named
 */
record BrowserName(String browser, String system) {
  /** What stands in the line, and whom it means: the rarer ones first, which call others too. */
  private record Sign(String written, String means) {}

  private static final List<Sign> BROWSERS =
      List.of(
          new Sign("Edg/", "Edge"),
          new Sign("EdgA/", "Edge"),
          new Sign("EdgiOS/", "Edge"),
          new Sign("OPR/", "Opera"),
          new Sign("OPT/", "Opera"),
          new Sign("SamsungBrowser/", "Samsung Internet"),
          new Sign("UCBrowser/", "UC Browser"),
          new Sign("MiuiBrowser/", "Mi Browser"),
          new Sign("YaBrowser/", "Yandex"),
          new Sign("Vivaldi/", "Vivaldi"),
          new Sign("FxiOS/", "Firefox"),
          new Sign("Firefox/", "Firefox"),
          new Sign("CriOS/", "Chrome"),
          new Sign("Chrome/", "Chrome"));

  /** Safari tells its version in a word of its own; others say {@code Safari/} as well. */
  private static final String SAFARI = "Safari/";

  private static final List<Sign> SYSTEMS =
      List.of(
          new Sign("Android", "Android"),
          new Sign("iPhone", "iPhone"),
          new Sign("iPad", "iPad"),
          new Sign("Windows", "Windows"),
          new Sign("CrOS", "ChromeOS"),
          new Sign("Mac OS X", "macOS"),
          new Sign("Linux", "Linux"));

  private static final int LONGEST_VERSION = 4;

  /** Reads the line; whatever it is, an answer. */
  static BrowserName of(String agent) {
    String browser =
        BROWSERS.stream()
            .flatMap(
                sign ->
                    version(agent, sign.written()).map(number -> sign.means() + number).stream())
            .findFirst()
            .or(() -> safari(agent))
            .orElse("");
    String system =
        SYSTEMS.stream()
            .filter(sign -> agent.contains(sign.written()))
            .map(Sign::means)
            .findFirst()
            .orElse("");
    return new BrowserName(browser, system);
  }

  private static Optional<String> safari(String agent) {
    return agent.contains(SAFARI)
        ? version(agent, "Version/").map(number -> "Safari" + number)
        : Optional.empty();
  }

  /** The first whole number after these letters, with a blank before it; empty if they are not. */
  private static Optional<String> version(String agent, String written) {
    int at = agent.indexOf(written);
    if (at < 0) {
      return Optional.empty();
    }
    int from = at + written.length();
    int end = from;
    while (end < agent.length() && end - from < LONGEST_VERSION && isDigit(agent.charAt(end))) {
      end++;
    }
    return Optional.of(end == from ? "" : " " + agent.substring(from, end));
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }
}
