package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.Desk;
import ronda.casework.intake.Eyes;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.PlainGrouping;
import ronda.casework.policy.Past;
import ronda.casework.policy.Precision;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Finding;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Post;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.Resemblance;
import ronda.store.postgres.EmbeddedDatabase;

/** What was found before, with what officers made of it. */
class SqlPastTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static final Verdict AS_GAMBLING =
      new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
  private static final Verdict AS_SCAM =
      new Verdict.Confirmed(Category.SCAM, Stance.PROMOTES, Severity.HIGH);
  private static final Verdict NOT_HARMFUL = new Verdict.NotHarmful();

  private TwoOffices offices;

  @BeforeEach
  void enter() {
    offices = new TwoOffices(DATABASE.source());
  }

  @Test
  void found_posts_come_with_what_officers_said_and_precision_is_counted_by_job() {
    found("a", "gambling-promotion@1");
    UUID confirmed = judged("Main di sini, pasti menang besar hari ini kawan", AS_GAMBLING);
    UUID rejected = judged("Turnamen catur antar kampung dibuka untuk umum", NOT_HARMFUL);
    UUID otherwise = judged("Kirim uang dulu baru barang dikirim ya kakak", AS_SCAM);

    offices
        .tables()
        .run(
            offices.mine(),
            jdbc -> {
              List<Past.Found> walked = new ArrayList<>();
              new SqlPast(jdbc).found(NOON.minus(Duration.ofDays(1)), walked::add);

              assertThat(walked).hasSize(4);
              assertThat(said(walked, confirmed)).isEqualTo(Past.Said.CONFIRMED);
              assertThat(said(walked, rejected)).isEqualTo(Past.Said.REJECTED);
              assertThat(walked.stream().filter(post -> post.job().equals(otherwise)).findFirst())
                  .hasValueSatisfying(post -> assertThat(post.decided()).contains(Category.SCAM));
              assertThat(walked.stream().filter(post -> post.said() == Past.Said.NOT_JUDGED))
                  .hasSize(1);
              assertThat(new SqlPrecision(jdbc).since(NOON.minus(Duration.ofDays(30))))
                  .containsExactly(new Precision("gambling-promotion", 1, 3));
              assertThat(new SqlPrecision(jdbc).since(NOON.plus(Duration.ofDays(1)))).isEmpty();
            });
  }

  @Test
  void what_is_the_same_as_another_counts_as_that_was_decided() {
    UUID root = judged("Main di sini, pasti menang besar hari ini kawan", AS_SCAM);
    UUID open = found("Turnamen catur antar kampung dibuka untuk umum", "gambling-promotion@1");
    UUID ofOpen = judged("Undangan rapat warga malam ini di balai", new Verdict.DuplicateOf(open));
    UUID middle = found("Kirim uang dulu baru barang dikirim ya kakak", "gambling-promotion@1");
    UUID last = judged("Saldo gratis menanti anda sekarang juga", new Verdict.DuplicateOf(middle));
    judge(middle, new Verdict.DuplicateOf(root));

    offices
        .tables()
        .run(
            offices.mine(),
            jdbc -> {
              List<Past.Found> walked = new ArrayList<>();
              new SqlPast(jdbc).found(NOON.minus(Duration.ofDays(1)), walked::add);
              assertThat(said(walked, middle)).isEqualTo(Past.Said.CONFIRMED);
              assertThat(said(walked, last)).isEqualTo(Past.Said.CONFIRMED);
              assertThat(said(walked, ofOpen)).isEqualTo(Past.Said.NOT_JUDGED);
              assertThat(walked.stream().filter(post -> post.job().equals(last)))
                  .allSatisfy(post -> assertThat(post.decided()).contains(Category.SCAM));
            });
  }

  private static Past.Said said(List<Past.Found> posts, UUID job) {
    return posts.stream().filter(post -> post.job().equals(job)).findFirst().orElseThrow().said();
  }

  private UUID judged(String text, Verdict verdict) {
    UUID job = found(text, "gambling-promotion@1");
    judge(job, verdict);
    return job;
  }

  private void judge(UUID job, Verdict verdict) {
    offices
        .tables()
        .run(
            offices.mine(),
            jdbc -> {
              Desk desk = desk(jdbc);
              desk.take(job, offices.reviewer(), NOON);
              desk.judge(job, offices.reviewer(), verdict, "Sudah diperiksa.", NOON);
            });
  }

  private UUID found(String text, String policy) {
    return offices
        .tables()
        .write(
            offices.mine(),
            jdbc -> {
              Finding finding =
                  new Finding(
                      Category.GAMBLING,
                      Stance.PROMOTES,
                      0.9,
                      List.of(new Resemblance("test", Category.GAMBLING, new Span(0, 1), 1)),
                      policy,
                      Severity.HIGH,
                      "judi",
                      false);
              FoundPost post =
                  new FoundPost(
                      UUID.randomUUID(), Post.of("1", text), List.of(finding), List.of(), NOON);
              desk(jdbc).receive(List.of(post));
              return jdbc.sql("SELECT job_id FROM found_posts WHERE id = ?")
                  .param(post.id())
                  .query(UUID.class)
                  .single();
            });
  }

  private static Desk desk(JdbcClient jdbc) {
    return new Desk(
        new SqlJobs(jdbc),
        new SqlCases(jdbc),
        new SqlItems(jdbc),
        new PlainGrouping(new Eyes(List::of)),
        entry -> {},
        0,
        UUID::randomUUID,
        ZoneOffset.UTC);
  }
}
