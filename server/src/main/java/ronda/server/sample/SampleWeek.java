package ronda.server.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.review.Filter;
import ronda.casework.review.Job;
import ronda.casework.review.Verdict;
import ronda.server.desk.Batch;
import ronda.server.desk.Desks;
import ronda.server.desk.Intake;
import ronda.sources.files.Format;
import ronda.store.sql.SqlJobs;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A week of made-up posts for the made-up office: moved in time so that it ends now, spread over
 * the six districts of Kota Bogor, and partly reviewed by made-up people.
 */
@Component
final class SampleWeek implements SamplePart {
  private static final List<String> DISTRICTS =
      List.of("32.71.01", "32.71.02", "32.71.03", "32.71.04", "32.71.05", "32.71.06");
  private static final ObjectMapper JSON = JsonMapper.shared();

  /** How many jobs the made-up people have judged already. */
  private static final int JUDGED = 12;

  private final Path posts;
  private final Intake intake;
  private final Desks desks;

  SampleWeek(@Value("${ronda.root:.}") Path root, Intake intake, Desks desks) {
    this.posts = root.resolve("docs/samples/week.jsonl");
    this.intake = intake;
    this.desks = desks;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public void enter(Office office) {
    Intake.Sending sending =
        new Intake.Sending(
            office.id(),
            Link.RONDA,
            Batch.Way.SAMPLE,
            posts.getFileName().toString(),
            Optional.of(new Intake.Key(office.id(), "sample-week")));
    try {
      byte[] lines = moved(Files.readAllLines(posts), desks.clock().instant());
      intake.receive(sending, new ByteArrayInputStream(lines), Format.JSONL);
    } catch (IOException e) {
      throw new UncheckedIOException("the sample posts cannot be read", e);
    }
    review(office);
  }

  /** The same posts, the last of them posted an hour before {@code now}. */
  static byte[] moved(List<String> lines, Instant now) {
    List<ObjectNode> posts = lines.stream().map(line -> (ObjectNode) JSON.readTree(line)).toList();
    Instant last = posts.stream().map(SampleWeek::postedAt).max(Instant::compareTo).orElse(now);
    Duration by = Duration.between(last, now.minus(Duration.ofHours(1)));
    for (ObjectNode post : posts) {
      post.put("postedAt", postedAt(post).plus(by).atOffset(ZoneOffset.UTC).toString());
      if (!post.has("region")) {
        int district = Math.floorMod(post.get("id").stringValue().hashCode(), DISTRICTS.size());
        post.put("region", DISTRICTS.get(district));
      }
    }
    return posts.stream()
        .map(ObjectNode::toString)
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Instant postedAt(ObjectNode post) {
    return OffsetDateTime.parse(post.get("postedAt").stringValue()).toInstant();
  }

  /**
   * Some jobs are decided, one waits for a second person, one is disputed: every page has a row.
   */
  private void review(Office office) {
    Instant now = desks.clock().instant();
    List<Job> first =
        desks.look(
            office.id(),
            jdbc ->
                new SqlJobs(jdbc).queue(Filter.waiting(), now, Optional.empty(), JUDGED).jobs());
    Officer rina = SamplePeople.EVERYBODY.get(3);
    Officer rudi = SamplePeople.EVERYBODY.get(4);
    for (int i = 0; i < first.size(); i++) {
      Job job = first.get(i);
      Verdict asSuspected = new Verdict.Confirmed(job.category(), job.stance(), job.severity());
      boolean odd = i % 5 == 4;
      judge(office, job, rina, odd ? new Verdict.NotHarmful() : asSuspected);
      if (job.needsTwo() && i % 2 == 0) {
        judge(office, job, rudi, odd ? asSuspected : new Verdict.NotHarmful());
      }
    }
  }

  private void judge(Office office, Job job, Officer officer, Verdict verdict) {
    Instant now = desks.clock().instant();
    desks.change(
        office.id(),
        (desk, jdbc) -> {
          desk.take(job.id(), officer, now);
          return desk.judge(job.id(), officer, verdict, "Contoh: keputusan rekaan.", now);
        });
  }
}
