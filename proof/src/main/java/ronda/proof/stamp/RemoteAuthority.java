package ronda.proof.stamp;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import ronda.casework.chain.Hash;

/** An authority that is asked over HTTP, as RFC 3161 section 3.4 says. */
public final class RemoteAuthority implements Stamps {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final URI address;
  private final Duration patience;
  private final HttpClient client;

  public RemoteAuthority(URI address) {
    this(address, PATIENCE);
  }

  RemoteAuthority(URI address, Duration patience) {
    this.address = address;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
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

  /** Bounded in size, and in time to the answer's last byte: one may come drop by drop. */
  private byte[] ask(byte[] asked) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Content-Type", "application/timestamp-query")
            .POST(HttpRequest.BodyPublishers.ofByteArray(asked))
            .build();
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(
            request,
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), StampCheck.LARGEST + 1L));
    try {
      HttpResponse<byte[]> answer = coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() != 200) {
        throw new IOException("it answered " + answer.statusCode());
      }
      return answer.body();
    } catch (TimeoutException late) {
      throw new IOException("it did not answer within " + patience.toSeconds() + " s", late);
    } catch (ExecutionException failed) {
      throw new IOException(String.valueOf(failed.getCause()), failed);
    } finally {
      coming.cancel(true);
    }
  }
}
