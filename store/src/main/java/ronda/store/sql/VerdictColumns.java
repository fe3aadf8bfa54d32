package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

/** A verdict in the columns verdict, category, stance, severity and original. */
final class VerdictColumns {
  private VerdictColumns() {}

  /** The columns by name; those that do not apply are null. */
  static Map<String, @Nullable Object> of(Verdict verdict) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("verdict", verdict.code());
    Verdict.@Nullable Confirmed confirmed = verdict instanceof Verdict.Confirmed one ? one : null;
    columns.put("category", confirmed == null ? null : confirmed.category().name());
    columns.put("stance", confirmed == null ? null : confirmed.stance().name());
    columns.put("severity", confirmed == null ? null : confirmed.severity().ordinal());
    columns.put("original", verdict instanceof Verdict.DuplicateOf same ? same.job() : null);
    return columns;
  }

  static Verdict of(ResultSet row) throws SQLException {
    return of(row, "");
  }

  /**
   * @param prefix what stands before each column's name
   */
  static Verdict of(ResultSet row, String prefix) throws SQLException {
    String code = row.getString(prefix + "verdict");
    return switch (code) {
      case "confirmed" ->
          new Verdict.Confirmed(
              Category.valueOf(row.getString(prefix + "category")),
              Stance.valueOf(row.getString(prefix + "stance")),
              Severity.values()[row.getInt(prefix + "severity")]);
      case "not-harmful" -> new Verdict.NotHarmful();
      case "needs-second" -> new Verdict.NeedsSecond();
      case "duplicate" -> new Verdict.DuplicateOf(row.getObject(prefix + "original", UUID.class));
      default -> throw new IllegalStateException("no verdict is called " + code);
    };
  }
}
