package ronda.server.login;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Role;
import ronda.store.login.Logins;
import ronda.store.login.SignInLinks;

/** The way in for the one who started the server and has no password yet. */
@Component
public final class FirstStart {
  /** Who is signed in from the terminal, the most fitting first. */
  private static final Comparator<Officer> WHO =
      Comparator.<Officer>comparingInt(
              officer -> officer.roles().contains(Role.ADMINISTRATOR) ? 0 : 1)
          .thenComparing(officer -> -officer.roles().size())
          .thenComparing(Officer::id);

  private final Offices offices;
  private final Logins logins;
  private final SignInLinks links;
  private final FirstRun firstRun;
  private final InstantSource clock;

  FirstStart(
      Offices offices, Logins logins, SignInLinks links, FirstRun firstRun, InstantSource clock) {
    this.offices = offices;
    this.logins = logins;
    this.links = links;
    this.firstRun = firstRun;
    this.clock = clock;
  }

  /** Whether nobody is known here yet. */
  public boolean isEmpty() {
    return offices.all().isEmpty();
  }

  /** A path that signs in an administrator once, or lets the first one say who they are. */
  public String path() {
    return first()
        .map(
            officer ->
                "/sign-in/link/"
                    + links.make(officer.id(), SignInLinks.Purpose.START, clock.instant()).text())
        .orElseGet(() -> "/first-run/" + firstRun.key().text());
  }

  private Optional<Officer> first() {
    return offices.all().stream()
        .flatMap(office -> offices.officersOf(office.id()).stream())
        .filter(officer -> !logins.isLocked(officer.id()))
        .min(WHO);
  }
}
