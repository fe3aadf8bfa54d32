package ronda.server.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import ronda.store.backup.Backup;
import ronda.store.backup.Manifest;
import ronda.store.backup.Stilled;
import ronda.store.postgres.Database;
import ronda.store.schema.Schema;

/** {@code ./ronda restore}: a backup into an empty home. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Reads a backup into an empty home or database; it never overwrites.")
final class RestoreCommand implements Callable<Integer> {
  @Mixin private Home home = new Home();

  @Parameters(paramLabel = "FILE", description = "What ./ronda backup wrote.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    try (Database database = home.open()) {
      Backup.Restored restored = Backup.restore(database.source(), file);
      Manifest read = restored.manifest();
      Schema.migrate(database.source());
      System.out.println(
          "Restored %d rows of %d tables, as of %s"
              .formatted(read.rows(), read.tables().size(), read.createdAt()));
      told(restored.stilled()).forEach(System.out::println);
      new KeyPlaces(System.getenv(), home.folder()).afterRestore().forEach(System.out::println);
    }
    return 0;
  }

  /** What was ended or held back, and what somebody has to do about it. */
  static List<String> told(Stilled stilled) {
    List<String> all = new ArrayList<>();
    all.add("Nobody knows what left, or was ended, between the backup and now. Therefore:");
    all.add(
        stilled.letters() == 0
            ? "  No letter waited to be sent."
            : "  %d letters that had not left are in doubt: nothing is sent until a person decides on the page of each referral."
                .formatted(stilled.letters()));
    all.add(
        stilled.offices() == 0
            ? "  No office sent reminders by itself."
            : "  %d offices sent reminders by themselves: switched off, until somebody switches it on again under /office/letters."
                .formatted(stilled.offices()));
    all.add(
        "  Ended: %d sessions and %d links to sign in. Everybody signs in anew."
            .formatted(stilled.sessions(), stilled.links()));
    all.add(
        stilled.tokens().isEmpty()
            ? "  No program had a token."
            : "  In force again: the tokens of %d programs (%s). End those that were ended since, under /office."
                .formatted(stilled.tokens().size(), String.join(", ", stilled.tokens())));
    all.add(
        "  Who was locked out or lost a role after the backup has it again: look through the list of people.");
    return all;
  }
}
