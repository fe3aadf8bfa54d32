package ronda.server.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.ItemNames;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.chain.Hash;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.ItemName;
import ronda.casework.evidence.Part;
import ronda.casework.evidence.Touch;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.proof.bundle.Bundle;
import ronda.proof.bundle.Bundles;
import ronda.proof.bundle.Content;
import ronda.proof.stamp.Stamps;
import ronda.proof.vault.Vault;
import ronda.server.desk.Desks;
import ronda.server.desk.DestroyedPapers;
import ronda.server.desk.WholeCase;
import ronda.server.page.LocalTimes;
import ronda.store.sql.SqlBundles;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlDisposals;
import ronda.store.sql.SqlDisposals.Paper;
import ronda.store.sql.SqlItems;
import ronda.store.sql.SqlStamps;

/**
 * Makes the bundle of a case: first it is written down of every item that one is being made, then
 * the file is made and stamped, then it is kept, sealed, together with its step in the case and the
 * touches that say so. Stopped anywhere, there is a whole bundle or none, and the record of custody
 * tells of none that is not there; where making it fails, a further touch says that too.
 *
 * <p>One at a time: a bundle is held in memory, and twice while it is sealed. Its parts are fetched
 * one by one as they are written.
 */
@Component
class Bundling {
  /** All parts together, in bytes: a bundle is held in memory while it is sealed. */
  static final long LARGEST = 96L << 20;

  private final Desks desks;
  private final Offices offices;
  private final Vault vault;
  private final Stamps stamps;
  private final CaseSheet sheet;
  private final LocalTimes times;
  private final Semaphore oneAtATime = new Semaphore(1);

  Bundling(
      Desks desks, Offices offices, Vault vault, Stamps stamps, CaseSheet sheet, LocalTimes times) {
    this.times = times;
    this.sheet = sheet;
    this.desks = desks;
    this.offices = offices;
    this.vault = vault;
    this.stamps = stamps;
  }

  /** What came of it. */
  sealed interface Answer {
    record Done(SqlBundles.Made made) implements Answer {}

    record TooLarge() implements Answer {}

    record Nothing() implements Answer {}

    record NoSuchCase() implements Answer {}

    /** What was kept of the case was destroyed, or no longer has a whole record. */
    record Gone() implements Answer {}

    /** Another bundle is being made. */
    record Busy() implements Answer {}
  }

  /** What is to be written, or why nothing is. */
  private sealed interface Begun {
    record Gathered(CaseFile file, Bundle bundle, int withheld) implements Begun {
      List<Item> items() {
        return bundle.items().stream().map(Bundle.Kept::item).toList();
      }
    }

    record Not(Answer answer) implements Begun {}
  }

  /**
   * Makes a bundle, for somebody who may see all of the case. An intimate picture never goes along:
   * the bundle holds its hash and says that it is withheld.
   */
  Answer make(Officer officer, String number, String why) {
    if (!oneAtATime.tryAcquire()) {
      return new Answer.Busy();
    }
    try {
      Begun begun =
          desks.change(officer.office(), (desk, jdbc) -> begin(officer, number, why, jdbc));
      return switch (begun) {
        case Begun.Not not -> not.answer();
        case Begun.Gathered gathered -> new Answer.Done(finish(officer, gathered, why));
      };
    } finally {
      oneAtATime.release();
    }
  }

  /** Within one change of the case, so that history, custody and items tell the same. */
  private Begun begin(Officer officer, String number, String why, JdbcClient jdbc) {
    Optional<CaseFile> file = WholeCase.of(officer, new SqlCases(jdbc).byNumber(number), jdbc);
    if (file.isEmpty()) {
      return new Begun.Not(new Answer.NoSuchCase());
    }
    List<Item> items = new SqlItems(jdbc).ofCase(file.get().id());
    if (items.isEmpty()) {
      return new Begun.Not(new Answer.Nothing());
    }
    Set<UUID> destroyed = new SqlDisposals(jdbc).among(Paper.ITEM, file.get().id()).keySet();
    if (items.stream().allMatch(item -> destroyed.contains(item.id()))
        || items.stream().anyMatch(item -> item.shortened().isPresent())) {
      return new Begun.Not(new Answer.Gone());
    }
    boolean intimate = Intimate.mayBe(file.get(), jdbc);
    if (items.stream().filter(item -> goes(item, intimate)).mapToLong(Bundling::size).sum()
        > LARGEST) {
      return new Begun.Not(new Answer.TooLarge());
    }
    touch(officer, file.get(), items, Touch.Act.BUNDLING, why, jdbc);
    return gather(officer, file.get(), items, jdbc);
  }

  /** What two persons must open together never lies in a file that one may take away. */
  private static boolean goes(Item item, boolean intimate) {
    return item.kind() != Item.Kind.HASH_ONLY && !Intimate.needsTwo(item, intimate);
  }

  private static long size(Item item) {
    return item.parts().stream().mapToLong(Part::size).sum();
  }

  private void touch(
      Officer officer,
      CaseFile file,
      List<Item> touched,
      Touch.Act act,
      String why,
      JdbcClient jdbc) {
    var items = new SqlItems(jdbc);
    Set<UUID> destroyed = new SqlDisposals(jdbc).among(Paper.ITEM, file.id()).keySet();
    for (Item item : touched) {
      var state = destroyed.contains(item.id()) ? Touch.State.NOT_KEPT : Touch.State.SEALED;
      var touch = new Touch(item.id(), act, why, item.hash(), item.hash(), state);
      items.touch(file.id(), touch.entry(desks.clock().instant(), officer.signature()));
    }
  }

  private SqlBundles.Made finish(Officer officer, Begun.Gathered gathered, String why) {
    boolean done = false;
    try {
      SqlBundles.Made made = keep(officer, gathered, why, written(gathered.bundle()));
      done = true;
      return made;
    } finally {
      if (!done) { // Whatever it was: who reads the record of custody shall not wait for a bundle.
        desks.change(
            officer.office(),
            (desk, jdbc) -> {
              var not = Touch.Act.NOT_BUNDLED;
              touch(officer, gathered.file(), gathered.items(), not, why, jdbc);
              return true;
            });
      }
    }
  }

  private Begun.Gathered gather(Officer officer, CaseFile file, List<Item> items, JdbcClient jdbc) {
    Instant now = desks.clock().instant();
    List<Bundle.Kept> kept = new ArrayList<>();
    boolean intimate = Intimate.mayBe(file, jdbc);
    Map<UUID, ItemName> names = ItemNames.of(file, times.zone());
    int withheld = 0;
    for (Item item : items) {
      Set<String> here =
          goes(item, intimate) ? new SqlItems(jdbc).sealedParts(item.id()) : Set.of();
      Map<String, Content> parts = new HashMap<>();
      here.forEach(name -> parts.put(name, later(officer.office(), item.id(), name)));
      withheld += item.parts().size() - parts.size();
      String name = Optional.ofNullable(names.get(item.id())).map(ItemName::text).orElse("");
      kept.add(new Bundle.Kept(name, item, parts, new SqlStamps(jdbc).response(item.id())));
    }
    return new Begun.Gathered(file, bundle(officer, file, kept, now, jdbc), withheld);
  }

  /**
   * A part that is fetched and opened when its turn comes, so that one at a time lies in memory.
   */
  private Content later(UUID office, UUID item, String part) {
    return () -> {
      byte[] sealed =
          desks.look(office, jdbc -> new SqlItems(jdbc).sealed(item, part).orElseThrow());
      return new ByteArrayInputStream(vault.open(sealed, Keeping.purpose(item, part)));
    };
  }

  private Bundle bundle(
      Officer officer, CaseFile file, List<Bundle.Kept> kept, Instant now, JdbcClient jdbc) {
    String office = offices.byId(officer.office()).map(Office::name).orElse("?");
    Bundle bare =
        new Bundle(
            file.number(),
            office,
            file.region().code(),
            file.category().code(),
            officer.name(),
            now,
            new SqlCases(jdbc).chainOf(file.id()),
            new SqlItems(jdbc).custodyOf(file.id()),
            kept,
            Map.of());
    return bare.with(
        Map.of("case.pdf", Content.of(sheet.pdf(file, office, officer.name(), now, bare))));
  }

  /** The file's bytes: never on a disk, where a killed server would leave them open. */
  private byte[] written(Bundle bundle) {
    try {
      return Bundles.bytes(bundle, stamps);
    } catch (IOException broken) {
      throw new UncheckedIOException("a bundle of " + bundle.number() + " cannot be made", broken);
    }
  }

  private SqlBundles.Made keep(Officer officer, Begun.Gathered gathered, String why, byte[] bytes) {
    UUID id = desks.newId();
    var made =
        new SqlBundles.Made(
            id,
            gathered.file().id(),
            gathered.bundle().at(),
            officer.name(),
            gathered.bundle().items().size(),
            gathered.withheld(),
            bytes.length,
            Hash.of(bytes));
    byte[] sealed = vault.seal(bytes, purpose(id));
    return desks.change(
        officer.office(),
        (desk, jdbc) -> {
          // Two persons may have destroyed meanwhile what is in it: then it is not kept either.
          new SqlCases(jdbc).byNumber(gathered.file().number());
          gathered.bundle().items().stream()
              .filter(kept -> !kept.parts().isEmpty())
              .forEach(kept -> DestroyedPapers.mustBeHere(Paper.ITEM, kept.item().id(), jdbc));
          new SqlBundles(jdbc).keep(made, sealed);
          touch(officer, gathered.file(), gathered.items(), Touch.Act.BUNDLED, why, jdbc);
          var step = new Step.BundleMade(made.items(), made.sha256().hex());
          desk.add(gathered.file().number(), step, officer, gathered.bundle().at());
          return made;
        });
  }

  static String purpose(UUID bundle) {
    return "bundle:" + bundle;
  }
}
