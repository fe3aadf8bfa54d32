package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.OpenDesk;
import ronda.server.desk.Intake.Answer.Busy;
import ronda.sources.files.Format;
import ronda.store.login.Tokens;
import ronda.store.sql.InOffice;

/** A key keeps a batch that is sent twice from being read twice, and no other batch. */
class BatchKeysTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String POST =
      "{\"text\":\"Main di CONTOH88 slot gacor maxwin, bagian %d\"}\n";
  private static final String HARMLESS = "{\"text\":\"selamat pagi, nomor %d\"}\n";

  private final Office office = DESK.office("Dinas dengan dua program");
  private final Brought brought = new Brought(DESK, office);
  private final String first = token("program");
  private final String second = token("program kedua");

  private String token(String name) {
    return DESK.bean(Tokens.class).make(office.id(), name, Role.REVIEWER, DESK.now()).text();
  }

  @Test
  void two_programs_of_an_office_may_use_the_same_key() throws Exception {
    assertThat(send(first, POST.formatted(1)).body()).contains("\"accepted\":1");

    String three = POST.formatted(2) + POST.formatted(3) + POST.formatted(4);
    assertThat(send(second, three).body()).contains("\"accepted\":3");
    assertThat(brought.kept()).isEqualTo(4);

    assertThat(send(first, POST.formatted(1)).body()).contains("\"accepted\":1");
    assertThat(send(second, three).body()).contains("\"accepted\":3");
    assertThat(brought.batches()).containsExactlyInAnyOrder(1L, 3L);
  }

  @Test
  void other_posts_with_a_used_key_are_refused_and_not_answered_as_if_they_were_read()
      throws Exception {
    send(first, POST.formatted(1));

    for (String other :
        List.of(POST.formatted(2), POST.formatted(1) + POST.formatted(2), "", "{\"text\":")) {
      HttpResponse<String> refused = send(first, other);
      assertThat(refused.statusCode()).as(other).isEqualTo(422);
      assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/problem+json");
      assertThat(refused.body()).contains("a key of their own");
    }
    assertThat(brought.kept()).isEqualTo(1);
  }

  @Test
  void what_is_no_text_is_known_again_by_all_of_its_bytes() throws Exception {
    String picture = "\u0089PNG\r\n\u001a\n" + "\0".repeat(3 << 20);
    assertThat(send(first, picture + "a").statusCode()).isEqualTo(200);

    assertThat(send(first, picture + "a").statusCode()).isEqualTo(200);
    assertThat(send(first, picture + "b").statusCode()).isEqualTo(422);
    assertThat(send(first, picture).statusCode()).isEqualTo(422);
  }

  @Test
  void a_batch_of_before_is_answered_to_its_sender_whatever_comes_with_the_key() throws Exception {
    send(first, POST.formatted(1));
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc ->
                jdbc.sql("UPDATE batches SET key_owner = NULL, bytes = NULL, digest = NULL")
                    .update());

    HttpResponse<String> again = send(first, POST.formatted(2));

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(brought.batches()).containsExactly(1L);
  }

  @Test
  void a_batch_that_takes_long_is_not_begun_twice() throws Exception {
    List<Intake.Answer> meanwhile = new ArrayList<>();
    List<String> lines = IntStream.rangeClosed(1, 5).mapToObj(HARMLESS::formatted).toList();

    Intake.Answer answer =
        receive(
            new Slow(
                lines,
                line -> {
                  DESK.pass(Duration.ofMinutes(4));
                  if (line == 5) {
                    meanwhile.add(receive(bytes("{}")));
                  }
                }));

    assertThat(meanwhile).singleElement().as("after 20 minutes").isInstanceOf(Busy.class);
    assertThat(posts(answer)).isEqualTo(5);
    assertThat(brought.batches()).containsExactly(5L);
  }

  @Test
  void a_reading_that_was_taken_for_dead_counts_nothing_beside_the_one_that_followed()
      throws Exception {
    List<Intake.Answer> meanwhile = new ArrayList<>();
    List<String> lines = List.of(POST.formatted(1), POST.formatted(2));

    Intake.Answer answer =
        receive(
            new Slow(
                lines,
                line -> {
                  if (line == 2) {
                    DESK.pass(Duration.ofMinutes(11));
                    meanwhile.add(receive(bytes(String.join("", lines))));
                  }
                }));

    assertThat(answer).isInstanceOf(Busy.class);
    assertThat(posts(meanwhile.getFirst())).isEqualTo(2);
    assertThat(brought.batches()).containsExactly(2L);
    assertThat(findingsToday()).isEqualTo(2);
    assertThat(posts(receive(bytes(String.join("", lines))))).isEqualTo(2);
  }

  private static long posts(Intake.Answer answer) {
    assertThat(answer).isInstanceOf(Intake.Answer.Done.class);
    return ((Intake.Answer.Done) answer).batch().posts();
  }

  private Intake.Answer receive(InputStream bytes) {
    var key = new Intake.Key(new UUID(3, 3), "week-47");
    var sending = new Intake.Sending(office.id(), "program", Batch.Way.API, "", Optional.of(key));
    try {
      return DESK.bean(Intake.class).receive(sending, bytes, Format.JSONL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream bytes(String lines) {
    return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
  }

  /** Lines that come one by one, and what happens before each, counted from 1. */
  private static final class Slow extends InputStream {
    private final List<String> lines;
    private final IntConsumer before;
    private int next;

    Slow(List<String> lines, IntConsumer before) {
      this.lines = lines;
      this.before = before;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (next == lines.size()) {
        return -1;
      }
      before.accept(next + 1);
      byte[] line = lines.get(next++).getBytes(StandardCharsets.UTF_8);
      System.arraycopy(line, 0, into, from, line.length);
      return line.length;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("it is read by lines");
    }
  }

  private HttpResponse<String> send(String token, String body)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          request(token, BodyPublishers.ofString(body)), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static HttpRequest request(String token, HttpRequest.BodyPublisher body) {
    return HttpRequest.newBuilder(DESK.base().resolve("/api/v1/posts"))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/x-ndjson")
        .header("Idempotency-Key", "week-47")
        .POST(body)
        .build();
  }

  private long findingsToday() {
    return DESK.bean(InOffice.class)
        .read(
            office.id(),
            jdbc ->
                jdbc.sql("SELECT coalesce(max(raised), 0) FROM policy_days")
                    .query(Long.class)
                    .single());
  }
}
