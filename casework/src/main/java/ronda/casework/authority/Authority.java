package ronda.casework.authority;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ronda.identify.post.Category;

/**
 * The authority table (tabel kewenangan): who may do what, and which law a kind of harm breaks. No
 * jurist has checked it; every row says how far it was checked.
 *
 * <p>Two different days matter. What an office may do is asked for the day on which it does it,
 * mostly today. Which article was broken is asked for the day on which the content was posted: on 2
 * January 2026 the criminal code changed, and a post of the day before is judged by the old one.
 */
public final class Authority {
  private final List<ActRow> acts;
  private final List<BasisRow> bases;
  private final Map<String, Row> byId;

  /** A table of these rows; {@link IllegalArgumentException} where two have the same id. */
  public Authority(Collection<? extends Row> rows) {
    List<ActRow> actRows = new ArrayList<>();
    List<BasisRow> basisRows = new ArrayList<>();
    Map<String, Row> all = new LinkedHashMap<>();
    for (Row row : rows) {
      if (all.put(row.id(), row) != null) {
        throw new IllegalArgumentException("two rows have the id " + row.id());
      }
      switch (row) {
        case ActRow act -> actRows.add(act);
        case BasisRow basis -> basisRows.add(basis);
      }
    }
    acts = List.copyOf(actRows);
    bases = List.copyOf(basisRows);
    byId = Map.copyOf(all);
  }

  /** Whether {@code by} may do this about content of this category on that day. */
  public Answer ask(Act act, Actor by, Category category, LocalDate on) {
    List<ActRow> rows =
        acts.stream()
            .filter(row -> row.act() == act && row.by().contains(by))
            .filter(row -> row.isAbout(category) && row.holdsOn(on))
            .toList();
    if (rows.isEmpty()) {
      return new Answer.Silent();
    }
    if (rows.stream().allMatch(row -> row.says() == Ruling.ALLOWED)) {
      return new Answer.Allowed(rows);
    }
    Set<Recipient> to = EnumSet.noneOf(Recipient.class);
    rows.stream().filter(row -> row.says() == Ruling.REFER).forEach(row -> to.addAll(row.to()));
    return to.isEmpty() ? new Answer.Forbidden(rows) : new Answer.Refer(rows, to);
  }

  /** Whom {@code by} may refer content of this category to on that day; empty if to nobody. */
  public Set<Recipient> recipients(Actor by, Category category, LocalDate on) {
    Set<Recipient> to = EnumSet.noneOf(Recipient.class);
    switch (ask(Act.REFER, by, category, on)) {
      case Answer.Allowed allowed -> allowed.rows().forEach(row -> to.addAll(row.to()));
      case Answer.Refer refer -> to.addAll(refer.to());
      case Answer.Forbidden forbidden -> {}
      case Answer.Silent silent -> {}
    }
    return to;
  }

  /**
   * The laws that content of this category, posted on that day, is suspected to break and that a
   * letter may cite.
   */
  public List<BasisRow> bases(Category category, LocalDate posted) {
    return bases.stream()
        .filter(row -> row.isAbout(category) && row.holdsOn(posted))
        .filter(row -> row.check().mayBeCited())
        .toList();
  }

  /** As above for content that was posted on several days: each day has its own law. */
  public List<BasisRow> bases(Category category, Collection<LocalDate> posted) {
    Set<BasisRow> all = new LinkedHashSet<>();
    posted.stream().sorted().distinct().forEach(day -> all.addAll(bases(category, day)));
    return List.copyOf(all);
  }

  /** The row with this id, if there is one. */
  public Optional<Row> row(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All rows on acts, in the table's order. */
  public List<ActRow> acts() {
    return acts;
  }

  /** All rows on laws, in the table's order. */
  public List<BasisRow> bases() {
    return bases;
  }
}
