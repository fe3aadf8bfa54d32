package ronda.server.people;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Role;
import ronda.server.door.Acts;
import ronda.server.door.Caller;
import ronda.store.login.Logins;
import ronda.store.login.Sessions;
import ronda.store.login.SignInLinks;
import ronda.store.sql.InOffice;

/** Changes the people of an office, each change and its entry in the audit log as one. */
@Component
final class Staff {
  private final Offices offices;
  private final Logins logins;
  private final Sessions sessions;
  private final SignInLinks links;
  private final InOffice tables;
  private final Acts acts;
  private final InstantSource clock;

  Staff(
      Offices offices,
      Logins logins,
      Sessions sessions,
      SignInLinks links,
      InOffice tables,
      Acts acts,
      InstantSource clock) {
    this.offices = offices;
    this.logins = logins;
    this.sessions = sessions;
    this.links = links;
    this.tables = tables;
    this.acts = acts;
    this.clock = clock;
  }

  /** Enters a person and answers the path that signs them in once. */
  String invite(Caller.Person by, Officer officer) {
    return tables.write(
        by.office(),
        jdbc -> {
          offices.put(officer);
          acts.write(by, "person-invited", subject(officer), facts(officer));
          return path(officer);
        });
  }

  /** A new path that signs a person in once. */
  String link(Caller.Person by, Officer officer) {
    return tables.write(
        by.office(),
        jdbc -> {
          acts.write(by, "link-made", subject(officer), Map.of("for", officer.name()));
          return path(officer);
        });
  }

  private String path(Officer officer) {
    return "/sign-in/link/"
        + links.make(officer.id(), SignInLinks.Purpose.INVITATION, clock.instant()).text();
  }

  /** The key of why it cannot be done; empty if it was. */
  Optional<String> change(Caller.Person by, Officer before, Officer after) {
    if (by.officer().id().equals(before.id()) && !after.roles().equals(before.roles())) {
      return Optional.of("people.refused.own-roles");
    }
    if (offices
        .officerByEmail(after.email())
        .filter(other -> !other.id().equals(after.id()))
        .isPresent()) {
      return Optional.of("people.wrong.taken");
    }
    tables.run(
        by.office(),
        jdbc -> {
          offices.put(after);
          acts.write(by, "person-changed", subject(after), facts(after));
          if (!after.email().equalsIgnoreCase(before.email())) {
            links.takeBack(after.id());
          }
        });
    return Optional.empty();
  }

  /** The key of why it cannot be done; empty if it was. */
  Optional<String> lock(Caller.Person by, Officer officer) {
    if (by.officer().id().equals(officer.id())) {
      return Optional.of("people.refused.lock-oneself");
    }
    tables.run(
        by.office(),
        jdbc -> {
          logins.lock(officer.id(), clock.instant());
          acts.write(by, "person-locked", subject(officer), Map.of("name", officer.name()));
        });
    return Optional.empty();
  }

  void unlock(Caller.Person by, Officer officer) {
    tables.run(
        by.office(),
        jdbc -> {
          logins.unlock(officer.id());
          acts.write(by, "person-unlocked", subject(officer), Map.of("name", officer.name()));
        });
  }

  void endSessions(Caller.Person by, Officer officer) {
    tables.run(
        by.office(),
        jdbc -> {
          int ended = sessions.endAll(officer.id());
          acts.write(
              by,
              "sessions-ended",
              subject(officer),
              Map.of("name", officer.name(), "count", ended));
        });
  }

  private static String subject(Officer officer) {
    return "officer:" + officer.id();
  }

  private static Map<String, Object> facts(Officer officer) {
    return Map.of(
        "name", officer.name(),
        "email", officer.email(),
        "roles", officer.roles().stream().map(Role::code).sorted().toList(),
        "region", officer.region().code());
  }
}
