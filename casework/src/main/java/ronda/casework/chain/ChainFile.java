package ronda.casework.chain;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A chain as a text file that lasts: one entry a line, each a JSON object with the same fields in
 * the same order, and at the end a line with the number of entries and the last hash. Every entry
 * has exactly one spelling, so that a reader accepts nothing else and no byte can be changed
 * unseen.
 */
public final class ChainFile {
  /** No entry is longer, in characters. */
  public static final int LONGEST_LINE = 1 << 20;

  private static final List<String> WORDS =
      List.of("number", "actor", "act", "subject", "body", "before", "hash");

  private ChainFile() {}

  /** The line of an entry, without its line feed. */
  public static String line(Link link) {
    var line = new StringBuilder(256);
    line.append("{\"number\":").append(link.number());
    field("at", link.at().toString(), line);
    field("actor", link.actor(), line);
    field("act", link.act(), line);
    field("subject", link.subject(), line);
    field("body", link.body(), line);
    field("before", link.before().hex(), line);
    field("hash", link.hash().hex(), line);
    return line.append('}').toString();
  }

  /** The line that ends the file. */
  public static String end(long entries, Hash head) {
    return "{\"entries\":" + entries + ",\"head\":\"" + head.hex() + "\"}";
  }

  /** The entry of a line; empty unless the line is what {@link #line} writes. */
  public static Optional<Link> read(String line) {
    try {
      var scan = new Scan(line);
      long number = scan.number("{\"number\":");
      var link =
          new Link(
              number,
              Instant.parse(scan.field("at")),
              scan.field("actor"),
              scan.field("act"),
              scan.field("subject"),
              scan.field("body"),
              new Hash(scan.field("before")),
              new Hash(scan.field("hash")));
      return line(link).equals(line) ? Optional.of(link) : Optional.empty();
    } catch (DateTimeException | IllegalArgumentException otherwise) {
      return Optional.empty();
    }
  }

  /**
   * Whether a file looks as if it had been written here, before somebody perhaps changed it: most
   * of the words that every entry holds are there.
   */
  public static boolean resembles(String beginning) {
    return WORDS.stream().filter(beginning::contains).count() >= WORDS.size() - 2
        || beginning.startsWith("{\"entries\":0,");
  }

  private static void field(String name, String value, StringBuilder line) {
    line.append(",\"").append(name).append("\":\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> line.append("\\\"");
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        default -> {
          if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
            line.append("\\u%04x".formatted((int) c));
          } else {
            line.append(c);
          }
        }
      }
    }
    line.append('"');
  }

  /** Walks a line from left to right; whatever is not as written is refused. */
  private static final class Scan {
    private final String line;
    private int at;

    Scan(String line) {
      this.line = line;
    }

    long number(String before) {
      expect(before);
      int from = at;
      while (at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
        at++;
      }
      return Long.parseLong(line, from, at, 10);
    }

    String field(String name) {
      expect(",\"" + name + "\":\"");
      var value = new StringBuilder();
      while (next() != '"') {
        value.append(line.charAt(at) == '\\' ? escaped() : line.charAt(at++));
      }
      at++;
      return value.toString();
    }

    private char escaped() {
      at++;
      char kind = next();
      at++;
      return switch (kind) {
        case 'n' -> '\n';
        case 'u' -> (char) Integer.parseInt(line, at, at = Math.min(at + 4, line.length()), 16);
        default -> kind;
      };
    }

    private char next() {
      if (at >= line.length()) {
        throw new IllegalArgumentException("the line ends too early");
      }
      return line.charAt(at);
    }

    private void expect(String words) {
      if (!line.startsWith(words, at)) {
        throw new IllegalArgumentException("expected " + words);
      }
      at += words.length();
    }
  }
}
