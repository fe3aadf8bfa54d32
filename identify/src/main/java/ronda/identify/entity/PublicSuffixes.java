package ronda.identify.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where in a host name the part begins that somebody registered: {@code example.co.id} in {@code
 * www.example.co.id}.
 *
 * <p>The rules are those of the Public Suffix List (publicsuffix.org, MPL-2.0), its private section
 * included, so that every tenant of a hosting platform counts as a domain of its own. The build
 * makes the table; {@code docs/decisions/004-public-suffix-list.md} says from what.
 */
final class PublicSuffixes {
  private static final String TABLE = "public-suffixes.txt";

  /** A host name has at most this many labels that a rule could reach. */
  private static final int DEEPEST_RULE = 8;

  private static final byte PLAIN = 1;
  private static final byte WILDCARD = 2;
  private static final byte EXCEPTION = 4;

  private final NameTable names;
  private final byte[] rules;

  private PublicSuffixes(Map<String, Byte> rulesByName) {
    this.names = NameTable.of(rulesByName.keySet());
    this.rules = new byte[rulesByName.size()];
    int i = 0;
    for (byte rule : rulesByName.values()) {
      rules[i++] = rule;
    }
  }

  /**
   * The list that the build put beside this class; read once, when a host is first asked about:
   * many short runs meet none.
   */
  static PublicSuffixes bundled() {
    return Bundled.LIST;
  }

  private static final class Bundled {
    static final PublicSuffixes LIST = read();
  }

  private static PublicSuffixes read() {
    Map<String, Byte> rules = new LinkedHashMap<>(20_000);
    try (InputStream in = PublicSuffixes.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException(
            TABLE + " is missing: the build makes it from ronda-tables");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
          .lines()
          .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
          .forEach(line -> addRule(line, rules));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + TABLE + " from the program's own archive", e);
    }
    return new PublicSuffixes(rules);
  }

  private static void addRule(String line, Map<String, Byte> rules) {
    if (line.startsWith("*.")) {
      rules.merge(line.substring(2), WILDCARD, (a, b) -> (byte) (a | b));
    } else if (line.startsWith("!")) {
      rules.merge(line.substring(1), EXCEPTION, (a, b) -> (byte) (a | b));
    } else {
      rules.merge(line, PLAIN, (a, b) -> (byte) (a | b));
    }
  }

  /**
   * Where the registered domain begins within the lower-case host {@code from..to}.
   *
   * @return a place in {@code from..to}, or -1 where no listed suffix ends the host or the host is
   *     nothing but a suffix
   */
  int registeredFrom(byte[] host, int from, int to) {
    int label = from;
    int labelBefore = -1;
    for (int dots = dots(host, from, to); dots >= DEEPEST_RULE; dots--) {
      labelBefore = label;
      label = nextLabel(host, label, to);
    }
    while (label < to) {
      int rule = ruleOf(host, label, to);
      if ((rule & EXCEPTION) != 0) {
        return label;
      }
      int next = nextLabel(host, label, to);
      if ((rule & PLAIN) != 0 || (next < to && (ruleOf(host, next, to) & WILDCARD) != 0)) {
        return labelBefore;
      }
      labelBefore = label;
      label = next;
    }
    return -1;
  }

  private int ruleOf(byte[] host, int from, int to) {
    int name = names.numberOf(host, from, to);
    return name == NameTable.ABSENT ? 0 : rules[name];
  }

  private static int dots(byte[] host, int from, int to) {
    int dots = 0;
    for (int i = from; i < to; i++) {
      if (host[i] == '.') {
        dots++;
      }
    }
    return dots;
  }

  private static int nextLabel(byte[] host, int label, int to) {
    int i = label;
    while (i < to && host[i] != '.') {
      i++;
    }
    return Math.min(to, i + 1);
  }
}
