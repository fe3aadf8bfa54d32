package ronda.casework.office;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Offices and people in memory: for tests and for a first look. */
public final class InMemoryOffices implements Offices {
  private final Map<UUID, Office> offices = new ConcurrentHashMap<>();
  private final Map<UUID, Officer> officers = new ConcurrentHashMap<>();

  @Override
  public void put(Office office) {
    offices.put(office.id(), office);
  }

  @Override
  public Optional<Office> byId(UUID id) {
    return Optional.ofNullable(offices.get(id));
  }

  @Override
  public List<Office> all() {
    return offices.values().stream().sorted(comparing(Office::name)).toList();
  }

  @Override
  public synchronized void put(Officer officer) {
    Officer known = officers.get(officer.id());
    if (known != null && !known.office().equals(officer.office())) {
      throw new IllegalArgumentException(
          "an officer stays in one office, " + officer.id() + " was to move");
    }
    officerByEmail(officer.email())
        .filter(other -> !other.id().equals(officer.id()))
        .ifPresent(
            other -> {
              throw new AddressTaken();
            });
    officers.put(officer.id(), known == null ? officer : officer.seeingWorst(known.seesWorst()));
  }

  @Override
  public synchronized void agree(UUID officer, boolean seesWorst) {
    officers.computeIfPresent(officer, (id, known) -> known.seeingWorst(seesWorst));
  }

  @Override
  public Optional<Officer> officer(UUID id) {
    return Optional.ofNullable(officers.get(id));
  }

  @Override
  public Optional<Officer> officerByEmail(String email) {
    String lower = email.toLowerCase(Locale.ROOT);
    return officers.values().stream()
        .filter(officer -> officer.email().toLowerCase(Locale.ROOT).equals(lower))
        .findFirst();
  }

  @Override
  public List<Officer> officersOf(UUID office) {
    return officers.values().stream()
        .filter(officer -> officer.office().equals(office))
        .sorted(comparing(Officer::name))
        .toList();
  }
}
