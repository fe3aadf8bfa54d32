package ronda.proof.stamp;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import ronda.casework.chain.Hash;

/** An authority that is asked over HTTP, as RFC 3161 section 3.4 says. */
public final class RemoteAuthority implements Stamps {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public RemoteAuthority(URI address) {
    this.address = address;
  }

  @Override
  public Answer stamp(Hash sha256) {
    try {
      var nonce = new BigInteger(64, new SecureRandom());
      var request = new TimeStampRequestGenerator();
      request.setCertReq(true);
      byte[] asked =
          request
              .generate(TSPAlgorithms.SHA256, HexFormat.of().parseHex(sha256.hex()), nonce)
              .getEncoded();
      return new Answer.Stamped(StampCheck.read(ask(asked), sha256, nonce));
    } catch (IOException | StampCheck.Refused failed) {
      return new Answer.Refused(address.getHost() + ": " + failed.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Answer.Refused("stopped while asking " + address.getHost());
    }
  }

  private byte[] ask(byte[] asked) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/timestamp-query")
            .POST(HttpRequest.BodyPublishers.ofByteArray(asked))
            .build();
    HttpResponse<InputStream> answer =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() != 200) {
        throw new IOException("it answered " + answer.statusCode());
      }
      return body.readNBytes(StampCheck.LARGEST + 1);
    }
  }
}
