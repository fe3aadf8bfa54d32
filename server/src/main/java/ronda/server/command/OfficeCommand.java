package ronda.server.command;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ronda.casework.chain.Body;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.door.Acts;
import ronda.server.page.Fields;
import ronda.store.login.Secret;
import ronda.store.login.SignInLinks;
import ronda.store.postgres.Database;
import ronda.store.schema.Schema;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlAuditLog;
import ronda.store.sql.SqlOffices;

/**
 * {@code ./ronda office}: a further office in this installation, with its first person. It is made
 * at the terminal and not in the page: nobody of one office has a say in another.
 */
@Command(
    name = "office",
    mixinStandardHelpOptions = true,
    description = "Adds an office to this installation and prints its first person's sign-in.")
final class OfficeCommand implements Callable<Integer> {
  @Mixin private Home home = new Home();

  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls.
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "The office's name, as in its letterhead.")
  private String name = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "communications-office (the default), police-relations or ministry: the law gives each"
              + " its own powers.")
  private String kind = "communications-office";

  @Option(
      names = "--region",
      paramLabel = "CODE",
      required = true,
      description = "The place it serves, by its official code, such as 36.01.")
  private String region = "";

  @Option(
      names = "--person",
      paramLabel = "NAME",
      required = true,
      description = "Who looks after its people and settings at first.")
  private String person = "";

  @Option(names = "--mail", paramLabel = "ADDRESS", required = true)
  private String mail = "";

  @Override
  public Integer call() {
    Settings.check(System.getenv()); // Refused before anything is made.
    Office office = office();
    Officer first =
        new Officer(
            UUID.randomUUID(),
            office.id(),
            person.strip(),
            mail.strip(),
            Set.of(Role.ADMINISTRATOR, Role.HEAD),
            office.region(),
            false);
    try (Database database = home.join()) {
      Schema.join(database.source());
      InOffice tables = new InOffice(database.source());
      // All or nothing: an office without its person could never be entered.
      String path = tables.write(office.id(), jdbc -> enter(tables, office, first));
      DeskAddress.tellSignIn(home.folder(), path, spec.commandLine().getOut());
    }
    return 0;
  }

  private Office office() {
    Office.Kind of =
        Office.Kind.ofCode(kind)
            .orElseThrow(
                () ->
                    wrong(
                        "There is no kind %s of office. There are: %s"
                            .formatted(
                                kind,
                                Stream.of(Office.Kind.values())
                                    .map(Office.Kind::code)
                                    .collect(Collectors.joining(", ")))));
    if (!Region.isPlace(region)) {
      throw wrong(
          "A region is the official code of a place in a province, such as 36.01, was '"
              + region
              + "'.");
    }
    if (name.isBlank() || name.length() > Office.LONGEST_NAME) {
      throw wrong("An office has a name of 1 to " + Office.LONGEST_NAME + " characters.");
    }
    if (!Fields.isName(person) || !Fields.isEmail(mail.strip())) {
      throw wrong("The first person needs a --person name and a --mail address.");
    }
    return new Office(UUID.randomUUID(), name.strip(), of, new Region(region));
  }

  private String enter(InOffice tables, Office office, Officer first) {
    Offices offices = new SqlOffices(tables);
    if (offices.all().stream().anyMatch(one -> one.name().equalsIgnoreCase(office.name()))) {
      throw wrong("There is an office called " + office.name() + " already.");
    }
    boolean known =
        offices.all().stream()
            .flatMap(one -> offices.officersOf(one.id()).stream())
            .anyMatch(one -> one.email().equalsIgnoreCase(first.email()));
    if (known) {
      throw wrong("Somebody signs in with " + first.email() + " already: one address, one person.");
    }
    Instant now = Instant.now();
    offices.put(office);
    offices.put(first);
    Secret secret = new SignInLinks(tables).make(first.id(), SignInLinks.Purpose.START, now);
    new SqlAuditLog(tables)
        .add(
            office.id(),
            new Link.Entry(
                now,
                Acts.COMMAND_LINE,
                "office-begun",
                "office:" + office.id(),
                Body.of(Map.of("office", office.name(), "person", first.name()))));
    return "/sign-in/link/" + secret.text();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(new CommandLine(this), message);
  }
}
