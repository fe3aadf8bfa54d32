package ronda.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import ronda.identify.Patrol;
import ronda.identify.post.Post;
import ronda.policies.cel.PolicyText;
import ronda.policies.outfit.Outfit;
import tools.jackson.databind.json.JsonMapper;

/**
 * The desk as an office runs it: the launcher, its own process with a heap of 1 GB, the embedded
 * PostgreSQL with fsync on. How soon it is there, how many posts a second it takes in for minutes
 * with durable findings, how long pages, taking and judging take with a million jobs waiting and
 * twenty people at work, and how soon a page stands at the end of a slow line. Sender, people and
 * desk share the machine's cores.
 */
final class DeskBench {
  private static final int BULK = 20_000;

  /** One post in so many is an advert with a number of its own: a job of its own. */
  private static final int ONE_IN = 50;

  /**
   * Adverts of three policies by turns: a policy raises a million posts a day at most, and ten
   * minutes of one kind alone tripped it at 100,000 posts a second.
   */
  private static final List<String> ADVERTS =
      List.of(
          "Main di CONTOH88 gacor maxwin, daftar bosku wa 08%010d kode %s",
          "Open BO area kota, include kamar, rate 500, no anal, wa 08%010d kode %s",
          "Pinjaman online cepat cair tanpa BI checking, modal KTP, wa 08%010d kode %s");

  private static final int SENDERS = 4;
  private static final int PEOPLE = 20;
  private static final Duration AT_WORK = Duration.ofSeconds(120);

  /** A server that has just started compiles while it answers: told apart from the working day. */
  private static final Duration FIRST = Duration.ofSeconds(45);

  private static final HttpClient SENDER = HttpClient.newHttpClient();

  private static final JsonMapper JSON = new JsonMapper();

  private final Path root;
  private final List<String> harmless;
  private final Duration intake;

  DeskBench(Path root, Posts posts, int minutes) throws IOException {
    Patrol patrol = Outfit.patrol(root);
    this.root = root;
    Set<String> raising = new HashSet<>();
    for (String advert : ADVERTS) {
      patrol.examine(Post.of("", advert.formatted(12_345_678L, "rekaan"))).findings().stream()
          .filter(finding -> !finding.shadow())
          .forEach(finding -> raising.add(finding.policy()));
    }
    if (raising.size() < ADVERTS.size()) {
      throw new IllegalStateException("the adverts are raised by " + raising + " alone");
    }
    this.harmless =
        posts.all().stream()
            .filter(post -> patrol.examine(post).findings().isEmpty())
            .map(post -> JSON.writeValueAsString(post.text()))
            .toList();
    this.intake = Duration.ofMinutes(minutes);
  }

  List<String> run() throws IOException, InterruptedException, SQLException {
    build();
    Path work = Files.createTempDirectory("ronda-desk-bench");
    Path home = work.resolve("home");
    Path outfit = outfit(work);
    List<String> report = new ArrayList<>();
    try (RunningDesk first = new RunningDesk(List.of(), root, outfit, home, "--sample")) {
      report.add(said("Start on an empty home, with a week of posts", first.readyAfter()));
      if (intake.isPositive()) {
        report.add(takeIn(first, home));
      }
      report.forEach(System.err::println); // a later failure shall not lose what was measured
    }
    try (RunningDesk again = new RunningDesk(List.of(), root, outfit, home)) {
      report.add(said("Start again, to the first page", again.readyAfter()));
      try (ManyJobs many = new ManyJobs(home)) {
        many.fill();
        report.addAll(work(again, many.links(PEOPLE)));
      }
      report.forEach(System.err::println);
    }
    try (RunningDesk alone = new RunningDesk(FirstPages.ON_ONE_PROCESSOR, root, outfit, home);
        ManyJobs many = new ManyJobs(home)) {
      report.addAll(FirstPages.measure(alone, many.links(1).getFirst()));
    }
    return report;
  }

  /** What is stale would be built while the first start is timed. */
  private void build() throws IOException, InterruptedException {
    new ProcessBuilder(root.resolve("ronda").toString(), "token", "--help")
        .inheritIO()
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static String said(String what, Duration time) {
    return "- %s: **%.1f s**.".formatted(what, time.toMillis() / 1e3);
  }

  /** The shipped words, models and policies, with daily limits that a bench does not reach. */
  private Path outfit(Path work) throws IOException {
    Path outfit = work.resolve("outfit");
    for (String folder : List.of("lexicons", "models", "policies", "docs")) {
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (file.toString().contains("/target/")) {
            continue;
          }
          Path copy = outfit.resolve(root.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
          if (file.toString().contains("policies/data")) {
            Files.writeString(
                copy,
                Files.readString(copy)
                    .replaceFirst(
                        "(?m)^version: .*$",
                        "$0\ndaily-limit: %d".formatted(PolicyText.HIGHEST_LIMIT)));
          }
        }
      }
    }
    return outfit;
  }

  private String takeIn(RunningDesk desk, Path home) throws IOException, InterruptedException {
    String token = token(home);
    AtomicLong accepted = new AtomicLong();
    AtomicLong findings = new AtomicLong();
    AtomicLong number = new AtomicLong();
    long start = System.nanoTime();
    long end = start + intake.toNanos();
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      senders.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (System.nanoTime() < end) {
                      send(desk, token, bulk(number), accepted, findings);
                    }
                  }));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return String.format(
        Locale.ROOT,
        "- Intake over %.0f s, %d senders, bulks of %,d: **%,.0f posts/s**, %,d posts, %,d with a"
            + " finding, all committed.",
        seconds,
        SENDERS,
        BULK,
        accepted.get() / seconds,
        accepted.get(),
        findings.get());
  }

  private String token(Path home) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                root.resolve("ronda").toString(),
                "token",
                "bench",
                "--role",
                "reviewer",
                "--home",
                home.toString())
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }

  private byte[] bulk(AtomicLong number) {
    StringBuilder lines = new StringBuilder(BULK * 200);
    for (int i = 0; i < BULK; i++) {
      long n = number.incrementAndGet();
      String text =
          n % ONE_IN == 0
              ? '"'
                  + ADVERTS
                      .get((int) (n / ONE_IN % ADVERTS.size()))
                      .formatted(n, Long.toString(n * 2654435761L, 36))
                  + '"'
              : harmless.get((int) (n % harmless.size()));
      lines.append("{\"id\":\"").append(n).append("\",\"text\":").append(text);
      lines.append(",\"author\":\"a").append(n).append("\",\"platform\":\"bench\"");
      lines.append(",\"region\":\"32.71.0").append(1 + n % 3).append("\"}\n");
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void send(
      RunningDesk desk, String token, byte[] bulk, AtomicLong accepted, AtomicLong findings) {
    HttpRequest request =
        HttpRequest.newBuilder(desk.at("/api/v1/posts"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofByteArray(bulk))
            .build();
    try {
      HttpResponse<String> answer = SENDER.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        accepted.addAndGet(field("accepted", answer.body()));
        findings.addAndGet(field("findings", answer.body()));
      } else if (answer.statusCode() == 429) {
        Thread.sleep(200);
      } else {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long field(String name, String json) {
    int at = json.indexOf("\"" + name + "\":") + name.length() + 3;
    int end = at;
    while (Character.isDigit(json.charAt(end))) {
      end++;
    }
    return Long.parseLong(json, at, end, 10);
  }

  private static List<String> work(RunningDesk desk, List<String> links)
      throws IOException, InterruptedException {
    List<String> report = new ArrayList<>();
    report.add(
        String.format(
            Locale.ROOT,
            "- %,d jobs waiting and those of the intake; %d people, each signed in, with a page held"
                + " open and something done every %d s (queue, filter, take, read, judge). In the"
                + " first %d s after the start:",
            ManyJobs.JOBS,
            links.size(),
            OfficerAtWork.EVERY.toSeconds(),
            FIRST.toSeconds()));
    DeskTimes first = new DeskTimes();
    List<OfficerAtWork> people = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      people.add(new OfficerAtWork(desk, links.get(i), i, first));
    }
    report.addAll(atWork(people, FIRST, first));
    DeskTimes day = new DeskTimes();
    report.add("- The same in the %d s after that:".formatted(AT_WORK.toSeconds()));
    people.forEach(one -> one.measuredBy(day));
    report.addAll(atWork(people, AT_WORK, day));
    return report;
  }

  private static List<String> atWork(List<OfficerAtWork> people, Duration time, DeskTimes times)
      throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (OfficerAtWork one : people) {
      threads.add(Thread.ofVirtual().start(() -> one.work(people.size(), end)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return times.lines();
  }
}
