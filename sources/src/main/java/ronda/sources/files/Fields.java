package ronda.sources.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.sources.files.Why.Kind;

/** The fields of one row while it is being read. What was not there stays {@code null}. */
final class Fields {
  private final Naming naming;

  @Nullable String id;
  @Nullable String text;
  @Nullable String author;
  @Nullable String platform;
  @Nullable String url;
  @Nullable String postedAt;
  @Nullable String region;
  @Nullable String source;
  @Nullable String stance;
  @Nullable List<String> links;
  @Nullable List<String> images;
  @Nullable List<String> labels;

  Fields(Naming naming) {
    this.naming = naming;
  }

  /** The row these fields make; one without an id is called {@code idPrefix + line}. */
  Row row(long line, String idPrefix) throws Unreadable {
    String known = text;
    if (known == null) {
      throw new Unreadable(Why.of(Kind.NO_TEXT));
    }
    Text.checkLength(known);
    Post post = new Post(id == null ? idPrefix + line : id, known, origin());
    return new Row(line, post, orNone(labels), labels != null, orEmpty(source), orEmpty(stance));
  }

  private Origin origin() throws Unreadable {
    boolean nothing =
        author == null
            && platform == null
            && url == null
            && postedAt == null
            && region == null
            && links == null
            && images == null;
    return nothing
        ? Origin.UNKNOWN
        : new Origin(
            orEmpty(author),
            orEmpty(platform),
            orEmpty(url),
            instant(),
            orEmpty(region),
            orNone(links),
            orNone(images));
  }

  private Optional<Instant> instant() throws Unreadable {
    String written = postedAt;
    if (written == null || written.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> meant = instant(written);
    if (meant.isEmpty()) {
      throw new Unreadable(
          Why.of(
              naming.zone().isPresent() ? Kind.TIME_NOT_UNDERSTOOD : Kind.NOT_RFC_3339,
              written.length() > 60 ? written.substring(0, 60) + "…" : written));
    }
    return meant;
  }

  private Optional<Instant> instant(String written) {
    if (naming.zone().isPresent()) {
      return WrittenTime.of(written.strip(), naming.zone().get());
    }
    try {
      // RFC 3339, 5.6: a space may stand for the T, and t and z may be lower-case.
      return Optional.of(OffsetDateTime.parse(WrittenTime.iso(written)).toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static List<String> orNone(@Nullable List<String> values) {
    return values == null ? List.of() : values;
  }
}
