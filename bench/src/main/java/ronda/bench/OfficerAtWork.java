package ronda.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One of the people at a desk, in a browser of their own: looks at the queue, filters it, takes the
 * next job, reads it, judges it, and begins again, while the page is held open ({@code /live}) and
 * fetches itself anew whenever it is told that something changed.
 */
final class OfficerAtWork {
  /** From one thing to the next; a person takes longer. */
  static final Duration EVERY = Duration.ofSeconds(2);

  /** By turns; most of the million pass the first, hardly any the others. */
  private static final List<String> FILTERS =
      List.of(
          "/queue?region=32.71.01",
          "/queue?platform=" + ManyJobs.RARE_PLATFORM,
          "/queue?region=" + ManyJobs.RARE_REGION,
          "/queue?platform=" + ManyJobs.RAREST_PLATFORM,
          "/queue?category=" + ManyJobs.RARE_CATEGORY,
          "/queue?category=gambling&region=" + ManyJobs.RARE_REGION,
          "/queue?score=99",
          "/queue?days=1&holder=nobody",
          "/queue?score=100",
          "/queue?show=mine");

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

  private final RunningDesk desk;
  private volatile DeskTimes times;
  private final int number;
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  OfficerAtWork(RunningDesk desk, String link, int number, DeskTimes times)
      throws IOException, InterruptedException {
    this.desk = desk;
    this.number = number;
    this.times = times;
    browser.send(
        HttpRequest.newBuilder(desk.at(link)).build(), HttpResponse.BodyHandlers.discarding());
  }

  /** From now on. */
  void measuredBy(DeskTimes others) {
    times = others;
  }

  /** Until then, the first step at a moment of one's own. */
  void work(int people, long end) {
    try {
      walk(people, end);
    } catch (IOException broken) {
      times.failed(broken.toString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void walk(int people, long end) throws IOException, InterruptedException {
    Thread.sleep(EVERY.multipliedBy(number).dividedBy(people));
    Thread open = Thread.ofVirtual().start(() -> holdOpen(end));
    for (int round = number; System.nanoTime() < end; round++) {
      String queue = get("/queue", DeskTimes.Step.QUEUE);
      get(FILTERS.get(round % FILTERS.size()), DeskTimes.Step.FILTERED);
      String form = "key=" + first(KEY, queue) + "&_csrf=" + token(queue);
      HttpResponse<String> taken = post("/queue/next?show=open", form, DeskTimes.Step.TAKE);
      String job =
          taken.headers().firstValue("location").orElse("").replaceFirst("^https?://[^/]+", "");
      if (!job.startsWith("/jobs/")) {
        times.failed("took nothing: " + taken.statusCode());
        continue;
      }
      String page = get(job, DeskTimes.Step.READ);
      String verdict =
          round % 5 == 0
              ? "verdict=confirmed&category=gambling&stance=promotes&severity=LOW"
              : "verdict=not-harmful";
      HttpResponse<String> judged =
          post(
              job + "/judge",
              verdict + "&reason=rekaan+untuk+ukuran&_csrf=" + token(page),
              DeskTimes.Step.JUDGE);
      if (judged.statusCode() / 100 != 3) {
        times.failed("judged nothing: " + judged.statusCode());
      }
    }
    open.interrupt();
  }

  private String get(String path, DeskTimes.Step step) throws IOException, InterruptedException {
    HttpResponse<String> page = timed(HttpRequest.newBuilder(desk.at(path)), step);
    if (page.statusCode() != 200) {
      times.failed(path + ": " + page.statusCode());
    }
    Thread.sleep(EVERY);
    return page.body();
  }

  private HttpResponse<String> post(String path, String form, DeskTimes.Step step)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        timed(
            HttpRequest.newBuilder(desk.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)),
            step);
    Thread.sleep(EVERY);
    return answer;
  }

  private HttpResponse<String> timed(HttpRequest.Builder request, DeskTimes.Step step)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<String> answer =
        browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    times.add(step, (System.nanoTime() - start) / 1e6);
    return answer;
  }

  private static String token(String page) {
    return URLEncoder.encode(first(CSRF, page), StandardCharsets.UTF_8);
  }

  private static String first(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    return found.find() ? found.group(1) : "";
  }

  /** As the page's script does it: the stream ends each minute and is opened anew. */
  private void holdOpen(long end) {
    HttpRequest live =
        HttpRequest.newBuilder(desk.at("/live")).header("Accept", "text/event-stream").build();
    while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
      try (Stream<String> lines = browser.send(live, HttpResponse.BodyHandlers.ofLines()).body()) {
        for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
          String line = each.next();
          if (line.startsWith(":begun")) {
            times.opened();
          } else if (line.equals("event:changed") && System.nanoTime() < end) {
            timed(HttpRequest.newBuilder(desk.at("/queue")), DeskTimes.Step.QUEUE);
          }
        }
      } catch (IOException | RuntimeException broken) {
        if (!Thread.currentThread().isInterrupted() && System.nanoTime() < end) {
          times.failed("/live: " + broken);
        }
        return;
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }
}
