package ronda.server.login;

import java.time.InstantSource;
import java.util.Comparator;
import org.springframework.stereotype.Component;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Role;
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
  private final SignInLinks links;
  private final InstantSource clock;

  FirstStart(Offices offices, SignInLinks links, InstantSource clock) {
    this.offices = offices;
    this.links = links;
    this.clock = clock;
  }

  /** A path that signs the administrator in once. */
  public String signInPath() {
    Officer first =
        offices.all().stream()
            .flatMap(office -> offices.officersOf(office.id()).stream())
            .min(WHO)
            .orElseThrow(() -> new IllegalStateException("nobody is known here yet"));
    return "/sign-in/link/"
        + links.make(first.id(), SignInLinks.Purpose.START, clock.instant()).text();
  }
}
