package ronda.server.command;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A walk past the pages that people open first and most, so that the launcher can lay out
 * beforehand the classes they need (JEP 483 and 514) and what the compiler is to know of their ways
 * (JEP 515). The process ends afterwards.
 */
final class Warming {
  private static final List<String> OF_ANYBODY =
      List.of("/api/v1/health", "/sign-in", "/ronda.css", "/", "/nothing-here");

  private static final List<String> OF_THE_OFFICE =
      List.of("/", "/cases", "/bring", "/watchlist", "/policies", "/quality", "/audit", "/people");

  private static final Pattern JOB = Pattern.compile("href=\"(/jobs/[0-9a-f-]{36})\"");

  /** How often the queue and a job are opened: enough for the compiler to know them. */
  private static final int OFTEN = 300;

  /** After so long a page is passed by: a start never waits for ever. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Warming() {}

  static boolean isAskedFor() {
    return Boolean.getBoolean("ronda.warm");
  }

  /**
   * @param signIn the path that signs somebody in
   */
  static void walkPast(String base, String signIn) throws InterruptedException {
    try (HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      for (String page : OF_ANYBODY) {
        open(browser, base + page);
      }
      open(browser, base + signIn);
      for (String page : OF_THE_OFFICE) {
        open(browser, base + page);
      }
      for (int i = 0; i < OFTEN; i++) {
        Matcher job = JOB.matcher(open(browser, base + "/queue"));
        if (job.find()) {
          open(browser, base + job.group(1));
        }
      }
    } catch (IOException closedEarly) {
      System.err.println("The walk past the first pages broke off: " + closedEarly.getMessage());
    }
  }

  private static String open(HttpClient browser, String address)
      throws IOException, InterruptedException {
    return browser
        .send(
            HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
