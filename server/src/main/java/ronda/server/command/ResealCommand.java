package ronda.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import ronda.proof.vault.Vault;
import ronda.server.evidence.Resealing;
import ronda.server.evidence.VaultSettings;
import ronda.store.postgres.Database;
import ronda.store.schema.Schema;

/** {@code ./ronda reseal}: all evidence under the new key, beside a running desk or without one. */
@Command(
    name = "reseal",
    mixinStandardHelpOptions = true,
    description = {
      "Seals with the first key all that an older key sealed. Put the new key in front of the old",
      "ones and start the desk anew first: a desk that does not know the new key cannot open what",
      "is sealed with it. It may be stopped at any point and run again.",
      "Exit codes: 0 nothing is left under an older key, 1 something is (it says what)."
    })
final class ResealCommand implements Callable<Integer> {
  private static final long EVERY = 100;

  @Mixin private Home home = new Home();

  @Override
  public Integer call() {
    Vault vault = VaultSettings.of(System.getenv(), home.folder()).knownVault();
    try (Database database = home.join()) {
      Schema.join(database.source());
      Resealing.Outcome outcome =
          new Resealing(database.source(), vault, home.folder()).run(ResealCommand::tell);
      outcome.refused().forEach(one -> System.out.println("Not opened: " + one));
      System.out.println("Sealed anew: %,d".formatted(outcome.done()));
      System.out.println(
          outcome.left() == 0
              ? "Nothing is left under an older key. Backups made before still need it."
              : "%,d are left under an older key: keep it.".formatted(outcome.left()));
      return outcome.left() == 0 ? 0 : 1;
    }
  }

  private static void tell(Resealing.Progress progress) {
    if (progress.done() > 0 && progress.done() % EVERY == 0) {
      System.out.println("%,d of %,d".formatted(progress.done(), progress.all()));
    }
  }
}
