package ronda.server.evidence;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.Desk;
import ronda.casework.cases.CaseFile;
import ronda.casework.chain.Hash;
import ronda.casework.evidence.Item;
import ronda.casework.office.Officer;
import ronda.proof.capture.Captured;
import ronda.proof.capture.Capturing;
import ronda.proof.capture.Obstacle;
import ronda.proof.capture.Obstacle.Kind;
import ronda.proof.capture.Refused;
import ronda.proof.picture.PictureKind;
import ronda.server.desk.ChildLane;
import ronda.server.desk.Desks;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCaptures;
import ronda.store.sql.SqlCaptures.State;
import ronda.store.sql.SqlCaptures.Wish;

/**
 * Captures pages that people asked for: few at a time, in the background, each kept whole or not at
 * all. What was under way when its server stopped is said to have failed: nobody visits a page a
 * second time without being asked. Several servers may share a database: each says again and again
 * that it is there ({@link #pulse}), and what of a silent one is under way has failed.
 */
@Component
class Captures {
  private static final Logger LOG = LoggerFactory.getLogger(Captures.class);
  private static final int AT_ONCE = 2;
  private static final int MOST_WAITING = 20;
  private static final int MOST_OF_AN_OFFICE = 8;

  private final Desks desks;
  private final InOffice tables;
  private final Keeping keeping;
  private final Capturing capturing;
  private final ChildLane lane;
  private final ZoneId zone;
  private final Duration silence;

  /** What this server has under way. */
  private final Set<UUID> underway = ConcurrentHashMap.newKeySet();

  /** A thread of its own: a pulse must not wait behind another room's slow round. */
  private final ScheduledExecutorService pulse =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("captures-pulse").factory());

  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING));

  Captures(
      Desks desks,
      InOffice tables,
      Keeping keeping,
      Capturing capturing,
      ChildLane lane,
      ZoneId zone,
      @Value("${ronda.capture.silence:PT30S}") Duration silence) {
    this.silence = silence;
    this.lane = lane;
    this.desks = desks;
    this.tables = tables;
    this.keeping = keeping;
    this.capturing = capturing;
    this.zone = zone;
    workers.allowCoreThreadTimeOut(true);
  }

  /** What came of asking. */
  enum Asked {
    YES,
    NO_SUCH_CASE,
    FULL
  }

  /** Asks for a page: it is captured soon after. */
  Asked ask(Officer officer, String number, String url, String why) {
    UUID id = desks.newId();
    Asked asked =
        desks.change(
            officer.office(),
            (desk, jdbc) -> {
              CaseFile file =
                  Keeping.file(officer, number, jdbc)
                      .filter(found -> found.status() == CaseFile.Status.OPEN)
                      .orElse(null);
              if (file == null) {
                return Asked.NO_SUCH_CASE;
              }
              var captures = new SqlCaptures(jdbc);
              if (captures.underway() >= MOST_OF_AN_OFFICE) {
                return Asked.FULL;
              }
              Instant now = desks.clock().instant();
              captures.ask(
                  new Wish(
                      id,
                      file.id(),
                      url,
                      why,
                      officer.id(),
                      officer.name(),
                      now,
                      State.WAITING,
                      ""));
              return Asked.YES;
            });
    if (asked == Asked.YES) {
      enqueue(officer, number, id);
    }
    return asked;
  }

  private void enqueue(Officer officer, String number, UUID wish) {
    underway.add(wish);
    try {
      workers.execute(() -> run(officer, number, wish));
    } catch (RejectedExecutionException full) {
      underway.remove(wish);
      fail(officer.office(), wish, State.WAITING, Obstacle.of(Kind.TOO_MANY_WAIT));
    }
  }

  private void run(Officer officer, String number, UUID id) {
    try {
      begun(officer.office(), id).ifPresent(wish -> run(officer, number, wish));
    } finally {
      underway.remove(id);
    }
  }

  /** The wish, unless it was given up while it waited. */
  private Optional<Wish> begun(UUID office, UUID id) {
    return desks.change(
        office,
        (desk, jdbc) -> {
          var captures = new SqlCaptures(jdbc);
          return captures.move(id, State.WAITING, State.RUNNING, "")
              ? captures.byId(id)
              : Optional.empty();
        });
  }

  private void run(Officer officer, String number, Wish wish) {
    UUID office = officer.office();
    UUID id = wish.id();
    try {
      Captured captured =
          capturing.capture(wish.url(), wish.asker(), desks.clock().instant().atZone(zone));
      keep(officer, number, wish, captured);
      keeping.stampAll(office);
    } catch (Refused refused) {
      fail(office, id, State.RUNNING, refused.why());
    } catch (IOException broken) {
      fail(
          office, id, State.RUNNING, Obstacle.of(Kind.BROKEN, String.valueOf(broken.getMessage())));
    } catch (RuntimeException broken) {
      LOG.error("capture {} failed", id, broken);
      fail(office, id, State.RUNNING, Obstacle.of(Kind.FAULT));
    }
  }

  private void keep(Officer officer, String number, Wish wish, Captured captured) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("capturedAt", captured.at().toOffsetDateTime().toString());
    facts.put("zone", zone.getId());
    facts.put("urlHash", Hash.of(wish.url()).hex()); // The address itself lies sealed.
    facts.put("status", Integer.toString(captured.status()));
    facts.put("how", captured.how());
    facts.put("browser", captured.browser());
    if (captured.elsewhere()) {
      facts.put("shown", "elsewhere"); // Which address that is lies sealed.
    }
    List<Keeping.Brought> parts =
        captured.names().stream().map(name -> brought(captured, name)).toList();
    desks.change(
        officer.office(),
        (desk, jdbc) -> {
          boolean wanted = new SqlCaptures(jdbc).move(wish.id(), State.RUNNING, State.KEPT, "");
          if (wanted) {
            CaseFile file = Keeping.file(officer, number, jdbc).orElseThrow();
            String text = new String(bytes(captured, "page.txt"), StandardCharsets.UTF_8);
            if (captured.hintsAtAChild()) {
              lane.reportPage(file.opening().job(), text, wish.url(), jdbc);
              keep(officer, file, Item.Kind.HASH_ONLY, wish, facts, parts, desk, jdbc);
            } else if (Intimate.mayBe(file, jdbc)) {
              // What may hold a picture is opened by two persons and goes into no bundle.
              List<Keeping.Brought> pictures =
                  parts.stream().filter(part -> Intimate.mayShow(part.type())).toList();
              List<Keeping.Brought> others =
                  parts.stream().filter(part -> !Intimate.mayShow(part.type())).toList();
              keep(officer, file, Item.Kind.CAPTURE, wish, facts, others, desk, jdbc);
              keep(officer, file, Item.Kind.PICTURE, wish, facts, pictures, desk, jdbc);
            } else {
              keep(officer, file, Item.Kind.CAPTURE, wish, facts, parts, desk, jdbc);
            }
          }
          return wanted;
        });
  }

  private void keep(
      Officer officer,
      CaseFile file,
      Item.Kind kind,
      Wish wish,
      Map<String, String> facts,
      List<Keeping.Brought> parts,
      Desk desk,
      JdbcClient jdbc) {
    keeping
        .keep(officer, file, kind, wish.why(), facts, parts, desk, jdbc)
        .ifPresent(
            refusal -> {
              throw new IllegalStateException("the case is not open any more");
            });
  }

  private static Keeping.Brought brought(Captured captured, String name) {
    byte[] bytes = bytes(captured, name);
    return Captured.isOfThePage(name)
        ? new Keeping.Brought(name, pictureType(bytes), bytes).seen()
        : new Keeping.Brought(name, type(name), bytes);
  }

  private static String pictureType(byte[] bytes) {
    return PictureKind.of(bytes).map(PictureKind::type).orElse("application/octet-stream");
  }

  private static byte[] bytes(Captured captured, String name) {
    byte[] bytes = captured.files().get(name);
    return bytes == null ? new byte[0] : bytes;
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html";
      case "png" -> "image/png";
      case "json" -> "application/json";
      case "warc" -> "application/warc";
      default -> "text/plain";
    };
  }

  private void fail(UUID office, UUID wish, State from, Obstacle why) {
    String told = CaptureLine.written(why);
    desks.change(
        office, (desk, jdbc) -> new SqlCaptures(jdbc).move(wish, from, State.FAILED, told));
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    long between = silence.toMillis() / 6;
    pulse.scheduleWithFixedDelay(this::pulse, 0, between, TimeUnit.MILLISECONDS);
    pulse.scheduleWithFixedDelay(Captures::clearLeftovers, 0, 60, TimeUnit.SECONDS);
  }

  /** Says that this server is there, and of pages whose server is not that they failed. */
  void pulse() {
    try {
      tables.everywhere(
          jdbc -> {
            SqlCaptures.stillThere(jdbc, Set.copyOf(underway));
            return SqlCaptures.abandoned(
                jdbc, silence, CaptureLine.written(Obstacle.of(Kind.SERVER_STOPPED)));
          });
    } catch (RuntimeException broken) {
      LOG.warn("captures: {}; trying again", broken.getMessage()); // A throw would end the pulse.
    }
  }

  private static void clearLeftovers() {
    try {
      Capturing.clearLeftovers();
    } catch (IOException | RuntimeException broken) {
      LOG.warn("what captures left on the disk is still there: {}", broken.getMessage());
    }
  }

  @PreDestroy
  void stop() {
    pulse.shutdownNow();
    workers.shutdownNow();
  }
}
