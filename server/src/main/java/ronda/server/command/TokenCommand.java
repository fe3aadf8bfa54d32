package ronda.server.command;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import ronda.casework.chain.Body;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.door.Acts;
import ronda.store.login.Secret;
import ronda.store.login.Tokens;
import ronda.store.postgres.Database;
import ronda.store.schema.Schema;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlAuditLog;
import ronda.store.sql.SqlOffices;

/** {@code ./ronda token}: a bearer token for a program, beside a running desk or without one. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Prints a bearer token for a program. It is shown once; only its hash is kept.")
final class TokenCommand implements Callable<Integer> {
  /** So many programs may bear one name, told apart by a number. */
  private static final int MOST_OF_A_NAME = 1_000;

  @Mixin private Home home = new Home();

  @Parameters(paramLabel = "NAME", description = "What the program is called, for the audit log.")
  private String name = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      required = true,
      description =
          "administrator, head, reviewer, case-officer, evidence-custodian, spokesperson, posko,"
              + " analyst or auditor.")
  private String role = "";

  @Option(
      names = "--office",
      paramLabel = "NAME",
      description = "For which office, where there are several.")
  private String office = "";

  @Override
  public Integer call() {
    Role of =
        Role.ofCode(role)
            .orElseThrow(() -> wrong("There is no role " + role + ". See ./ronda token --help"));
    if (name.isBlank() || name.length() > 100) {
      throw wrong("A program has a name of 1 to 100 characters.");
    }
    try (Database database = home.join()) {
      Schema.join(database.source());
      System.out.println(make(new InOffice(database.source()), of).text());
    }
    return 0;
  }

  private Secret make(InOffice tables, Role of) {
    Office at = chosen(new SqlOffices(tables).all());
    Instant now = Instant.now();
    return tables.write(
        at.id(),
        jdbc -> {
          Named named = named(new Tokens(tables), at, of, now);
          new SqlAuditLog(tables)
              .add(
                  at.id(),
                  new Link.Entry(
                      now,
                      Acts.COMMAND_LINE,
                      "token-made",
                      "token:" + named.made().id(),
                      Body.of(Map.of("name", named.name(), "role", of.code()))));
          return named.made().secret();
        });
  }

  /** A token, and the name that it was given. */
  private record Named(String name, Tokens.Made made) {}

  /** Names are one program's: a script that asks again under the same name is given the next. */
  private Named named(Tokens tokens, Office at, Role of, Instant now) {
    for (int i = 1; i <= MOST_OF_A_NAME; i++) {
      String free = i == 1 ? name : name + " " + i;
      Optional<Tokens.Made> made = tokens.tryMake(at.id(), free, of, now);
      if (made.isPresent()) {
        if (i > 1) {
          System.err.printf("A program is called %s already: this one is %s.%n", name, free);
        }
        return new Named(free, made.get());
      }
    }
    throw wrong("Too many programs are called " + name + ": end tokens that nobody uses.");
  }

  private Office chosen(List<Office> all) {
    if (all.isEmpty()) {
      throw wrong("There is no office yet: start the desk first, with ./ronda up");
    }
    if (office.isEmpty() && all.size() == 1) {
      return all.getFirst();
    }
    return all.stream()
        .filter(one -> one.name().equalsIgnoreCase(office))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "Which office? Say --office with one of: "
                        + String.join(", ", all.stream().map(Office::name).toList())));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(new CommandLine(this), message);
  }
}
