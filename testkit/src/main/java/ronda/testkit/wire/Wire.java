package ronda.testkit.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * The wire from a desk to a mail server on this machine, line by line (kabel). It can be cut and
 * mended, and something can happen while a word goes over it.
 */
public final class Wire implements AutoCloseable {
  /** The line that ends a mail. */
  public static final String END_OF_MAIL = ".";

  /** The server's answer to {@link #END_OF_MAIL}. */
  public static final String ANSWER = "the answer to .";

  private final int server;
  private final int port;
  private final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();
  private volatile ServerSocket door;
  private volatile CountDownLatch hanging = new CountDownLatch(0);
  private volatile boolean held;

  /**
   * @param server the mail server's port on this machine
   */
  public Wire(int server) {
    this.server = server;
    this.door = door(0);
    this.port = door.getLocalPort();
    listen(door);
  }

  private static ServerSocket door(int port) {
    try {
      ServerSocket door = new ServerSocket();
      door.setReuseAddress(true);
      door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return door;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void listen(ServerSocket mine) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (true) {
                  new Call(mine.accept(), new Socket(InetAddress.getLoopbackAddress(), server));
                }
              } catch (IOException cut) {
                held = false; // Nobody can call any more.
              }
            });
  }

  /** Where the desk calls. */
  public int port() {
    return port;
  }

  /** From now on nobody can call, until it is mended. */
  public void cut() {
    close();
  }

  /** Ends a {@link #cut}. */
  public void mend() {
    door = door(port);
    listen(door);
  }

  /**
   * Does this once, when the desk next says a line that begins with this word, before the mail
   * server hears it; for {@link #ANSWER}, before the desk hears that. If it throws, the line breaks
   * there, to both sides.
   */
  public void meanwhile(String word, Runnable what) {
    meanwhile.put(word, what);
  }

  /** The line breaks at this word. */
  public void breakAt(String word) {
    meanwhile(
        word,
        () -> {
          throw new IllegalStateException("the line breaks at " + word);
        });
  }

  /** The line hangs at this word, once, until it is {@link #hangUp hung up}. */
  public void hangAt(String word) {
    held = false;
    hanging = new CountDownLatch(1);
    CountDownLatch until = hanging;
    meanwhile(
        word,
        () -> {
          held = true;
          try {
            until.await();
          } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
          }
          throw new IllegalStateException("hung up at " + word);
        });
  }

  /** Whether a word hangs in the line now. */
  public boolean isHeld() {
    return held;
  }

  /** What hangs is never heard. */
  public void hangUp() {
    held = false;
    hanging.countDown();
  }

  private void happens(String word) {
    Runnable what = meanwhile.remove(word);
    if (what != null) {
      what.run();
    }
  }

  /** One conversation; a side that hangs up, or something that throws, ends it for both. */
  private final class Call {
    private final Socket desk;
    private final Socket mail;
    private volatile boolean ended;

    Call(Socket desk, Socket mail) {
      this.desk = desk;
      this.mail = mail;
      Thread.ofVirtual().start(() -> pump(this::toTheServer));
      Thread.ofVirtual().start(() -> pump(this::toTheDesk));
    }

    private interface Pump {
      void run() throws IOException;
    }

    private void pump(Pump way) {
      try (desk;
          mail) {
        way.run();
      } catch (IOException | IllegalStateException gone) {
        ended = false;
      }
    }

    private void toTheServer() throws IOException {
      InputStream in = new BufferedInputStream(desk.getInputStream());
      OutputStream out = mail.getOutputStream();
      boolean within = false;
      for (byte[] line = line(in); line.length > 0; line = line(in)) {
        String word = word(line);
        boolean last = within && word.equals(END_OF_MAIL);
        if (!within || last) {
          happens(word);
          ended |= last;
        }
        out.write(line);
        out.flush();
        within = word.equals("DATA") || within && !last;
      }
    }

    private void toTheDesk() throws IOException {
      InputStream in = new BufferedInputStream(mail.getInputStream());
      OutputStream out = desk.getOutputStream();
      for (byte[] line = line(in); line.length > 0; line = line(in)) {
        if (ended) {
          ended = false;
          happens(ANSWER);
        }
        out.write(line);
        out.flush();
      }
    }
  }

  /** The first word of a line, in capitals. */
  private static String word(byte[] line) {
    String words = new String(line, StandardCharsets.ISO_8859_1).strip();
    int space = words.indexOf(' ');
    return (space < 0 ? words : words.substring(0, space)).toUpperCase(Locale.ROOT);
  }

  /** The next line with its end; empty at the end. */
  private static byte[] line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      line.write(next);
      if (next == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }

  @Override
  public void close() {
    hangUp();
    try {
      door.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
