package ronda.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How soon a person sees something at the end of a 3G line, from a desk that has one processor to
 * itself: each time in a browser that has seen nothing before.
 */
final class FirstPages {
  /** The desk, its PostgreSQL with it, gets the first of the machine's processors. */
  static final List<String> ON_ONE_PROCESSOR = List.of("taskset", "-c", "0");

  private static final int TIMES = 7;

  private FirstPages() {}

  static List<String> measure(RunningDesk desk, String link)
      throws IOException, InterruptedException {
    Map<String, String> nobody = Map.of();
    Map<String, String> reviewer = signedIn(desk, link);
    List<String> report = new ArrayList<>();
    try (ColdBrowser browser = new ColdBrowser()) {
      report.add(line("Sign-in page", loads(browser, desk, "/sign-in", nobody)));
      report.add(line("Queue", loads(browser, desk, "/queue", reviewer)));
    }
    return report;
  }

  private static List<ColdBrowser.Load> loads(
      ColdBrowser browser, RunningDesk desk, String path, Map<String, String> cookies)
      throws InterruptedException {
    List<ColdBrowser.Load> loads = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      loads.add(browser.load(desk.at(path), cookies));
    }
    return loads;
  }

  private static String line(String page, List<ColdBrowser.Load> loads) {
    return String.format(
        Locale.ROOT,
        "- %s (“%s”) on one processor and a 3G line (1.6 Mbit/s down, 750 kbit/s up, 150 ms), %d cold"
            + " loads: first contentful paint median **%.0f ms** (%.0f to %.0f), loaded **%.0f ms**"
            + " (%.0f to %.0f); %d files beside the page, %.1f KB in all.",
        page,
        loads.getFirst().title(),
        loads.size(),
        at(loads, ColdBrowser.Load::paint, 0.5),
        at(loads, ColdBrowser.Load::paint, 0),
        at(loads, ColdBrowser.Load::paint, 1),
        at(loads, ColdBrowser.Load::load, 0.5),
        at(loads, ColdBrowser.Load::load, 0),
        at(loads, ColdBrowser.Load::load, 1),
        loads.getFirst().files(),
        loads.getFirst().bytes() / 1e3);
  }

  /** The value below which this share of all lies. */
  private static double at(
      List<ColdBrowser.Load> loads, ToDoubleFunction<ColdBrowser.Load> what, double share) {
    List<Double> sorted = loads.stream().map(what::applyAsDouble).sorted().toList();
    return sorted.get((int) Math.round(share * (sorted.size() - 1)));
  }

  private static Map<String, String> signedIn(RunningDesk desk, String link)
      throws IOException, InterruptedException {
    CookieManager cookies = new CookieManager();
    try (HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build()) {
      client.send(
          HttpRequest.newBuilder(desk.at(link)).build(), HttpResponse.BodyHandlers.discarding());
    }
    Map<String, String> jar = new HashMap<>();
    cookies.getCookieStore().getCookies().forEach(one -> jar.put(one.getName(), one.getValue()));
    return jar;
  }
}
