package ronda.testkit.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Region;
import ronda.casework.review.Job;
import ronda.identify.decide.Finding;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;
import ronda.identify.signal.PatternFound;
import ronda.identify.signal.Resemblance;
import ronda.identify.signal.TermFound;

/** Made-up found posts and jobs. */
public final class FoundPosts {
  /** When the made-up day begins. */
  public static final Instant NINE = Instant.parse("2026-11-22T02:00:00Z");

  private static final String NUMBER = "+6281200000000";

  private static final AtomicLong NUMBERS = new AtomicLong();

  private FoundPosts() {}

  /** The first of ten thousand numbers that no other test uses: several share one database. */
  public static long fresh() {
    return NUMBERS.addAndGet(10_000);
  }

  /** An id that is greater the greater {@code number} is. */
  public static UUID id(long number) {
    return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
  }

  /** A post with a reason of every kind, an entity, and all of its origin known. */
  public static FoundPost post(long number, String text, String author, Instant seen) {
    Span begin = new Span(0, 1);
    Finding finding =
        new Finding(
            Category.GAMBLING,
            Stance.PROMOTES,
            0.97,
            List.of(
                new TermFound(
                    "gacor", Optional.of(Category.GAMBLING), Stance.PROMOTES, true, begin, 1.25),
                new TermFound("wa", Optional.empty(), Stance.NONE, false, begin, 0.5),
                new PatternFound("name-number", Category.GAMBLING, begin, 1),
                new Resemblance("umum", Category.GAMBLING, begin, -0.5),
                phone()),
            "gambling-promotion@1",
            Severity.HIGH,
            "judi (perlu-verifikasi)",
            false);
    Origin origin =
        new Origin(
            author,
            "video",
            "https://contoh.example/" + number,
            Optional.of(seen),
            "32.71.01",
            List.of("https://contoh.example/a"),
            List.of());
    return new FoundPost(
        id(5_000 + number),
        new Post("post-" + number, text, origin),
        List.of(finding),
        List.of(phone()),
        seen.plusSeconds(60));
  }

  /** The same post, from another place. */
  public static FoundPost from(String region, FoundPost post) {
    Origin was = post.post().origin();
    Origin origin =
        new Origin(
            was.author(),
            was.platform(),
            was.url(),
            was.postedAt(),
            region,
            was.links(),
            was.images());
    return new FoundPost(
        post.id(),
        new Post(post.post().id(), post.post().text(), origin),
        post.findings(),
        post.entities(),
        post.receivedAt());
  }

  /** The same post, with a second, lesser finding of this category. */
  public static FoundPost also(Category category, FoundPost post) {
    Finding second =
        new Finding(
            category,
            Stance.PROMOTES,
            0.6,
            List.of(new PatternFound("contoh", category, new Span(0, 1), 1)),
            "contoh@1",
            Severity.LOW,
            "contoh (perlu-verifikasi)",
            false);
    return new FoundPost(
        post.id(), post.post(), List.of(post.first(), second), post.entities(), post.receivedAt());
  }

  private static EntityFound phone() {
    return new EntityFound(
        EntityKind.PHONE, NUMBER, new Span(0, 1), Map.of("operator", "Telkomsel"));
  }

  /** A job as it begins with {@code first}. */
  public static Job job(long number, FoundPost first, Severity severity) {
    return new Job(
        id(number),
        first.category(),
        Stance.PROMOTES,
        severity,
        first.first().score(),
        new Region(first.post().origin().region()),
        first.post().text(),
        first.post().origin().platform(),
        1,
        1,
        first.seenAt(),
        first.seenAt(),
        false,
        Optional.empty(),
        List.of(),
        first.categories(),
        Optional.empty(),
        Set.of());
  }
}
