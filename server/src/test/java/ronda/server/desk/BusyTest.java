package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.OpenDesk;
import ronda.store.login.Tokens;
import ronda.store.sql.InOffice;

/** The same posts are sent again while they are still being read: the sender is asked to wait. */
class BusyTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private final Office office = DESK.office("Dinas yang sibuk");
  private final String token =
      DESK.bean(Tokens.class).make(office.id(), "program", Role.REVIEWER, DESK.now()).text();

  @Test
  void a_batch_that_is_being_read_is_not_begun_twice() throws Exception {
    UUID batch = new UUID(1, 1);
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc ->
                new Batches(jdbc)
                    .begin(
                        batch,
                        DESK.now(),
                        new Intake.Sending(office.id(), "program", Batch.Way.API, "", "k")));

    HttpResponse<String> early = send();

    assertThat(early.statusCode()).isEqualTo(429);
    assertThat(Long.parseLong(early.headers().firstValue("Retry-After").orElseThrow()))
        .isPositive();
    assertThat(early.body()).contains("send the same again");

    DESK.bean(InOffice.class).run(office.id(), jdbc -> new Batches(jdbc).finish(batch));
    assertThat(send().statusCode()).as("it was read").isEqualTo(200);
    assertThat(batches()).isEqualTo(1);
  }

  private HttpResponse<String> send() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(DESK.base().resolve("/api/v1/posts"))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/x-ndjson")
              .header("Idempotency-Key", "k")
              .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"selamat pagi\"}\n"))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private long batches() {
    return DESK.bean(InOffice.class)
        .read(
            office.id(),
            jdbc -> jdbc.sql("SELECT count(*) FROM batches").query(Long.class).single());
  }
}
