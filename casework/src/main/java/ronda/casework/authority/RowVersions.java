package ronda.casework.authority;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An office's authority table with all that it ever was. */
public interface RowVersions {
  /** For each row its latest approved text, unless that struck it out; in the order they came. */
  List<Row> inForce();

  /** All texts of a row, the latest first. */
  List<RowVersion> history(String row);

  /** What waits for a second person, the oldest first. */
  List<RowVersion> waiting();

  /** The version with this id. Within a change, nobody else can decide it meanwhile. */
  Optional<RowVersion> byId(UUID id);

  /** The latest text that Ronda itself brought of each row. */
  List<Row> brought();

  /** One more text of a row; {@link IllegalArgumentException} if its number is taken. */
  void add(RowVersion version);

  /** Keeps what was decided of a version that waited. */
  void decide(RowVersion version);
}
