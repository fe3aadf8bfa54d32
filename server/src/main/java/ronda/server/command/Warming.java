package ronda.server.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * A walk past the first pages, so that the launcher can lay out beforehand the classes they need
 * (JEP 483 and 514). The process ends afterwards.
 */
final class Warming {
  private static final List<String> PAGES =
      List.of("/api/v1/health", "/sign-in", "/ronda.css", "/", "/nothing-here");

  private Warming() {}

  static boolean isAskedFor() {
    return Boolean.getBoolean("ronda.warm");
  }

  static void walkPast(String base) throws InterruptedException {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      for (String page : PAGES) {
        browser.send(
            HttpRequest.newBuilder(URI.create(base + page)).build(),
            HttpResponse.BodyHandlers.discarding());
      }
    } catch (IOException closedEarly) {
      System.err.println("The walk past the first pages broke off: " + closedEarly.getMessage());
    }
  }
}
