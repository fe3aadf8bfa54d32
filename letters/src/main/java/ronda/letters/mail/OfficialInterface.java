package ronda.letters.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Hands a letter's data file to a recipient's interface, by HTTP (layanan antarsistem penerima): a
 * POST of the JSON with an {@code Idempotency-Key}, under which the other side must take a letter
 * once however often it comes. One that does not promise that must not be configured.
 */
public final class OfficialInterface {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LONGEST_WORDS = 300;

  private final HttpClient client;
  private final String secret;
  private final Duration patience;

  /**
   * @param secret sent as a bearer token; empty for none
   */
  public OfficialInterface(String secret) {
    this(secret, PATIENCE);
  }

  OfficialInterface(String secret, Duration patience) {
    this.secret = secret;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** The address, if letters may be handed over there: protected, or on this very machine. */
  public static Optional<URI> address(String text) {
    try {
      URI address = URI.create(text.strip());
      String host = address.getHost() == null ? "" : address.getHost();
      boolean here = host.equals("localhost") || host.equals("127.0.0.1");
      boolean safe =
          "https".equals(address.getScheme()) || here && "http".equals(address.getScheme());
      return safe && !host.isEmpty() && address.getUserInfo() == null
          ? Optional.of(address)
          : Optional.empty();
    } catch (IllegalArgumentException odd) {
      return Optional.empty();
    }
  }

  /** Hands {@code json} over. It may be repeated with the same key. */
  public Handover send(URI address, String key, String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8));
    if (!secret.isEmpty()) {
      request.header("Authorization", "Bearer " + secret);
    }
    try {
      HttpResponse<InputStream> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      answer.body().close(); // What else is said is not read: it might never end.
      String words = "HTTP " + answer.statusCode();
      return switch (answer.statusCode() / 100) {
        case 2 -> new Handover.Taken(words);
        case 4 ->
            answer.statusCode() == 429 || answer.statusCode() == 408
                ? new Handover.Later(words)
                : new Handover.Refused(words);
        case 3 -> new Handover.Refused(OurWords.SENDS_ELSEWHERE.about(words));
        default -> new Handover.Later(words);
      };
    } catch (ConnectException away) {
      return new Handover.Later(OurWords.NOBODY_ANSWERS.about(address.getHost()));
    } catch (IOException broken) {
      return new Handover.Later(words(broken));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Handover.Later(OurWords.ENDING.about(""));
    }
  }

  private static String words(IOException broken) {
    String said = OurWords.BROKEN.about(String.valueOf(broken.getMessage()));
    return said.substring(0, Math.min(said.length(), LONGEST_WORDS));
  }
}
