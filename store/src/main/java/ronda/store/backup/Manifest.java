package ronda.store.backup;

import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds: the first thing to be believed, and only after its own sum was right.
 *
 * @param format of the file; a release reads those up to its own
 * @param ronda the release that wrote it
 * @param schema the version of the tables
 * @param createdAt the moment the backup shows
 * @param tables in the order in which they stand in the file
 * @param sequences where numbering goes on
 */
public record Manifest(
    int format,
    String ronda,
    String schema,
    Instant createdAt,
    List<Table> tables,
    List<Sequence> sequences) {
  /** What this release writes. */
  static final int FORMAT = 1;

  /**
   * One table in the file.
   *
   * @param name without its schema, unquoted
   * @param columns those that were written, in this order
   * @param rows how many
   * @param sha256 of the rows as COPY wrote them, in hexadecimal digits
   */
  public record Table(String name, List<String> columns, long rows, String sha256) {
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Where a sequence stood.
   *
   * @param name without its schema, unquoted
   * @param last the last number it gave, or the first it will give
   * @param called whether {@code last} was given already
   */
  public record Sequence(String name, long last, boolean called) {}

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  public Manifest {
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
  }

  /** Rows of all tables together. */
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }

  byte[] json() {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
  }

  /** Reads what {@link #json} wrote; of a newer format only so much as says so. */
  static Manifest of(byte[] json) {
    try {
      int format = JSON.readTree(json).path("format").asInt(0);
      if (format > FORMAT) {
        throw new BackupRefused(
            "it was written by a newer release of Ronda (file format %d, this release reads up to %d)"
                .formatted(format, FORMAT));
      }
      return JSON.readValue(json, Manifest.class);
    } catch (JacksonException | NullPointerException strange) {
      throw new BackupRefused("its list of contents cannot be read", strange);
    }
  }
}
