package ronda.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import ronda.casework.cases.InMemoryCases;
import ronda.casework.evidence.InMemoryItems;
import ronda.casework.intake.Eyes;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.PlainGrouping;
import ronda.casework.review.Filter;
import ronda.casework.review.InMemoryJobs;
import ronda.casework.review.Job;
import ronda.casework.review.Judgement;
import ronda.casework.review.Standing;
import ronda.casework.review.Verdict;
import ronda.identify.post.Category;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.post.Span;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;

/** Posts that come in together. */
class ArrivalsTest {
  private static final Instant NINE = Instant.parse("2026-11-22T02:00:00Z");
  private static final List<String> TEXTS =
      List.of(
          "Main di CONTOH pasti gacor, bonus new member tiap hari",
          "Slot gampang menang, hubungi kami sekarang juga kak",
          "Promo akhir pekan, isi saldo dapat dua kali lipat",
          "hai");

  private final Random random = new Random(20261122);

  @Test
  void become_the_jobs_that_they_would_have_become_one_by_one() {
    List<FoundPost> earlier = posts(60);
    List<FoundPost> later = posts(240);
    Office together = new Office();
    Office alone = new Office();

    Desk.Received all = together.after(earlier).receive(later);
    Desk oneByOne = alone.after(earlier);
    List<Desk.Received> each = later.stream().map(post -> oneByOne.receive(List.of(post))).toList();

    assertThat(together.jobs()).isEqualTo(alone.jobs());
    assertThat(all)
        .isEqualTo(
            new Desk.Received(
                each.stream().mapToInt(Desk.Received::begun).sum(),
                each.stream().mapToInt(Desk.Received::joined).sum(),
                each.stream().mapToInt(Desk.Received::known).sum()));
    assertThat(all.begun()).isPositive();
    assertThat(all.known()).isPositive();
    assertThat(together.jobs().size()).as("not each a job of its own").isLessThan(150);
  }

  /** Few texts, accounts, numbers and days, so that posts meet in every way. */
  private List<FoundPost> posts(int count) {
    List<FoundPost> posts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = TEXTS.get(random.nextInt(TEXTS.size())) + " " + "xyz".repeat(random.nextInt(4));
      Instant at = NINE.minus(Duration.ofHours(random.nextInt(24 * 40)));
      Origin origin =
          new Origin(
              random.nextInt(4) > 0 ? "" : "akun" + random.nextInt(30),
              "video",
              "",
              Optional.of(at),
              "32.71",
              List.of(),
              List.of());
      String number = "+62812000000" + (10 + random.nextInt(80));
      posts.add(
          new FoundPost(
              new UUID(2, posts.size()),
              new Post(String.valueOf(random.nextInt(9)), text, origin),
              List.of(MadeUpFindings.of(random.nextInt(5) > 0 ? Category.GAMBLING : Category.SCAM)),
              random.nextInt(3) > 0
                  ? List.of()
                  : List.of(new EntityFound(EntityKind.PHONE, number, new Span(0, 1), Map.of())),
              NINE));
    }
    return posts;
  }

  /** An office whose jobs have ids in the order in which they began. */
  private static final class Office {
    private final InMemoryJobs jobs = new InMemoryJobs();
    private final AtomicLong ids = new AtomicLong();

    /** Its desk, after some posts came one by one and every other job was decided. */
    Desk after(List<FoundPost> earlier) {
      Desk desk =
          new Desk(
              jobs,
              new InMemoryCases(),
              new InMemoryItems(),
              new PlainGrouping(new Eyes(List::of)),
              entry -> {},
              0,
              () -> new UUID(1, ids.incrementAndGet()),
              ZoneOffset.UTC);
      earlier.forEach(post -> desk.receive(List.of(post)));
      for (Job job : jobs()) {
        if (job.id().getLeastSignificantBits() % 2 == 0) {
          Judgement judgement =
              new Judgement(new UUID(3, 1), NINE, new Verdict.NotHarmful(), "contoh");
          jobs.put(job.saying(List.of(judgement)), NINE);
        }
      }
      return desk;
    }

    List<Job> jobs() {
      Filter everything = Filter.waiting().of(Set.of(Standing.values()));
      return jobs.queue(everything, NINE, Optional.empty(), 400).jobs();
    }
  }
}
