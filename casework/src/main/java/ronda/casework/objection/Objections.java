package ronda.casework.objection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The objections that an office received. */
public interface Objections {
  void add(Objection objection);

  /** Keeps the decision; {@link IllegalStateException} if somebody decided it already. */
  void decide(Objection objection);

  /** The objection as it is now, for a look only. */
  Optional<Objection> find(UUID id);

  /** The objection as it is now. Within a change, nobody else can decide it meanwhile. */
  Optional<Objection> byId(UUID id);

  /** Those that nobody has decided, the one that is due first first. */
  List<Objection> waiting(int limit);

  /** Those that were decided, the latest decision first. */
  List<Objection> decided(int limit);

  /** How many were decided, or were not. */
  long count(boolean decided);

  /** How many nobody has decided although their day has passed. */
  long late(Instant now);

  /** Those against one case, the oldest first. */
  List<Objection> ofCase(UUID file);
}
