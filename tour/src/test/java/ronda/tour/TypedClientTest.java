package ronda.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ronda.client.ApiClient;
import ronda.client.ApiException;
import ronda.client.api.DefaultApi;
import ronda.client.model.Item;
import ronda.client.model.Page;
import ronda.client.model.Taken;

/**
 * A stranger's program that talks to the desk by a client that was generated from the published
 * OpenAPI document: what the document says is what the desk does.
 */
class TypedClientTest {
  private static final String POSTS =
      """
      {"text":"Main di CONTOH88 gacor maxwin, daftar wa 0812-0000-5151 sekarang","author":"tipe_a"}
      {"text":"Jalan di depan pasar sudah diperbaiki, terima kasih"}
      {"text": rusak
      """;

  @TempDir private static Path folder;

  private static RunningRonda ronda;

  @BeforeAll
  static void as_an_office_starts_it() {
    ronda = RunningRonda.upByLauncher(folder, "--sample");
  }

  @AfterAll
  static void end() {
    ronda.close();
  }

  @Test
  void the_launcher_gives_the_desk_a_gigabyte_of_heap_at_most() {
    assertThat(ronda.largestHeap()).isBetween(64L << 20, 1L << 30);
  }

  @Test
  void a_generated_client_brings_posts_and_reads_what_waits() throws ApiException {
    DefaultApi api = new DefaultApi(client(ronda.address(), ""));
    assertThat(api.health()).isNotNull();
    assertThatThrownBy(() -> api.listJobs(5, null))
        .isInstanceOfSatisfying(
            ApiException.class, refused -> assertThat(refused.getCode()).isEqualTo(401));

    DefaultApi known = new DefaultApi(client(ronda.address(), token(folder.resolve("home"))));
    Taken taken = known.bringPosts(POSTS, "tipe-1", null);
    assertThat(taken.getAccepted()).isEqualTo(2);
    assertThat(taken.getFindings()).isEqualTo(1);
    assertThat(Objects.requireNonNull(taken.getRejected()).getFirst().getLine()).isEqualTo(3);
    assertThat(known.bringPosts(POSTS, "tipe-1", null)).as("the same key again").isEqualTo(taken);

    Page first = known.listJobs(5, null);
    assertThat(first.getItems()).hasSize(5).extracting(Item::getCategory).isNotEmpty();
    Page second = known.listJobs(5, first.getNext());
    assertThat(second.getItems())
        .isNotEmpty()
        .doesNotContainAnyElementsOf(Objects.requireNonNull(first.getItems()));
    assertThat(second.getTotal()).isEqualTo(first.getTotal());
  }

  private static String token(Path home) {
    return RunningRonda.run("token", "klien", "--role", "reviewer", "--home", home.toString())
        .strip()
        .lines()
        .reduce("", (before, line) -> line);
  }

  private static ApiClient client(String address, String token) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(URI.create(address).toString());
    if (!token.isEmpty()) {
      client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    }
    return client;
  }
}
