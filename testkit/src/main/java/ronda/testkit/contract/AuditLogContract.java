package ronda.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.chain.Verifier;

/** What every {@link AuditLog} keeps to. */
public abstract class AuditLogContract {
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");

  /** A log in which nothing stands yet. */
  protected abstract AuditLog log();

  /** An office that the log may write for. */
  protected abstract UUID office();

  private static Link.Entry entry(String actor, String act, Instant at) {
    return new Link.Entry(at, actor, act, "job:1", "{\"note\":\"“kutipan” \\\"\"}");
  }

  private static List<Link> all(AuditLog log, UUID office) {
    List<Link> all = new ArrayList<>();
    log.walk(office, all::add);
    return all;
  }

  @Test
  void each_entry_follows_the_one_before() {
    AuditLog log = log();
    UUID office = office();
    log.add(office, entry("Adi", "signed-in", NOON));
    log.add(office, entry("Adi", "signed-out", NOON.plusSeconds(60)));

    Link first = Link.first(entry("Adi", "signed-in", NOON));
    Link second = first.then(entry("Adi", "signed-out", NOON.plusSeconds(60)));
    assertThat(all(log, office)).containsExactly(first, second);
  }

  @Test
  void what_comes_back_is_what_was_hashed() {
    AuditLog log = log();
    UUID office = office();
    log.add(
        office,
        entry("Ibu “Sari” <sari@contoh.invalid> 😀", "note-made", NOON.plusNanos(123_456_789)));

    assertThat(all(log, office)).allMatch(Link::isSound);
  }

  @Test
  void offices_have_chains_of_their_own() {
    AuditLog log = log();
    UUID office = office();
    UUID other = office();
    log.add(office, entry("Adi", "signed-in", NOON));
    log.add(other, entry("Budi", "signed-in", NOON));

    assertThat(all(log, other)).extracting(Link::number).containsExactly(1L);
    assertThat(log.page(office, AuditLog.Filter.ALL, Long.MAX_VALUE, 10))
        .extracting(Link::actor)
        .containsExactly("Adi");
  }

  @Test
  void a_page_shows_the_newest_first_and_goes_on_below() {
    AuditLog log = log();
    UUID office = office();
    IntStream.rangeClosed(1, 5).forEach(i -> log.add(office, entry("Adi", "act-" + i, NOON)));

    assertThat(log.page(office, AuditLog.Filter.ALL, Long.MAX_VALUE, 2))
        .extracting(Link::number)
        .containsExactly(5L, 4L);
    assertThat(log.page(office, AuditLog.Filter.ALL, 4, 2))
        .extracting(Link::number)
        .containsExactly(3L, 2L);
  }

  @Test
  void a_filter_asks_for_act_person_and_time() {
    AuditLog log = log();
    UUID office = office();
    log.add(office, entry("Adi Contoh", "signed-in", NOON));
    log.add(office, entry("Rina Contoh", "signed-in", NOON.plusSeconds(10)));
    log.add(office, entry("Rina Contoh", "job-taken", NOON.plusSeconds(20)));

    assertThat(
            numbers(
                log, office, new AuditLog.Filter("signed-in", "", "", NOON, NOON.plusSeconds(99))))
        .containsExactly(2L, 1L);
    assertThat(
            numbers(log, office, new AuditLog.Filter("", "rina", "", NOON, NOON.plusSeconds(99))))
        .containsExactly(3L, 2L);
    assertThat(
            numbers(
                log,
                office,
                new AuditLog.Filter("", "", "", NOON.plusSeconds(10), NOON.plusSeconds(20))))
        .containsExactly(2L);
  }

  @Test
  void a_filter_asks_for_what_was_acted_on_however_much_else_was() {
    AuditLog log = log();
    UUID office = office();
    log.add(office, new Link.Entry(NOON, "Adi", "link-made", "officer:1", "{}"));
    log.add(office, new Link.Entry(NOON, "Adi", "link-made", "officer:11", "{}"));
    log.add(office, new Link.Entry(NOON, "Adi", "person-locked", "officer:1", "{}"));
    log.add(office, new Link.Entry(NOON.minusSeconds(1), "Adi", "link-made", "officer:1", "{}"));

    assertThat(numbers(log, office, AuditLog.Filter.of("link-made", "officer:1", NOON)))
        .containsExactly(1L);
    assertThat(numbers(log, office, AuditLog.Filter.of("", "officer:1", Instant.EPOCH)))
        .containsExactly(4L, 3L, 1L);
  }

  private static List<Long> numbers(AuditLog log, UUID office, AuditLog.Filter filter) {
    return log.page(office, filter, Long.MAX_VALUE, 10).stream().map(Link::number).toList();
  }

  @Test
  void it_knows_which_entry_of_an_act_is_the_latest() {
    AuditLog log = log();
    UUID office = office();
    UUID other = office();
    log.add(office, entry("Adi", "audit-exported", NOON));
    log.add(office, entry("Adi", "audit-exported", NOON));
    log.add(office, entry("Adi", "signed-out", NOON));
    log.add(other, entry("Budi", "signed-in", NOON));

    assertThat(log.latest(office, "audit-exported")).isEqualTo(2);
    assertThat(log.latest(other, "audit-exported")).isZero();
  }

  @Test
  void those_who_write_at_once_queue_for_their_place()
      throws InterruptedException, ExecutionException {
    AuditLog log = log();
    UUID office = office();
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<? extends Future<?>> done =
          IntStream.range(0, 40)
              .mapToObj(i -> writers.submit(() -> log.add(office, entry("p" + i, "act", NOON))))
              .toList();
      for (Future<?> one : done) {
        one.get();
      }
    }

    var verifier = new Verifier();
    log.walk(office, verifier::next);
    assertThat(verifier.broken()).isEmpty();
    assertThat(verifier.read()).isEqualTo(40);
  }
}
