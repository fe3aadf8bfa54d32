package ronda.bench.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Made-up posts and terms that look Indonesian to a byte matcher: the same for the same seed,
 * everywhere.
 *
 * <p>Words are built of syllables; a few thousand words, used with the frequencies of a natural
 * vocabulary, make the posts. Terms are built of the same syllables, often two words or a word with
 * digits, as brand names are. One post in fifteen is given a term.
 */
final class MadeUpPosts {
  private static final String[] STARTS = {
    "b", "c", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "y", "", "ng", "ny",
    "kh", "pr", "tr", "st"
  };
  private static final String[] MIDDLES = {"a", "a", "a", "e", "i", "i", "o", "u", "u", "ai"};
  private static final String[] ENDS = {"", "", "", "", "n", "ng", "k", "r", "s", "t", "h", "l"};
  private static final String[] TAILS = {"88", "77", "138", "168", "303", "4d", "99", "69"};
  private static final int VOCABULARY = 12_000;

  private final List<byte[]> posts;
  private final List<byte[]> terms;

  private MadeUpPosts(List<byte[]> posts, List<byte[]> terms) {
    this.posts = posts;
    this.terms = terms;
  }

  /** So many posts of about {@code meanBytes} bytes, and so many terms. */
  static MadeUpPosts of(long seed, int posts, int meanBytes, int terms) {
    Random random = new Random(seed);
    String[] words = new String[VOCABULARY];
    Arrays.setAll(words, i -> word(random, 1 + random.nextInt(4)));
    Set<String> distinct = new LinkedHashSet<>();
    while (distinct.size() < terms) {
      String term = term(random);
      if (term.length() >= 6) {
        distinct.add(term);
      }
    }
    List<String> listed = new ArrayList<>(distinct);
    List<byte[]> made = new ArrayList<>();
    for (int i = 0; i < posts; i++) {
      made.add(bytes(post(random, words, listed, meanBytes)));
    }
    return new MadeUpPosts(made, listed.stream().map(MadeUpPosts::bytes).toList());
  }

  List<byte[]> posts() {
    return posts;
  }

  List<byte[]> terms() {
    return terms;
  }

  long totalBytes() {
    return posts.stream().mapToLong(post -> post.length).sum();
  }

  private static String post(Random random, String[] words, List<String> terms, int meanBytes) {
    int length = meanBytes / 2 + random.nextInt(meanBytes);
    StringBuilder post = new StringBuilder();
    while (post.length() < length) {
      // The nth word about 1/n as often as the first.
      int rank = (int) Math.exp(random.nextDouble() * Math.log(VOCABULARY));
      post.append(words[rank]).append(random.nextInt(12) == 0 ? ", " : " ");
      if (random.nextInt(60) == 0) {
        post.append(random.nextInt(100_000)).append(' ');
      }
    }
    if (random.nextInt(15) == 0) {
      post.append(terms.get(random.nextInt(terms.size())));
    }
    return post.toString();
  }

  private static String term(Random random) {
    String first = word(random, 2 + random.nextInt(3));
    return switch (random.nextInt(3)) {
      case 0 -> first + TAILS[random.nextInt(TAILS.length)];
      case 1 -> first + " " + word(random, 2);
      default -> first + word(random, 1);
    };
  }

  private static String word(Random random, int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(STARTS[random.nextInt(STARTS.length)])
          .append(MIDDLES[random.nextInt(MIDDLES.length)])
          .append(ENDS[random.nextInt(ENDS.length)]);
    }
    return word.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
