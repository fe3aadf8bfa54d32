package ronda.casework.retention;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The legal holds of one office, lifted ones too. */
public interface LegalHolds {
  void place(LegalHold hold);

  /** Keeps that {@code hold} was lifted; false if somebody else did so before. */
  boolean lift(LegalHold hold);

  Optional<LegalHold> byId(UUID id);

  /** Those that stand, the latest first. */
  List<LegalHold> standing(int limit);

  /** All that were ever placed on this job or case, the latest first. */
  List<LegalHold> on(UUID subject);
}
