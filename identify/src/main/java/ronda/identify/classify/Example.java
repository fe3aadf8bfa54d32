package ronda.identify.classify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.TermFound;
import ronda.identify.text.PlainText;

/**
 * One text with what is known of it, to learn from.
 *
 * @param labels what it is; every string may be a label
 * @param unknown labels this example says nothing about: it is neither for nor against them. A set
 *     of tweets about hate that nobody read for fraud is silent about {@code scam}
 * @param weight how much it counts, above 0; 1 is usual
 * @param group texts that stay together when examples are split, such as one brand's or one
 *     source's; empty where it stands alone
 */
public record Example(
    PlainText text,
    List<TermFound> terms,
    List<EntityFound> entities,
    Set<String> labels,
    Set<String> unknown,
    double weight,
    String group) {
  public Example {
    terms = List.copyOf(terms);
    entities = List.copyOf(entities);
    labels = Set.copyOf(labels);
    unknown = Set.copyOf(unknown);
    if (!(weight > 0 && weight <= 1e6)) {
      throw new IllegalArgumentException("weight must lie above 0 and up to 1e6, was " + weight);
    }
  }

  /**
   * What texts that stay together have in common: their group, or else their letters alone. Bots
   * repeat themselves, and number, sign and decorate their copies. What has no letters stands for
   * itself.
   */
  public byte[] together() {
    if (!group.isEmpty()) {
      return group.getBytes(StandardCharsets.UTF_8);
    }
    byte[] plain = Arrays.copyOf(text.bytes(), text.length());
    byte[] letters = new byte[plain.length];
    int n = 0;
    for (byte b : plain) {
      if (b >= 'a' && b <= 'z') {
        letters[n++] = b;
      }
    }
    return n == 0 ? plain : Arrays.copyOf(letters, n);
  }

  /** A text of which every label is known, counting once, standing alone. */
  public static Example of(
      PlainText text, List<TermFound> terms, List<EntityFound> entities, Set<String> labels) {
    return new Example(text, terms, entities, labels, Set.of(), 1, "");
  }
}
