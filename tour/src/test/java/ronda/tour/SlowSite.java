package ronda.tour;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A made-up site whose {@code page} can be held back once a browser asks for it, and a time stamp
 * authority that never stamps and can be held back as well.
 */
final class SlowSite implements AutoCloseable {
  private final HttpServer server;
  private final Set<String> held = ConcurrentHashMap.newKeySet();
  private final AtomicInteger visits = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  SlowSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/authority", asked -> answer(asked, 503, "authority", ""));
    server.createContext("/page", this::page);
    server.start();
  }

  String address(String name) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
  }

  void hold() {
    visits.set(0);
    gate = new CountDownLatch(1);
  }

  void release() {
    gate.countDown();
    held.clear();
  }

  /** Whether somebody waits for this. */
  boolean isHeld(String name) {
    return held.contains(name);
  }

  /** The first who asks is the desk itself; the next is its browser. */
  private void page(HttpExchange asked) throws IOException {
    boolean first = visits.getAndIncrement() == 0;
    answer(asked, 200, first ? "" : "page", "<h1>CONTOH88</h1><p>Situs karangan untuk uji coba");
  }

  private void answer(HttpExchange asked, int status, String heldAs, String words)
      throws IOException {
    if (!heldAs.isEmpty() && gate.getCount() > 0) {
      held.add(heldAs);
      try {
        gate.await();
      } catch (InterruptedException over) {
        Thread.currentThread().interrupt();
      }
    }
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    asked.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    asked.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    asked.getResponseBody().write(bytes);
    asked.close();
  }

  @Override
  public void close() {
    gate.countDown();
    server.stop(0);
  }
}
