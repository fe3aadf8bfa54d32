package ronda.server.command;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ronda.casework.chain.Body;
import ronda.casework.chain.Link;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Role;
import ronda.server.door.Acts;
import ronda.server.people.WaysInByOthers;
import ronda.store.login.Logins;
import ronda.store.login.Secret;
import ronda.store.login.SignInLinks;
import ronda.store.postgres.Database;
import ronda.store.schema.Schema;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlAuditLog;
import ronda.store.sql.SqlOffices;

/**
 * {@code ./ronda link}: a way in for somebody whom nobody else can help, such as the only
 * administrator of an office. It opens without an authenticator's code, for whoever has the
 * terminal has the desk; so it is entered in that office's audit log, and the person reads of it.
 */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a link that signs this person in once, within a day and without an authenticator's",
      "code, beside a running desk or without one. It is entered in the office's audit log."
    })
final class LinkCommand implements Callable<Integer> {
  private static final int MOST_NAMED = 20;

  @Mixin private Home home = new Home();

  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls.
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "MAIL", description = "The mail address that the person signs in with.")
  private String mail = "";

  @Override
  public Integer call() {
    Settings.check(System.getenv());
    try (Database database = home.join()) {
      Schema.join(database.source());
      InOffice tables = new InOffice(database.source());
      Officer officer = named(tables);
      String path = tables.write(officer.office(), jdbc -> enter(tables, officer));
      DeskAddress.tellSignIn(home.folder(), path, spec.commandLine().getOut());
    }
    return 0;
  }

  private Officer named(InOffice tables) {
    Offices offices = new SqlOffices(tables);
    Optional<Officer> officer = offices.officerByEmail(mail.strip());
    if (officer.isEmpty()) {
      throw wrong(
          "Nobody here signs in with %s. Who looks after people here: %s"
              .formatted(mail, administrators(offices)));
    }
    if (new Logins(tables).isLocked(officer.get().id())) {
      throw wrong(
          "%s is locked out: whoever looks after the people of that office lets them in again, at /people."
              .formatted(officer.get().name()));
    }
    return officer.get();
  }

  private static String administrators(Offices offices) {
    String named =
        offices.all().stream()
            .flatMap(
                office ->
                    offices.officersOf(office.id()).stream()
                        .filter(officer -> officer.roles().contains(Role.ADMINISTRATOR))
                        .map(officer -> officer.email() + " (" + office.name() + ")"))
            .limit(MOST_NAMED)
            .collect(Collectors.joining(", "));
    return named.isEmpty() ? "nobody yet" : named;
  }

  private static String enter(InOffice tables, Officer officer) {
    Instant now = Instant.now();
    Secret secret = new SignInLinks(tables).make(officer.id(), SignInLinks.Purpose.START, now);
    new SqlAuditLog(tables)
        .add(
            officer.office(),
            new Link.Entry(
                now,
                Acts.COMMAND_LINE,
                WaysInByOthers.LINK,
                "officer:" + officer.id(),
                Body.of(Map.of("for", officer.name()))));
    return "/sign-in/link/" + secret.text();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
