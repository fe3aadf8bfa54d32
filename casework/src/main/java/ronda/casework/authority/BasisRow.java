package ronda.casework.authority;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import ronda.identify.post.Category;

/**
 * Which law a kind of harm breaks (dasar hukum).
 *
 * @param categories never empty: what is about everything is the basis of nothing
 * @param from the first day of the law: it is chosen by the day on which the content was posted
 * @param threat the punishment it threatens; empty where the row is not about a crime
 * @param complaint whether only the person concerned may set it going (delik aduan)
 * @param defamation whether it is about honour or good name: never on behalf of an office, which
 *     has none to lose (MK 105/PUU-XXII/2024)
 */
public record BasisRow(
    String id,
    Set<Category> categories,
    LocalDate from,
    Optional<LocalDate> until,
    String basis,
    String threat,
    boolean complaint,
    boolean defamation,
    String source,
    Check check,
    String note)
    implements Row {
  public BasisRow {
    Rows.check(id, from, until, basis);
    if (categories.isEmpty()) {
      throw new IllegalArgumentException(id + " is about no category");
    }
    categories = Rows.ordered(categories);
    basis = Rows.text(id, "basis", basis);
    threat = Rows.text(id, "threat", threat);
    source = Rows.text(id, "source", source);
    note = Rows.text(id, "note", note);
  }
}
