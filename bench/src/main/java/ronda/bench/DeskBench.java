package ronda.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
import ronda.store.postgres.Database;
import tools.jackson.databind.json.JsonMapper;

/**
 * The desk as an office runs it: the launcher, its own process with a heap of 1 GB, the embedded
 * PostgreSQL with fsync on. How soon it is there, how many posts a second it takes in for minutes
 * with durable findings, and how long the queue's page takes with a million jobs waiting and twenty
 * people at it. Sender, people and desk share the machine's cores.
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
  private static final int JOBS = 1_000_000;
  private static final int PEOPLE = 20;
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration AT_THE_QUEUE = Duration.ofSeconds(60);

  /** A server that has just started compiles while it answers: told apart from the working day. */
  private static final Duration FIRST = Duration.ofSeconds(45);

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
    try (Desk first = new Desk(outfit, home, "--sample")) {
      report.add(said("Start on an empty home, with a week of posts", first.readyAfter));
      report.addAll(takeIn(first, home));
      report.forEach(System.err::println); // a later failure shall not lose what was measured
    }
    try (Desk again = new Desk(outfit, home)) {
      report.add(said("Start again, to the first page", again.readyAfter));
      fill(home);
      report.add(work(again));
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

  /** A running desk, and somebody signed in. */
  private final class Desk implements AutoCloseable {
    private final Process process;
    private final String address;
    private final Duration readyAfter;
    private final HttpClient person =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Desk(Path outfit, Path home, String... options) throws IOException, InterruptedException {
      List<String> command =
          new ArrayList<>(List.of(root.resolve("ronda").toString(), "up", "--port", "0"));
      command.addAll(List.of("--home", home.toString()));
      command.addAll(List.of(options));
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("RONDA_ROOT", outfit.toString());
      long start = System.nanoTime();
      process = builder.start();
      BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
      address = after("Ronda is ready at ", lines);
      get("/sign-in");
      readyAfter = Duration.ofNanos(System.nanoTime() - start);
      get(after("Sign in: ", lines).replace(address, ""));
      Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(line -> {}));
    }

    private static String after(String words, BufferedReader lines) throws IOException {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(words)) {
          return line.substring(words.length()).strip();
        }
      }
      throw new IOException("the desk never said '" + words + "'");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return person.send(
          HttpRequest.newBuilder(URI.create(address + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws InterruptedException {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      process.waitFor();
    }
  }

  private List<String> takeIn(Desk desk, Path home) throws IOException, InterruptedException {
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
    return List.of(
        String.format(
            Locale.ROOT,
            "- Intake over %.0f s, %d senders, bulks of %,d: **%,.0f posts/s**, %,d posts, %,d with a"
                + " finding, all committed.",
            seconds,
            SENDERS,
            BULK,
            accepted.get() / seconds,
            accepted.get(),
            findings.get()));
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
      lines.append(",\"author\":\"a").append(n).append("\",\"platform\":\"bench\"}\n");
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void send(
      Desk desk, String token, byte[] bulk, AtomicLong accepted, AtomicLong findings) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(desk.address + "/api/v1/posts"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofByteArray(bulk))
            .build();
    try {
      HttpResponse<String> answer = desk.person.send(request, HttpResponse.BodyHandlers.ofString());
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

  /** A million jobs that wait, of all ages up to four weeks and all degrees. */
  private static void fill(Path home) throws SQLException {
    try (Database database = Database.openOrJoin(home, System.getenv());
        Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT set_config('ronda.everything', 'yes', true)");
      statement.execute(
          """
          INSERT INTO jobs (id, office_id, category, stance, severity, score, region, excerpt,
            platform, posts, accounts, first_seen, last_seen, due_at, weight, needs_two, standing,
            likeness, suspected)
          SELECT uuidv7(), (SELECT id FROM offices LIMIT 1), 'GAMBLING', 'PROMOTES', n %% 4,
            0.5 + (n %% 50) / 100.0, '32.71', 'Main di CONTOH' || n || ' gacor', 'bench',
            1 + n %% 40, 1 + n %% 12, seen, seen,
            seen + CASE n %% 4 WHEN 3 THEN interval '4 h' WHEN 2 THEN interval '24 h'
              ELSE interval '72 h' END,
            (1 << (n %% 4)) * (1 + ln(1 + n %% 40) / ln(2) + ln(1 + n %% 12) / ln(2)),
            false, 'WAITING', 'bench' || n, ARRAY['GAMBLING']
          FROM (SELECT n, now() - n * interval '2.4 s' AS seen FROM generate_series(1, %d) AS n) AS many
          """
              .formatted(JOBS));
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("ANALYZE jobs");
    }
  }

  private static String work(Desk desk) throws InterruptedException {
    String first = look(desk, FIRST);
    return String.format(
        Locale.ROOT,
        "- Queue page, %,d jobs waiting, %d people who look every %d s: %s; in the first %d s after"
            + " the start %s.",
        JOBS,
        PEOPLE,
        EVERY.toSeconds(),
        look(desk, AT_THE_QUEUE),
        FIRST.toSeconds(),
        first);
  }

  /** Everybody looks for so long, each at a moment of their own. */
  private static String look(Desk desk, Duration time) throws InterruptedException {
    List<Double> milliseconds = Collections.synchronizedList(new ArrayList<>());
    long end = System.nanoTime() + time.toNanos();
    List<Thread> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      Duration later = EVERY.multipliedBy(i).dividedBy(PEOPLE);
      people.add(Thread.ofVirtual().start(() -> lookAtTheQueue(desk, later, end, milliseconds)));
    }
    for (Thread one : people) {
      one.join();
    }
    List<Double> sorted = new ArrayList<>(milliseconds);
    Collections.sort(sorted);
    return String.format(
        Locale.ROOT,
        "median **%.0f ms**, p95 %.0f, p99 **%.0f ms** (%,d pages)",
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 95 / 100),
        sorted.get(sorted.size() * 99 / 100),
        sorted.size());
  }

  private static void lookAtTheQueue(
      Desk desk, Duration later, long end, List<Double> milliseconds) {
    try {
      Thread.sleep(later);
      while (System.nanoTime() < end) {
        long start = System.nanoTime();
        if (desk.get("/queue").statusCode() != 200) {
          throw new IllegalStateException("the queue's page failed");
        }
        milliseconds.add((System.nanoTime() - start) / 1e6);
        Thread.sleep(EVERY);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
