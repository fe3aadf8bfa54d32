package ronda.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import ronda.identify.Patrol;
import ronda.identify.post.Post;
import ronda.policies.outfit.Outfit;

/**
 * What the ministry's machine was shown doing in three days: 1.2 million pages, here of 2 KB of
 * visible text each, walked on two cores. The pages are posts laid end to end; there are 20,000
 * different ones.
 */
final class PagesBench {
  private static final int PAGES = 1_200_000;
  private static final int PAGE_BYTES = 2048;
  private static final int DIFFERENT = 20_000;
  private static final int THREADS = 2;

  private final Path root;
  private final Posts posts;

  PagesBench(Path root, Posts posts) {
    this.root = root;
    this.posts = posts;
  }

  List<String> run() throws IOException, InterruptedException {
    Patrol patrol = Outfit.patrol(root);
    List<Post> pages = pages();
    long start = System.nanoTime();
    AtomicInteger next = new AtomicInteger();
    AtomicInteger found = new AtomicInteger();
    Thread[] walkers = new Thread[THREADS];
    for (int t = 0; t < THREADS; t++) {
      walkers[t] =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = next.getAndIncrement(); i < PAGES; i = next.getAndIncrement()) {
                      Post page = pages.get(i % pages.size());
                      found.addAndGet(patrol.examine(page).findings().size());
                    }
                  });
    }
    for (Thread walker : walkers) {
      walker.join();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return List.of(
        String.format(
            Locale.ROOT,
            "%,d pages of %,d bytes (%,d different), %d threads: **%.1f s**, %,.0f pages/s, %,d"
                + " findings.",
            PAGES,
            PAGE_BYTES,
            pages.size(),
            THREADS,
            seconds,
            PAGES / seconds,
            found.get()));
  }

  private List<Post> pages() {
    List<Post> pages = new ArrayList<>();
    StringBuilder page = new StringBuilder();
    int bytes = 0;
    for (int i = 0; pages.size() < DIFFERENT; i = (i + 1) % posts.all().size()) {
      String text = posts.all().get((i * 31 + pages.size()) % posts.all().size()).text();
      page.append(text).append('\n');
      bytes += text.getBytes(StandardCharsets.UTF_8).length + 1;
      if (bytes >= PAGE_BYTES) {
        pages.add(Post.of(Integer.toString(pages.size()), cut(page.toString())));
        page.setLength(0);
        bytes = 0;
      }
    }
    return pages;
  }

  /** The first {@link #PAGE_BYTES} bytes, cut at a whole character. */
  private static String cut(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int end = Math.min(PAGE_BYTES, bytes.length);
    while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }
}
