package ronda.server.door;

import java.util.Set;
import java.util.UUID;
import ronda.casework.office.Officer;
import ronda.casework.office.Permission;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.store.login.Session;

/**
 * Who stands at the door. A handler that takes a {@code Caller} as a parameter is given the one who
 * asks; one that takes a {@code Caller.Person} is only ever entered by a person.
 */
public sealed interface Caller {
  /** The office whose rows this caller may see: hand it to {@code InOffice}. */
  UUID office();

  /** Where the caller serves. */
  Region region();

  Set<Permission> permissions();

  /** As it is written into a history: a name that is understood in ten years. */
  String signature();

  default boolean may(Permission permission) {
    return permissions().contains(permission);
  }

  /** A person at a browser. */
  record Person(Officer officer, Session session, String language) implements Caller {
    @Override
    public UUID office() {
      return officer.office();
    }

    @Override
    public Region region() {
      return officer.region();
    }

    @Override
    public Set<Permission> permissions() {
      return officer.permissions();
    }

    @Override
    public String signature() {
      return officer.signature();
    }
  }

  /** A program with a token, in one role of one office. */
  record Program(UUID token, String name, UUID office, Role role, Region region) implements Caller {
    @Override
    public Set<Permission> permissions() {
      return role.permissions();
    }

    @Override
    public String signature() {
      return "program " + name;
    }
  }
}
