package ronda.proof.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The only way out for one capture: a proxy on this machine that connects to public hosts and to no
 * others, counts connections and bytes, and is gone with the capture. A page, its redirects and all
 * that it loads go through it.
 */
final class FilteringProxy implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 400;
  private static final long MOST_BYTES = 64L << 20;
  private static final int LONGEST_HEAD = 1 << 16;
  private static final int PATIENCE_MILLIS = 15_000;

  private final PublicHosts hosts;
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final List<Obstacle> refusals = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService end =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("capture-end").factory());

  private FilteringProxy(PublicHosts hosts, ServerSocket door) {
    this.hosts = hosts;
    this.door = door;
  }

  /** A proxy that closes by itself after {@code longest}: a page may drip for ever. */
  static FilteringProxy open(PublicHosts hosts, Duration longest) throws IOException {
    var proxy =
        new FilteringProxy(hosts, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().name("capture-proxy").start(proxy::accept);
    proxy.end.schedule(proxy::closeByItself, longest.toMillis(), TimeUnit.MILLISECONDS);
    return proxy;
  }

  boolean isClosed() {
    return door.isClosed();
  }

  InetSocketAddress address() {
    return new InetSocketAddress(door.getInetAddress(), door.getLocalPort());
  }

  /** Why something was not connected to, for the record; at most a hundred. */
  List<Obstacle> refusals() {
    return List.copyOf(refusals);
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return; // The capture is over.
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setSoTimeout(PATIENCE_MILLIS);
      if (connections.incrementAndGet() > MOST_CONNECTIONS) {
        throw new Refused(Obstacle.Kind.LOADS_TOO_MANY, MOST_CONNECTIONS);
      }
      String head = head(client.getInputStream());
      String[] request = head.substring(0, Math.max(0, head.indexOf("\r\n"))).split(" ", -1);
      if (request.length != 3) {
        throw new Refused(Obstacle.Kind.ODD_REQUEST);
      }
      if (request[0].equals("CONNECT")) {
        tunnel(client, request[1]);
      } else {
        forward(client, request, head);
      }
    } catch (Refused refused) {
      refuse(client, refused);
    } catch (IOException over) {
      // One of the two hung up: so do we.
    } finally {
      open.remove(client);
    }
  }

  private void refuse(Socket client, Refused why) {
    if (refusals.size() < 100) {
      refusals.add(why.why());
    }
    try {
      client
          .getOutputStream()
          .write(
              "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
    } catch (IOException gone) {
      // It need not hear it.
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    int newlines = 0;
    while (newlines < 2) {
      int b = in.read();
      if (b < 0 || head.size() > LONGEST_HEAD) {
        throw new IOException("no head");
      }
      head.write(b);
      newlines = b == '\n' ? newlines + 1 : b == '\r' ? newlines : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private void tunnel(Socket client, String target) throws IOException {
    int colon = target.lastIndexOf(':');
    if (colon < 0) {
      throw new Refused(Obstacle.Kind.NO_PORT);
    }
    try (Socket server = connect(target.substring(0, colon), port(target.substring(colon + 1)))) {
      client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      Thread up = Thread.ofVirtual().start(() -> pour(client, server));
      copy(server.getInputStream(), client.getOutputStream());
      up.interrupt();
    }
  }

  private static int port(String text) throws Refused {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException none) {
      throw new Refused(Obstacle.Kind.NO_PORT);
    }
  }

  private void pour(Socket from, Socket to) {
    try {
      copy(from.getInputStream(), to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException over) {
      // The other direction notices, too.
    }
  }

  /**
   * One request and its answer; the connection ends with it, so that the next is looked at anew.
   */
  private void forward(Socket client, String[] request, String head) throws IOException {
    URI uri = hosts.address(request[1]);
    if (!"http".equalsIgnoreCase(uri.getScheme())) {
      throw new Refused(Obstacle.Kind.ONLY_HTTP);
    }
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    var lines = new StringBuilder(request[0] + " " + path + query + " HTTP/1.1\r\n");
    long body = 0;
    for (String line : head.substring(head.indexOf("\r\n") + 2).split("\r\n", -1)) {
      String name = line.toLowerCase(Locale.ROOT);
      if (name.startsWith("content-length:")) {
        body = length(line.substring(15).strip());
      }
      if (!line.isEmpty() && !name.startsWith("proxy-") && !name.startsWith("connection:")) {
        lines.append(line).append("\r\n");
      }
    }
    lines.append("Connection: close\r\n\r\n");
    try (Socket server = connect(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort())) {
      server.getOutputStream().write(lines.toString().getBytes(StandardCharsets.ISO_8859_1));
      send(body, client.getInputStream(), server.getOutputStream());
      copy(server.getInputStream(), client.getOutputStream());
    }
  }

  private static long length(String told) throws Refused {
    try {
      return Math.max(0, Long.parseLong(told));
    } catch (NumberFormatException none) {
      throw new Refused(Obstacle.Kind.ODD_REQUEST);
    }
  }

  /** A request's body, which counts like what comes back; one that breaks off goes no further. */
  private void send(long length, InputStream in, OutputStream out) throws IOException {
    byte[] some = new byte[1 << 14];
    for (long left = length; left > 0; ) {
      int n = in.read(some, 0, (int) Math.min(some.length, left));
      if (n < 0) {
        throw new IOException("the request broke off");
      }
      count(n);
      out.write(some, 0, n);
      left -= n;
    }
  }

  private void count(int more) throws Refused {
    if (bytes.addAndGet(more) > MOST_BYTES) {
      throw new Refused(Obstacle.Kind.LOADS_TOO_MUCH, MOST_BYTES);
    }
  }

  private Socket connect(String host, int port) throws IOException {
    InetSocketAddress where = hosts.resolve(host, port);
    var server = new Socket();
    open.add(server);
    server.connect(where, PATIENCE_MILLIS);
    server.setSoTimeout(PATIENCE_MILLIS);
    return server;
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
    byte[] some = new byte[1 << 14];
    for (int n = in.read(some); n >= 0; n = in.read(some)) {
      count(n);
      out.write(some, 0, n);
      out.flush();
    }
  }

  private void closeByItself() {
    try {
      close();
    } catch (IOException gone) {
      // It is closed, then.
    }
  }

  @Override
  public void close() throws IOException {
    end.shutdown();
    door.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
