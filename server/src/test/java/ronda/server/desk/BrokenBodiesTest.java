package ronda.server.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.OpenDesk;
import ronda.store.login.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Packed posts of a program that break off on the way: nobody takes the beginning for the whole.
 */
class BrokenBodiesTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final int POSTS = 40;

  private final Office office = DESK.office("Dinas yang kirimannya terputus");
  private final Brought brought = new Brought(DESK, office);
  private final String token =
      DESK.bean(Tokens.class).make(office.id(), "p", Role.REVIEWER, DESK.now()).text();

  /**
   * Posts that do not resemble each other, so that the packed bytes hold them one after another.
   */
  private static String posts() {
    return IntStream.rangeClosed(1, POSTS)
        .mapToObj(
            n ->
                "{\"text\":\"Main di CONTOH%d slot gacor maxwin, kode %s\"}\n"
                    .formatted(n, Integer.toString(n * 7_919_311, 36).repeat(3)))
        .collect(Collectors.joining());
  }

  /** In pieces that stand whole in the packed bytes, as a program writes line by line. */
  private static byte[] packed(String lines) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes, true)) {
      for (String line : lines.split("(?<=\n)")) {
        gzip.write(line.getBytes(UTF_8));
        gzip.flush();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void packed_posts_that_break_off_are_answered_with_the_line_and_what_was_read() throws Exception {
    byte[] whole = packed(posts());

    HttpResponse<String> answer = send(Arrays.copyOf(whole, whole.length / 2), "week-47");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode said = JsonMapper.shared().readTree(answer.body());
    long accepted = said.get("accepted").asLong();
    assertThat(accepted).isBetween(1L, POSTS - 1L);
    assertThat(said.get("line").asLong()).isEqualTo(accepted + 1);
    assertThat(said.get("detail").asString())
        .contains("broke off at line " + (accepted + 1), "same Idempotency-Key");
    assertThat(brought.kept()).isEqualTo(accepted).isEqualTo(said.get("findings").asLong());
  }

  @Test
  void sent_again_whole_with_the_same_key_all_is_there_once() throws Exception {
    byte[] whole = packed(posts());
    send(Arrays.copyOf(whole, whole.length / 2), "week-47");
    assertThat(send(Arrays.copyOf(whole, whole.length / 3), "week-47").statusCode())
        .as("broken off once more")
        .isEqualTo(400);

    HttpResponse<String> answer = send(whole, "week-47");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"accepted\":" + POSTS, "\"rejected\":[]");
    assertThat(brought.kept()).as(answer.body()).isEqualTo(POSTS);
    assertThat(send(whole, "week-47").body()).as("and again").isEqualTo(answer.body());
    assertThat(brought.batches()).containsExactly((long) POSTS);
    assertThat(send(packed("{\"text\":\"lain\"}\n"), "week-47").statusCode()).isEqualTo(422);
  }

  @Test
  void without_a_key_too_and_nothing_is_kept_twice() throws Exception {
    byte[] whole = packed(posts());
    assertThat(send(Arrays.copyOf(whole, whole.length - 3), "").statusCode()).isEqualTo(400);

    HttpResponse<String> answer = send(whole, "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(brought.kept()).as(answer.body()).isEqualTo(POSTS);
  }

  @Test
  void bytes_that_were_damaged_on_the_way_are_told_too() throws Exception {
    byte[] damaged = packed(posts());
    Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 40, (byte) 0xff);

    assertThat(send(damaged, "week-47").statusCode()).isEqualTo(400);
    assertThat(send(new byte[] {0x1f, (byte) 0x8b, 9, 9, 9, 9, 9, 9, 9, 9, 9}, "x").body())
        .contains("broke off at line 1", "gzip");
  }

  @Test
  void posts_that_unpack_to_more_than_half_a_gigabyte_are_too_large_and_the_line_is_told()
      throws Exception {
    var bomb = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bomb)) {
      gzip.write(posts().getBytes(UTF_8));
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) '\n');
      for (int i = 0; i < 513; i++) {
        gzip.write(blanks);
      }
    }

    HttpResponse<String> answer = send(bomb.toByteArray(), "week-47");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("\"accepted\":" + POSTS, "smaller portions", "512 MB");
    assertThat(send(packed(posts()), "week-47").statusCode()).as("a part of it").isEqualTo(200);
    assertThat(brought.kept()).isEqualTo(POSTS);
  }

  @Test
  void another_packing_than_gzip_is_refused_and_nothing_is_read() throws Exception {
    HttpRequest request =
        request("").header("Content-Encoding", "br").POST(BodyPublishers.ofString("x")).build();
    try (HttpClient program = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = program.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(415);
      assertThat(answer.headers().firstValue("Accept-Encoding")).hasValue("gzip");
    }
    assertThat(brought.batches()).isEmpty();
  }

  private HttpResponse<String> send(byte[] body, String key) throws Exception {
    HttpRequest request =
        request(key)
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try (HttpClient program = HttpClient.newHttpClient()) {
      return program.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private HttpRequest.Builder request(String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(DESK.base().resolve("/api/v1/posts"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson");
    return key.isEmpty() ? request : request.header("Idempotency-Key", key);
  }
}
