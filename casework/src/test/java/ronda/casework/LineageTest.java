package ronda.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.CaseFile.Status;
import ronda.casework.cases.InMemoryCases;
import ronda.casework.cases.Step;
import ronda.casework.chain.Hash;
import ronda.casework.evidence.InMemoryItems;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.Look;
import ronda.casework.evidence.Part;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.casework.review.Filter;
import ronda.casework.review.InMemoryJobs;
import ronda.casework.review.Job;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;

/** What makes a new post the return of a closed case, and what does not. */
class LineageTest {
  private static final Instant NINE = Instant.parse("2026-11-22T02:00:00Z");
  private static final Hash PICTURE = Hash.of("gambar promo");

  private static final Look LOOK = Look.of("0123456789abcdef".repeat(4));

  private final InMemoryJobs jobs = new InMemoryJobs();
  private final InMemoryCases cases = new InMemoryCases();
  private final InMemoryItems items = new InMemoryItems();
  private final AtomicLong ids = new AtomicLong();
  private final Desk desk =
      new Desk(
          jobs,
          cases,
          items,
          (post, recent) -> Optional.empty(), // each post is a job of its own
          entry -> {},
          0,
          () -> new UUID(1, ids.incrementAndGet()),
          ZoneOffset.UTC);
  private final Officer ani =
      new Officer(
          new UUID(5, 5),
          new UUID(0, 0),
          "Ani",
          "ani@contoh.invalid",
          Set.of(Role.REVIEWER),
          Region.UNKNOWN,
          true);
  private int posts;

  @Test
  void a_domain_on_no_list_takes_the_closed_case_up_again_and_says_that_it_was_the_domain() {
    CaseFile old = closed(confirmed(linking("contoh88.xyz")));
    CaseFile back = confirmed(linking("contoh88.xyz"));
    assertThat(back.number()).isEqualTo(old.number());
    assertThat(back.status()).isEqualTo(Status.OPEN);
    assertThat(shared(back)).isEqualTo("domain");
  }

  @Test
  void a_platform_that_everybody_uses_takes_nothing_up_again() {
    CaseFile old = closed(confirmed(linking("facebook.com")));
    assertThat(confirmed(linking("facebook.com")).number()).isNotEqualTo(old.number());
    assertThat(now(old).status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void a_domain_of_a_post_that_people_judged_harmless_takes_nothing_up_again() {
    CaseFile old = closed(confirmed(linking("warta-contoh.id")));
    judged(linking("warta-contoh.id"), new Verdict.NotHarmful());
    assertThat(confirmed(linking("warta-contoh.id")).number()).isNotEqualTo(old.number());
  }

  @Test
  void a_domain_in_cases_of_another_category_takes_nothing_up_again() {
    CaseFile old = closed(confirmed(linking("toko-contoh.com")));
    judged(linking("toko-contoh.com"), confirming(Category.SCAM));
    assertThat(confirmed(linking("toko-contoh.com")).number()).isNotEqualTo(old.number());
  }

  @Test
  void a_domain_in_many_cases_is_everybodys() {
    CaseFile old = confirmed(linking("berkas-contoh.com"));
    for (int i = 0; i <= Lineage.MOST_CASES; i++) {
      confirmed(linking("berkas-contoh.com"));
    }
    closed(old);
    assertThat(confirmed(linking("berkas-contoh.com")).number()).isNotEqualTo(old.number());
  }

  @Test
  void a_number_speaks_before_a_domain() {
    var phone = new EntityFound(EntityKind.PHONE, "+6281200000000", new Span(0, 1), Map.of());
    closed(confirmed(found(List.of(), List.of(link("contoh88.xyz"), phone))));
    CaseFile back = confirmed(found(List.of(), List.of(link("contoh88.xyz"), phone)));
    assertThat(shared(back)).isEqualTo("phone");
  }

  @Test
  void a_picture_that_a_post_brings_as_a_hash_takes_the_closed_case_up_again() {
    CaseFile old = closed(confirmed(showing(PICTURE)));
    CaseFile back = confirmed(showing(PICTURE));
    assertThat(back.number()).isEqualTo(old.number());
    assertThat(shared(back)).isEqualTo("picture");
  }

  @Test
  void a_picture_that_is_evidence_of_a_closed_case_is_recognised_in_a_new_post() {
    CaseFile old = confirmed(showing(Hash.of("lain")));
    items.keep(old.id(), picture());
    closed(old);
    assertThat(confirmed(showing(PICTURE)).number()).isEqualTo(old.number());
  }

  @Test
  void a_picture_kept_of_a_new_case_takes_the_closed_one_up_again_and_each_names_the_other() {
    CaseFile old = confirmed(showing(Hash.of("lain")));
    items.keep(old.id(), picture());
    closed(old);
    CaseFile fresh = confirmed(showing(Hash.of("lain lagi")));
    items.keep(fresh.id(), picture());

    assertThat(desk.kept(fresh.number(), PICTURE, List.of(), ani, NINE)).contains(old.number());
    assertThat(now(old).status()).isEqualTo(Status.OPEN);
    assertThat(now(old).history().getLast().step())
        .isEqualTo(new Step.SharesWith(fresh.number(), "picture", 0));
    assertThat(now(fresh).history().getLast().step())
        .isEqualTo(new Step.SharesWith(old.number(), "picture", 0));
  }

  @Test
  void a_picture_kept_twice_of_one_case_says_nothing() {
    CaseFile file = confirmed(showing(Hash.of("lain")));
    items.keep(file.id(), picture());
    items.keep(file.id(), picture());
    assertThat(desk.kept(file.number(), PICTURE, List.of(), ani, NINE)).isEmpty();
  }

  @Test
  void a_similar_picture_takes_the_closed_case_up_again_and_says_how_unlike_it_is() {
    CaseFile old = closed(withLook(LOOK));
    CaseFile fresh = confirmed(showing(Hash.of("lain lagi")));

    assertThat(keptOf(fresh, bitsFrom(LOOK, Look.ALIKE))).contains(old.number());
    assertThat(now(old).status()).isEqualTo(Status.OPEN);
    assertThat(now(old).history().getLast().step())
        .isEqualTo(new Step.SharesWith(fresh.number(), "similar-picture", Look.ALIKE));
    assertThat(now(fresh).history().getLast().step())
        .isEqualTo(new Step.SharesWith(old.number(), "similar-picture", Look.ALIKE));
  }

  @Test
  void a_picture_that_is_one_bit_too_unlike_says_nothing() {
    closed(withLook(LOOK));
    CaseFile fresh = confirmed(showing(Hash.of("lain lagi")));
    assertThat(keptOf(fresh, bitsFrom(LOOK, Look.ALIKE + 1))).isEmpty();
  }

  @Test
  void the_very_same_picture_is_the_better_reason() {
    CaseFile similar = closed(withLook(LOOK));
    CaseFile same = confirmed(showing(Hash.of("lain")));
    items.keep(same.id(), picture());
    closed(same);
    CaseFile fresh = confirmed(showing(Hash.of("lain lagi")));
    assertThat(desk.kept(fresh.number(), PICTURE, List.of(LOOK), ani, NINE))
        .contains(same.number());
    assertThat(now(similar).status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void the_nearest_of_several_similar_pictures_is_taken() {
    closed(withLook(bitsFrom(LOOK, 9)));
    CaseFile nearest = closed(withLook(bitsFrom(LOOK, 3)));
    CaseFile fresh = confirmed(showing(Hash.of("lain lagi")));
    assertThat(keptOf(fresh, LOOK)).contains(nearest.number());
  }

  @Test
  void a_similar_picture_in_cases_of_another_category_takes_nothing_up_again() {
    CaseFile old = closed(withLook(LOOK));
    Job scam = judged(showing(Hash.of("tipu")), confirming(Category.SCAM));
    keepLook(cases.ofJob(scam.id()).orElseThrow(), bitsFrom(LOOK, 5));
    CaseFile fresh = confirmed(showing(Hash.of("lain lagi")));
    assertThat(keptOf(fresh, LOOK)).isEmpty();
    assertThat(now(old).status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void a_picture_like_those_of_many_cases_is_everybodys() {
    for (int i = 0; i <= Lineage.MOST_CASES; i++) {
      closed(withLook(bitsFrom(LOOK, i)));
    }
    CaseFile fresh = confirmed(showing(Hash.of("lain lagi")));
    assertThat(keptOf(fresh, LOOK)).isEmpty();
  }

  private Optional<String> keptOf(CaseFile file, Look look) {
    keepLook(file, look);
    return desk.kept(file.number(), Hash.of("kiriman baru"), List.of(look), ani, NINE);
  }

  private CaseFile withLook(Look look) {
    CaseFile file = confirmed(showing(Hash.of("lain " + posts)));
    keepLook(file, look);
    return file;
  }

  private void keepLook(CaseFile file, Look look) {
    var part = new Part("file.png", "image/png", 7, Hash.of("berkas " + ++posts));
    var item = new Item(UUID.randomUUID(), Item.Kind.FILE, Map.of(), List.of(part));
    items.keep(file.id(), item);
    items.keepLooks(item.id(), part.name(), List.of(look));
  }

  /** A look that differs in the first bits, at most 64 of them. */
  private static Look bitsFrom(Look look, int bits) {
    return new Look(look.a() ^ (bits == 64 ? -1L : (1L << bits) - 1), look.b(), look.c(), look.d());
  }

  @Test
  void a_withdrawn_case_is_never_taken_up_again_by_a_picture() {
    CaseFile old = confirmed(showing(PICTURE));
    desk.add(old.number(), new Step.Withdrawn("keliru"), ani, NINE);
    assertThat(confirmed(showing(PICTURE)).number()).isNotEqualTo(old.number());
  }

  private CaseFile closed(CaseFile file) {
    desk.add(file.number(), new Step.Closed("konten sudah turun"), ani, NINE);
    return file;
  }

  private CaseFile now(CaseFile file) {
    return cases.byNumber(file.number()).orElseThrow();
  }

  private static String shared(CaseFile file) {
    return ((Step.Resurfaced) file.history().getLast().step()).shared();
  }

  private CaseFile confirmed(FoundPost post) {
    return cases.ofJob(judged(post, confirming(Category.GAMBLING)).id()).orElseThrow();
  }

  private Job judged(FoundPost post, Verdict verdict) {
    desk.receive(List.of(post));
    Job job = jobs.queue(Filter.waiting(), NINE, Optional.empty(), 1).jobs().getFirst();
    desk.take(job.id(), ani, NINE);
    desk.judge(job.id(), ani, verdict, "sesuai isi unggahan", NINE);
    return job;
  }

  private static Verdict confirming(Category category) {
    return new Verdict.Confirmed(category, Stance.PROMOTES, Severity.HIGH);
  }

  private static Item picture() {
    var part = new Part("file.png", "image/png", 7, PICTURE);
    return new Item(UUID.randomUUID(), Item.Kind.PICTURE, Map.of(), List.of(part));
  }

  private FoundPost linking(String domain) {
    return found(List.of(), List.of(link(domain)));
  }

  private EntityFound link(String domain) {
    String address = domain + "/" + posts;
    return new EntityFound(EntityKind.URL, address, new Span(0, 1), Map.of("domain", domain));
  }

  private FoundPost showing(Hash picture) {
    return found(List.of("sha256:" + picture.hex()), List.of());
  }

  private FoundPost found(List<String> images, List<EntityFound> entities) {
    var origin = new Origin("", "video", "", Optional.of(NINE), "", List.of(), images);
    Post post = new Post("p" + ++posts, "Slot gampang menang, hubungi kami", origin);
    return new FoundPost(
        new UUID(2, posts), post, List.of(MadeUpFindings.of(Category.GAMBLING)), entities, NINE);
  }
}
