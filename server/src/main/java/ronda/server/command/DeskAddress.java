package ronda.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ronda.server.door.PublicAddress;

/**
 * Where people reach the desk of a home (alamat meja): a server that runs on it writes it down, for
 * the commands beside it.
 */
final class DeskAddress {
  private static final Logger LOG = LoggerFactory.getLogger(DeskAddress.class);
  private static final String FILE = "address";
  private static final int LONGEST = 300;
  private static final int PATIENCE_MILLIS = 500;

  private DeskAddress() {}

  /** Writes it down where that can be done; a home that cannot be written needs no server less. */
  static void keep(Path home, String address) {
    try {
      Files.createDirectories(home);
      Files.writeString(home.resolve(FILE), address + "\n");
    } catch (IOException readOnly) {
      LOG.debug("the address is not written down in {}", home, readOnly);
    }
  }

  static void forget(Path home) {
    try {
      Files.deleteIfExists(home.resolve(FILE));
    } catch (IOException readOnly) {
      LOG.debug("the address stays in {}", home, readOnly);
    }
  }

  /**
   * The address of this home's desk.
   *
   * @param set where people reach it, as somebody said
   * @return empty if it is not set, and no server runs on this home
   */
  static Optional<String> of(Path home, PublicAddress set) {
    return set.isKnown() ? Optional.of(set.text()) : running(home);
  }

  /** Says where the person signs in; without a known address, what is to be put before the path. */
  static void tellSignIn(Path home, String path, PrintWriter out) {
    Optional<String> address = of(home, PublicAddress.ofEnvironment());
    out.println("Sign in: " + address.orElse("") + path);
    if (address.isEmpty()) {
      out.println(
          "Put the address of your desk before it, as ./ronda up prints it: for example"
              + " http://127.0.0.1:8080"
              + path.substring(0, path.lastIndexOf('/'))
              + "/...");
    }
    out.flush();
  }

  private static Optional<String> running(Path home) {
    Path file = home.resolve(FILE);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
        return Optional.empty();
      }
      String address = Files.readString(file).strip();
      return answers(URI.create(address)) ? Optional.of(address) : Optional.empty();
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** A server that was killed leaves its address behind. */
  private static boolean answers(URI address) {
    if (address.getHost() == null || address.getPort() < 1) {
      return false;
    }
    String host = address.getHost().replaceAll("[\\[\\]]", "");
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, address.getPort()), PATIENCE_MILLIS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }
}
