package ronda.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import ronda.identify.post.Post;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts to measure with, read from JSON Lines files. */
record Posts(List<Post> all, long bytes) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Mean size of a text in UTF-8 bytes. */
  double meanBytes() {
    return (double) bytes / all.size();
  }

  /** Every post whose place is even, or odd: two halves that share no post. */
  Posts half(int parity) {
    List<Post> some = new ArrayList<>();
    for (int i = parity; i < all.size(); i += 2) {
      some.add(all.get(i));
    }
    return of(some);
  }

  static Posts of(List<Post> posts) {
    long bytes = 0;
    for (Post post : posts) {
      bytes += post.text().getBytes(StandardCharsets.UTF_8).length;
    }
    return new Posts(List.copyOf(posts), bytes);
  }

  /**
   * Reads {@code FILE} or {@code FILE:N} (its first N rows) for each argument and shuffles them
   * with a fixed seed.
   */
  static Posts read(List<String> sources) throws IOException {
    List<Post> posts = new ArrayList<>();
    for (String source : sources) {
      int colon = source.lastIndexOf(':');
      int most = colon > 0 ? Integer.parseInt(source.substring(colon + 1)) : Integer.MAX_VALUE;
      Path file = Path.of(colon > 0 ? source.substring(0, colon) : source);
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        int taken = 0;
        for (String line = lines.readLine();
            line != null && taken < most;
            line = lines.readLine(), taken++) {
          JsonNode row = JSON.readTree(line);
          posts.add(Post.of(Integer.toString(posts.size()), row.path("text").asString("")));
        }
      }
    }
    Collections.shuffle(posts, new Random(7));
    return of(posts);
  }
}
