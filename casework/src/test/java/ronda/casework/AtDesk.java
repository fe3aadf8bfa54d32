package ronda.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import ronda.casework.cases.InMemoryCases;
import ronda.casework.chain.Link;
import ronda.casework.evidence.InMemoryItems;
import ronda.casework.intake.Eyes;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.PlainGrouping;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.casework.review.Filter;
import ronda.casework.review.InMemoryJobs;
import ronda.casework.review.Job;
import ronda.casework.review.Standing;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;

/** A desk on memory with two officers, and made-up posts that come in. */
abstract class AtDesk {
  static final Instant NINE = Instant.parse("2026-11-22T02:00:00Z");
  static final String ADVERT = "Main di CONTOH88 pasti gacor, bonus new member tiap hari";
  static final Verdict GAMBLING =
      new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);

  /** The office's own day, by which cases are numbered. */
  static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

  final InMemoryJobs jobs = new InMemoryJobs();
  final InMemoryCases cases = new InMemoryCases();
  final InMemoryItems items = new InMemoryItems();
  final List<Link.Entry> audit = new ArrayList<>();

  /** Where the office's people serve. */
  final List<Region> served = new ArrayList<>();

  final AtomicLong ids = new AtomicLong();
  final Desk desk =
      new Desk(
          jobs,
          cases,
          items,
          new PlainGrouping(new Eyes(() -> served)),
          audit::add,
          0,
          () -> new UUID(1, ids.incrementAndGet()),
          WIB);
  final Officer ani = officer("Ani", false, Region.UNKNOWN);
  final Officer budi = officer("Budi", false, Region.UNKNOWN);

  void confirm(Job job, Officer officer) {
    desk.take(job.id(), officer, NINE);
    desk.judge(job.id(), officer, GAMBLING, "promosi situs judi", NINE);
  }

  Job received(String text) {
    desk.receive(List.of(post(text, "akun1")));
    return only();
  }

  Job only() {
    assertThat(all()).hasSize(1);
    return all().getFirst();
  }

  List<Job> all() {
    Filter everything = Filter.waiting().of(Set.of(Standing.values()));
    return jobs.queue(everything, NINE, Optional.empty(), 200).jobs();
  }

  FoundPost post(String text, String author) {
    return found(text, author, Category.GAMBLING, List.of());
  }

  FoundPost calling(String text, String number) {
    EntityFound phone = new EntityFound(EntityKind.PHONE, number, new Span(0, 1), Map.of());
    return found(text, "", Category.GAMBLING, List.of(phone));
  }

  FoundPost found(String text, String author, Category category, List<EntityFound> entities) {
    Origin origin =
        new Origin(author, "video", "", Optional.of(NINE), "32.71", List.of(), List.of());
    return new FoundPost(
        new UUID(2, ids.incrementAndGet()),
        new Post("1", text, origin),
        List.of(MadeUpFindings.of(category)),
        entities,
        NINE);
  }

  static Officer officer(String name, boolean seesWorst, Region region) {
    return new Officer(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        new UUID(0, 0),
        name,
        name + "@contoh.invalid",
        Set.of(Role.REVIEWER),
        region,
        seesWorst);
  }

  Job waiting() {
    return jobs.queue(Filter.waiting(), NINE, Optional.empty(), 10).jobs().getFirst();
  }
}
