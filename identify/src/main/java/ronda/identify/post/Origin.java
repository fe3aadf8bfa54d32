package ronda.identify.post;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a post came from (asal). What is not known is an empty string, an empty list or an empty
 * optional.
 *
 * @param author the account's name as the platform shows it
 * @param region an official region code, such as {@code 32.71}
 * @param links addresses that the platform keeps beside the text
 * @param images pictures that belong to the post: paths, or {@code sha256:} and the hash of the
 *     bytes
 */
public record Origin(
    String author,
    String platform,
    String url,
    Optional<Instant> postedAt,
    String region,
    List<String> links,
    List<String> images) {

  public static final Origin UNKNOWN =
      new Origin("", "", "", Optional.empty(), "", List.of(), List.of());

  public Origin {
    links = List.copyOf(links);
    images = List.copyOf(images);
  }
}
