package ronda.casework.authority;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import ronda.identify.post.Category;

/**
 * Who may do what (baris tindakan).
 *
 * @param by whom it is about; never empty
 * @param from the first day on which the act may (or may not) be done so
 * @param to whom the act is referred to, or for {@link Act#REFER} to whom one may refer
 */
public record ActRow(
    String id,
    Act act,
    Set<Actor> by,
    Set<Category> categories,
    Ruling says,
    Set<Recipient> to,
    LocalDate from,
    Optional<LocalDate> until,
    String basis,
    String source,
    Check check,
    String note)
    implements Row {
  public ActRow {
    Rows.check(id, from, until, basis);
    if (by.isEmpty()) {
      throw new IllegalArgumentException(id + " says not who");
    }
    boolean names = says == Ruling.REFER || act == Act.REFER && says == Ruling.ALLOWED;
    if (names == to.isEmpty()) {
      throw new IllegalArgumentException(
          id + (names ? " says not to whom" : " names recipients and refers to nobody"));
    }
    by = Rows.ordered(by);
    categories = Rows.ordered(categories);
    to = Rows.ordered(to);
    basis = Rows.text(id, "basis", basis);
    source = Rows.text(id, "source", source);
    note = Rows.text(id, "note", note);
  }
}
