package ronda.casework.authority;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the table answers when somebody asks whether an act may be done. */
public sealed interface Answer {
  /** Every row from which the answer comes, also those that were outweighed. */
  List<ActRow> rows();

  record Allowed(List<ActRow> rows) implements Answer {
    public Allowed {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Not by oneself. Where sources disagree this is the answer too, and both are among the rows.
   *
   * @param to who may; never empty
   */
  record Refer(List<ActRow> rows, Set<Recipient> to) implements Answer {
    public Refer {
      rows = List.copyOf(rows);
      to = Rows.ordered(to);
    }
  }

  record Forbidden(List<ActRow> rows) implements Answer {
    public Forbidden {
      rows = List.copyOf(rows);
    }
  }

  /** No row speaks of it. A public office may do only what a law gives it: so it may not. */
  record Silent() implements Answer {
    @Override
    public List<ActRow> rows() {
      return List.of();
    }
  }

  /** Whether the rows say different things. */
  default boolean isDisputed() {
    return rows().stream().map(ActRow::says).distinct().count() > 1;
  }

  /** The row that decided: for a refusal, the first that does not allow. */
  default Optional<ActRow> deciding() {
    return rows().stream()
        .filter(row -> this instanceof Allowed || row.says() != Ruling.ALLOWED)
        .findFirst();
  }
}
