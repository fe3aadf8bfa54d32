package ronda.casework.office;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All offices of this installation, and the people in them. */
public interface Offices {
  /** Enters an office, or changes name, kind and region of one that is known. */
  void put(Office office);

  Optional<Office> byId(UUID id);

  /** Every office, by name. */
  List<Office> all();

  /**
   * Enters a person, or changes name, address, roles, region and consent of one who is known.
   *
   * @throws IllegalArgumentException if the person is known in another office, or the mail address
   *     belongs to somebody else
   */
  void put(Officer officer);

  Optional<Officer> officer(UUID id);

  /** The person with this mail address, whatever its case. */
  Optional<Officer> officerByEmail(String email);

  /** Everyone of one office, by name. */
  List<Officer> officersOf(UUID office);
}
