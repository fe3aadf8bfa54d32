package ronda.server.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.chain.Hash;
import ronda.casework.evidence.Item;
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
import ronda.server.desk.WholeCase;
import ronda.store.sql.SqlBundles;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlItems;
import ronda.store.sql.SqlStamps;

/**
 * Makes the bundle of a case: first every item's touch is written down, then the file is made and
 * stamped, then it is kept, sealed, together with its step in the case. Stopped anywhere, there is
 * a whole bundle or none.
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

  Bundling(Desks desks, Offices offices, Vault vault, Stamps stamps, CaseSheet sheet) {
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
  }

  /**
   * Makes a bundle, for somebody who may see all of the case. An intimate picture never goes along:
   * the bundle holds its hash and says that it is withheld.
   */
  Answer make(Officer officer, String number, String why) {
    Optional<Gathered> found =
        desks.change(
            officer.office(),
            (desk, jdbc) ->
                WholeCase.of(officer, new SqlCases(jdbc).byNumber(number), jdbc)
                    .map(file -> touchAndGather(officer, file, why, jdbc)));
    if (found.isEmpty()) {
      return new Answer.NoSuchCase();
    }
    Gathered gathered = found.get();
    if (gathered.bundle().items().isEmpty()) {
      return new Answer.Nothing();
    }
    if (gathered.size() > LARGEST) {
      return new Answer.TooLarge();
    }
    byte[] bytes = written(gathered.bundle());
    return new Answer.Done(keep(officer, gathered, bytes));
  }

  /** Within one change of the case, so that history, custody and items tell the same. */
  private Gathered touchAndGather(Officer officer, CaseFile file, String why, JdbcClient jdbc) {
    var items = new SqlItems(jdbc);
    for (Item item : items.ofCase(file.id())) {
      var touch =
          new Touch(
              item.id(), Touch.Act.BUNDLED, why, item.hash(), item.hash(), Touch.State.SEALED);
      items.touch(file.id(), touch.entry(desks.clock().instant(), officer.signature()));
    }
    return gather(officer, file, jdbc);
  }

  /** What is to be written, and how much it is. */
  private record Gathered(CaseFile file, Bundle bundle, int withheld, long size) {}

  private Gathered gather(Officer officer, CaseFile file, JdbcClient jdbc) {
    var items = new SqlItems(jdbc);
    Instant now = desks.clock().instant();
    List<Bundle.Kept> kept = new ArrayList<>();
    int withheld = 0;
    long size = 0;
    for (Item item : items.ofCase(file.id())) {
      // What two persons must open together never lies in a file that one may take away.
      boolean goes = item.kind() != Item.Kind.PICTURE;
      Map<String, Content> parts = new HashMap<>();
      for (Part part : item.parts()) {
        byte[] sealed = items.sealed(item.id(), part.name()).orElseThrow();
        if (goes && sealed.length > 0 && size + part.size() <= LARGEST) {
          byte[] plain = vault.open(sealed, Keeping.purpose(item.id(), part.name()));
          parts.put(part.name(), Content.of(plain));
        } else {
          withheld++;
        }
        size += goes ? part.size() : 0;
      }
      kept.add(new Bundle.Kept(item, parts, new SqlStamps(jdbc).response(item.id())));
    }
    return new Gathered(file, bundle(officer, file, kept, now, jdbc), withheld, size);
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

  private SqlBundles.Made keep(Officer officer, Gathered gathered, byte[] bytes) {
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
          new SqlBundles(jdbc).keep(made, sealed);
          var step = new Step.BundleMade(made.items(), made.sha256().hex());
          desk.add(gathered.file().number(), step, officer, gathered.bundle().at());
          return made;
        });
  }

  static String purpose(UUID bundle) {
    return "bundle:" + bundle;
  }
}
