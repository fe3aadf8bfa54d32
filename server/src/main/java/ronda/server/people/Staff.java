package ronda.server.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.AddressTaken;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.door.Acts;
import ronda.server.door.Caller;
import ronda.server.page.Shown;
import ronda.store.login.Credentials;
import ronda.store.login.Logins;
import ronda.store.login.ProviderAccounts;
import ronda.store.login.Sessions;
import ronda.store.login.SignInLinks;
import ronda.store.sql.InOffice;

/** Changes the people of an office, each change and its entry in the audit log as one. */
@Component
final class Staff {
  /** The key of the word that somebody else changed what a form showed. */
  static final String MEANWHILE = "people.changed-meanwhile";

  private static final String CHANGED = "person-changed";

  private final Offices offices;
  private final Logins logins;
  private final Sessions sessions;
  private final SignInLinks links;
  private final Credentials credentials;
  private final ProviderAccounts accounts;
  private final InOffice tables;
  private final AuditLog log;
  private final Acts acts;
  private final InstantSource clock;

  Staff(
      Offices offices,
      Logins logins,
      Sessions sessions,
      SignInLinks links,
      Credentials credentials,
      ProviderAccounts accounts,
      InOffice tables,
      AuditLog log,
      Acts acts,
      InstantSource clock) {
    this.offices = offices;
    this.logins = logins;
    this.sessions = sessions;
    this.links = links;
    this.credentials = credentials;
    this.accounts = accounts;
    this.tables = tables;
    this.log = log;
    this.acts = acts;
    this.clock = clock;
  }

  /**
   * Enters a person and answers the path that signs them in once.
   *
   * @throws AddressTaken if somebody of this installation signs in with that address
   */
  String invite(Caller.Person by, Officer officer) {
    return tables.write(
        by.office(),
        jdbc -> {
          offices.put(officer);
          acts.write(by, "person-invited", subject(officer), facts(officer));
          return path(officer);
        });
  }

  /** The mark of what the form of a person shows. */
  static Shown shown(Officer officer) {
    return Shown.of(
        officer.name(),
        officer.email(),
        officer.region().code(),
        officer.roles().stream().map(Role::code).toList());
  }

  /** The latest change of this person that was entered; empty if there was none. */
  Optional<Link> latestChange(Officer officer) {
    var filter = AuditLog.Filter.of(CHANGED, subject(officer), Instant.EPOCH);
    return log.page(officer.office(), filter, Long.MAX_VALUE, 1).stream().findFirst();
  }

  /** A new path that signs a person in once. */
  String link(Caller.Person by, Officer officer) {
    return tables.write(
        by.office(),
        jdbc -> {
          acts.write(by, WaysInByOthers.LINK, subject(officer), Map.of("for", officer.name()));
          return path(officer);
        });
  }

  private String path(Officer officer) {
    return "/sign-in/link/"
        + links.make(officer.id(), SignInLinks.Purpose.INVITATION, clock.instant()).text();
  }

  /**
   * Changes a person as a form says.
   *
   * @param shown the mark of what the form showed
   * @return the key of why it cannot be done; empty if it was
   */
  Optional<String> change(Caller.Person by, Officer after, Shown shown) {
    try {
      return tables.write(by.office(), jdbc -> changed(by, after, shown));
    } catch (AddressTaken taken) {
      return Optional.of("people.wrong.taken");
    }
  }

  private Optional<String> changed(Caller.Person by, Officer after, Shown shown) {
    logins.holdFast(after.id());
    Officer before = offices.officer(after.id()).orElseThrow();
    if (!shown.isStill(shown(before))) {
      return Optional.of(MEANWHILE);
    }
    if (by.officer().id().equals(before.id()) && !after.roles().equals(before.roles())) {
      return Optional.of("people.refused.own-roles");
    }
    offices.put(after);
    acts.write(by, CHANGED, subject(after), facts(after));
    if (!after.email().equalsIgnoreCase(before.email())) {
      links.takeBack(after.id());
    }
    return Optional.empty();
  }

  /**
   * Takes away what a person proves themselves with beside the password, for one who has lost it:
   * the authenticator with its recovery codes, and the tie to an account of the identity
   * provider's. All sessions and links end. The person reads of it on the start page.
   *
   * @return the key of why it cannot be done; empty if it was
   */
  Optional<String> reset(Caller.Person by, Officer officer) {
    if (by.officer().id().equals(officer.id())) {
      return Optional.of("people.refused.reset-oneself");
    }
    tables.run(
        by.office(),
        jdbc -> {
          boolean app = credentials.authenticator(officer.id()).isPresent();
          credentials.removeAuthenticator(officer.id(), clock.instant());
          boolean account = accounts.release(officer.id());
          sessions.endAll(officer.id());
          links.takeBack(officer.id());
          acts.write(
              by,
              WaysInByOthers.RESET,
              subject(officer),
              Map.of("for", officer.name(), "authenticator", app, "provider-account", account));
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

  /** Everybody who serves exactly {@code from} serves {@code to}. Within a change of the office. */
  void move(Caller.Person by, Region from, Region to) {
    for (Officer one : offices.officersOf(by.office())) {
      logins.holdFast(one.id());
      Officer before = offices.officer(one.id()).orElseThrow();
      if (before.region().equals(from)) {
        Officer after =
            new Officer(
                before.id(),
                before.office(),
                before.name(),
                before.email(),
                before.roles(),
                to,
                before.seesWorst());
        offices.put(after);
        acts.write(by, CHANGED, subject(after), facts(after));
      }
    }
  }

  static String subject(Officer officer) {
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
