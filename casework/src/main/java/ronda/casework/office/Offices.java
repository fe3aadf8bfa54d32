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
   * Enters a person, or changes name, address, roles and region of one who is known. Their consent
   * stays as it is: see {@link #agree}.
   *
   * @throws IllegalArgumentException if the person is known in another office
   * @throws AddressTaken if the mail address belongs to somebody else of this installation;
   *     whatever else the transaction changed is then not kept
   */
  void put(Officer officer);

  /**
   * The person's own word on whether the worst categories are shown to them. Nothing else about
   * them changes, so that roles which somebody takes away at the same moment stay away.
   */
  void agree(UUID officer, boolean seesWorst);

  Optional<Officer> officer(UUID id);

  /** The person with this mail address, whatever its case. */
  Optional<Officer> officerByEmail(String email);

  /** Everyone of one office, by name. */
  List<Officer> officersOf(UUID office);
}
