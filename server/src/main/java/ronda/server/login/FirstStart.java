package ronda.server.login;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Role;
import ronda.store.login.Credentials;
import ronda.store.login.Logins;
import ronda.store.login.ProviderAccounts;
import ronda.store.login.SignInLinks;

/**
 * The way in for the one who started the server, as long as no administrator has one of their own.
 * A link that nobody needs is printed nowhere: what a service prints ends up in a log that others
 * read, and whoever has the link needs no code.
 */
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
  private final Credentials credentials;
  private final ProviderAccounts accounts;
  private final SignInLinks links;
  private final FirstRun firstRun;
  private final InstantSource clock;

  FirstStart(
      Offices offices,
      Logins logins,
      Credentials credentials,
      ProviderAccounts accounts,
      SignInLinks links,
      FirstRun firstRun,
      InstantSource clock) {
    this.offices = offices;
    this.logins = logins;
    this.credentials = credentials;
    this.accounts = accounts;
    this.links = links;
    this.firstRun = firstRun;
    this.clock = clock;
  }

  /** Whether nobody is known here yet. */
  public boolean isEmpty() {
    return offices.all().isEmpty();
  }

  /** Whether an administrator can come in by password or by an account of the provider's. */
  public boolean hasOwnWayIn() {
    return people()
        .filter(officer -> officer.roles().contains(Role.ADMINISTRATOR))
        .anyMatch(
            officer ->
                credentials.password(officer.id()).isPresent() || accounts.has(officer.id()));
  }

  /**
   * A path that signs in an administrator once, or lets the first one say who they are; where an
   * administrator has a way in, the page on which everybody signs in.
   */
  public String path() {
    if (hasOwnWayIn()) {
      return "/sign-in";
    }
    return people()
        .min(WHO)
        .map(
            officer ->
                "/sign-in/link/"
                    + links.make(officer.id(), SignInLinks.Purpose.START, clock.instant()).text())
        .orElseGet(() -> "/first-run/" + firstRun.key().text());
  }

  private Stream<Officer> people() {
    return offices.all().stream()
        .flatMap(office -> offices.officersOf(office.id()).stream())
        .filter(officer -> !logins.isLocked(officer.id()));
  }
}
