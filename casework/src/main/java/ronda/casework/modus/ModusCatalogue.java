package ronda.casework.modus;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ronda.identify.post.Category;

/** The ways of working that one office knows (katalog modus). */
public interface ModusCatalogue {
  /** Keeps the latest version of {@code modus}. A version that is kept already stays as it is. */
  void put(Modus modus);

  /** With all its versions. */
  Optional<Modus> byId(UUID id);

  /** As {@link #byId}, and until the end of this change nobody else can change it. */
  Optional<Modus> forChange(UUID id);

  /** By title. */
  List<Modus> list(Optional<Category> category);

  long count();
}
