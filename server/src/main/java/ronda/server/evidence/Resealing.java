package ronda.server.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.proof.vault.Vault;
import ronda.proof.vault.VaultRefused;
import ronda.server.desk.ChildLane;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlSealed;
import ronda.store.sql.SqlSealed.Box;
import ronda.store.sql.SqlSealed.Place;

/**
 * Seals anew, with the key that seals now, all that an older key sealed (segel ulang): parts of
 * evidence, bundles, addresses of the police lane, and the two keys that lie sealed in the home.
 * One after the other, each in a transaction of its own: whatever stops it, what is done is done,
 * nothing is half done, and the next run goes on.
 */
public final class Resealing {
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final int MOST_NAMED = 100;

  /** A file of the home, and what it is sealed for. */
  private record Key(String file, String purpose) {}

  private static final List<Key> KEYS =
      List.of(
          new Key(OwnStamps.FILE, OwnStamps.PURPOSE),
          new Key(AnchorRound.KEY, AnchorRound.PURPOSE));

  private final InOffice tables;
  private final JdbcClient database;
  private final Vault vault;
  private final Path home;
  private long done;

  public Resealing(DataSource source, Vault vault, Path home) {
    this.tables = new InOffice(source);
    this.database = JdbcClient.create(source);
    this.vault = vault;
    this.home = home;
  }

  /**
   * How far it is.
   *
   * @param done sealed anew in this run
   * @param all how many there were to seal when it began
   */
  public record Progress(long done, long all) {}

  /**
   * What came of a run.
   *
   * @param done sealed anew
   * @param refused what could not be opened, by table and id, and why; at most a hundred are named
   * @param left how many are still sealed with another key: those refused, and what a desk sealed
   *     meanwhile that does not know the new key
   */
  public record Outcome(long done, List<String> refused, long left) {}

  /** Seals everything anew that another key sealed; {@code told} hears of each. */
  public Outcome run(Consumer<Progress> told) {
    List<String> refused = new ArrayList<>();
    long all = left();
    for (Key key : KEYS) {
      reseal(key, refused).ifPresent(one -> told.accept(new Progress(++done, all)));
    }
    for (Place place : Place.values()) {
      reseal(place, refused, all, told);
    }
    if (done > 0) {
      forget();
    }
    return new Outcome(done, List.copyOf(refused), left());
  }

  /** How many are sealed with another key than the one that seals now. */
  long left() {
    long files = KEYS.stream().filter(this::isOld).count();
    return files
        + tables.everywhere(
            jdbc -> {
              long rows = 0;
              for (Place place : Place.values()) {
                rows += new SqlSealed(jdbc).count(place, vault.beginning());
              }
              return rows;
            });
  }

  private void reseal(Place place, List<String> refused, long all, Consumer<Progress> told) {
    Optional<Box> last = Optional.empty();
    do {
      UUID id = last.map(Box::id).orElse(BEFORE_ALL);
      String name = last.map(Box::name).orElse("");
      last = tables.everywhere(jdbc -> next(place, id, name, refused, jdbc));
      last.ifPresent(box -> told.accept(new Progress(done, all)));
    } while (last.isPresent());
  }

  private Optional<Box> next(
      Place place, UUID id, String name, List<String> refused, JdbcClient jdbc) {
    var sealed = new SqlSealed(jdbc);
    Optional<Box> box = sealed.next(place, vault.beginning(), id, name);
    box.ifPresent(
        one -> {
          try {
            byte[] plain = vault.open(one.sealed(), purpose(one));
            sealed.put(one, vault.seal(plain, purpose(one)));
            done++;
          } catch (VaultRefused damaged) {
            name(one.place().table() + " " + one.id() + " " + one.name(), damaged, refused);
          }
        });
    return box;
  }

  private static String purpose(Box box) {
    return switch (box.place()) {
      case PARTS -> Keeping.purpose(box.id(), box.name());
      case BUNDLES -> Bundling.purpose(box.id());
      case LANE -> ChildLane.purpose(box.id());
    };
  }

  private static void name(String what, VaultRefused why, List<String> refused) {
    if (refused.size() < MOST_NAMED) {
      refused.add(what.strip() + ": " + why.getMessage());
    }
  }

  private boolean isOld(Key key) {
    try {
      Path path = home.resolve(key.file);
      return Files.exists(path) && vault.isOld(Files.readAllBytes(path));
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + home.resolve(key.file), broken);
    }
  }

  private Optional<Path> reseal(Key key, List<String> refused) {
    if (!isOld(key)) {
      return Optional.empty();
    }
    Path path = home.resolve(key.file);
    try {
      byte[] plain = vault.open(Files.readAllBytes(path), key.purpose);
      return Optional.of(WholeFile.write(path, vault.seal(plain, key.purpose)));
    } catch (VaultRefused damaged) {
      name(key.file, damaged, refused);
      return Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot write " + path, broken);
    }
  }

  /** What the old key sealed stays in the tables' files until its place is cleaned: so clean it. */
  private void forget() {
    for (Place place : Place.values()) {
      database.sql("VACUUM " + place.table()).update();
    }
  }
}
