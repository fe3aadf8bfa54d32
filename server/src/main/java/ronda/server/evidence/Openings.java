package ronda.server.evidence;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.ItemNames;
import ronda.casework.cases.CaseFile;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.ItemName;
import ronda.casework.evidence.Items;
import ronda.casework.evidence.Opening;
import ronda.casework.evidence.Part;
import ronda.casework.evidence.Touch;
import ronda.casework.office.Officer;
import ronda.casework.office.Permission;
import ronda.proof.vault.Vault;
import ronda.server.desk.Desks;
import ronda.server.desk.DestroyedPapers;
import ronda.server.desk.WholeCase;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlDisposals;
import ronda.store.sql.SqlItems;
import ronda.store.sql.SqlOpenings;

/** Opens sealed items: who asks, who agrees, for how long, and every touch written down before. */
@Component
class Openings {
  private static final int MOST = 200;

  private final Desks desks;
  private final Vault vault;

  Openings(Desks desks, Vault vault) {
    this.desks = desks;
    this.vault = vault;
  }

  /** An item, the case that it belongs to, and who touched it. */
  record Found(CaseFile file, Item item) {
    /** Whether two persons open it. */
    boolean needsTwo(JdbcClient jdbc) {
      return Intimate.needsTwo(item, file, jdbc);
    }
  }

  /** An item that this person may know of. */
  static Optional<Found> found(Officer officer, UUID item, JdbcClient jdbc) {
    Optional<Items.Kept> kept = new SqlItems(jdbc).byId(item);
    return kept.flatMap(
        one ->
            WholeCase.of(officer, new SqlCases(jdbc).byId(one.file()), jdbc)
                .map(file -> new Found(file, one.item())));
  }

  /** The same, unless it was destroyed: then the answer to the request says so. */
  static Found here(Found found, JdbcClient jdbc) {
    DestroyedPapers.mustBeHere(SqlDisposals.Paper.ITEM, found.item().id(), jdbc);
    return found;
  }

  /** Whose move it is. */
  enum Share {
    /** Somebody else asked, and this person may agree or decline. */
    TO_DECIDE,
    /** This person asked, and nobody has decided yet. */
    ASKED,
    /** Another agreed: the item is open for this person, for a short time. */
    OPEN,
    /** Whoever asked: it waits. For who reads everything. */
    WAITING
  }

  /**
   * A wish in a list.
   *
   * @param file the case
   * @param until until when it can be decided; until when the item is open, where it is
   */
  record Wish(Opening opening, CaseFile file, Item.Kind kind, Instant until) {
    public String number() {
      return file.number();
    }

    /** What the item is called, for an office in this zone. */
    public String name(ZoneId zone) {
      ItemName name = ItemNames.of(file, zone).get(opening.item());
      return name == null ? "" : name.text();
    }
  }

  /** The wishes that concern this person so, the oldest first. */
  static List<Wish> of(Officer officer, Share share, Instant now, JdbcClient jdbc) {
    UUID me = officer.id();
    var openings = new SqlOpenings(jdbc);
    List<Opening> some =
        share == Share.OPEN
            ? openings.agreedFor(me, now.minus(Opening.OPEN), MOST)
            : openings.undecided(now.minus(Opening.WAITING), MOST);
    return some.stream()
        .filter(
            one ->
                switch (share) {
                  case TO_DECIDE ->
                      officer.may(Permission.OPEN_EVIDENCE) && !one.askedBy().equals(me);
                  case OPEN -> isOpen(one, officer, now, jdbc);
                  case ASKED -> one.askedBy().equals(me);
                  case WAITING -> officer.may(Permission.READ_EVERYTHING);
                })
        .flatMap(one -> wish(officer, one, jdbc).stream())
        .toList();
  }

  private static boolean isOpen(Opening one, Officer officer, Instant now, JdbcClient jdbc) {
    return found(officer, one.item(), jdbc)
        .filter(found -> one.isOpenFor(officer.id(), now, found.needsTwo(jdbc)))
        .isPresent();
  }

  /** Nobody is told of a wish whose case is not wholly for them: they could not decide it. */
  private static Optional<Wish> wish(Officer officer, Opening one, JdbcClient jdbc) {
    return new SqlItems(jdbc)
        .byId(one.item())
        .filter(
            kept ->
                new SqlDisposals(jdbc)
                    .destroyed(SqlDisposals.Paper.ITEM, kept.item().id())
                    .isEmpty())
        .flatMap(
            kept ->
                new SqlCases(jdbc)
                    .byId(kept.file())
                    .filter(file -> WholeCase.isFor(officer, file, jdbc))
                    .map(
                        file ->
                            new Wish(
                                one,
                                file,
                                kept.item().kind(),
                                one.decision()
                                    .map(made -> made.at().plus(Opening.OPEN))
                                    .orElse(one.askedAt().plus(Opening.WAITING)))));
  }

  /** Asks to see an item; it opens at once where no second person is needed. */
  Optional<Opening> ask(Officer officer, UUID item, String why) {
    Instant now = desks.clock().instant();
    return desks.change(
        officer.office(),
        (desk, jdbc) ->
            found(officer, item, jdbc)
                .filter(found -> Opening.mayAsk(officer))
                .map(found -> here(found, jdbc))
                .map(
                    found -> {
                      var wish =
                          new Opening(
                              desks.newId(),
                              item,
                              officer.id(),
                              officer.name(),
                              now,
                              why,
                              Optional.empty());
                      touch(found, Touch.Act.ASKED, why, Touch.State.SEALED, officer, jdbc);
                      boolean alone = Opening.needsNoSecond(officer, found.needsTwo(jdbc));
                      Opening asked = alone ? wish.openedAlone() : wish;
                      if (alone) {
                        touch(found, Touch.Act.OPENED, why, Touch.State.OPEN, officer, jdbc);
                      }
                      new SqlOpenings(jdbc).ask(asked);
                      return asked;
                    }));
  }

  /** Agrees or declines; empty if there is no such wish for this person. */
  Optional<Opening.Answer> decide(Officer officer, UUID opening, boolean agrees) {
    Instant now = desks.clock().instant();
    return desks.change(
        officer.office(),
        (desk, jdbc) -> {
          var openings = new SqlOpenings(jdbc);
          Optional<Opening> wish = openings.byId(opening);
          Optional<Found> found = wish.flatMap(one -> found(officer, one.item(), jdbc));
          if (found.isEmpty()) {
            return Optional.<Opening.Answer>empty();
          }
          here(found.get(), jdbc);
          Opening.Answer answer = wish.orElseThrow().decide(officer, agrees, now);
          if (answer instanceof Opening.Answer.Decided decided) {
            openings.decide(opening, decided.opening().decision().orElseThrow());
            touch(
                found.get(),
                agrees ? Touch.Act.AGREED : Touch.Act.DECLINED,
                wish.get().asker() + ": " + wish.get().why(),
                agrees ? Touch.State.OPEN : Touch.State.SEALED,
                officer,
                jdbc);
          }
          return Optional.of(answer);
        });
  }

  /** A part of an item that is open for this person. */
  Optional<Keeping.Brought> part(Officer officer, UUID item, String name) {
    Instant now = desks.clock().instant();
    return desks.change(
        officer.office(),
        (desk, jdbc) -> {
          Optional<Opening> open =
              new SqlOpenings(jdbc)
                  .ofItem(item, MOST).stream()
                      .filter(one -> isOpen(one, officer, now, jdbc))
                      .findFirst();
          return found(officer, item, jdbc)
              .map(found -> here(found, jdbc))
              .filter(found -> open.isPresent())
              .flatMap(found -> opened(found, name, open.orElseThrow(), officer, jdbc));
        });
  }

  private Optional<Keeping.Brought> opened(
      Found found, String name, Opening open, Officer officer, JdbcClient jdbc) {
    UUID item = found.item().id();
    return found.item().parts().stream()
        .filter(part -> part.name().equals(name))
        .map(Part::type)
        .findFirst()
        .flatMap(
            type ->
                new SqlItems(jdbc)
                    .sealed(item, name)
                    .filter(bytes -> bytes.length > 0)
                    .map(
                        bytes -> {
                          String why = name + ": " + open.why();
                          touch(found, Touch.Act.OPENED, why, Touch.State.OPEN, officer, jdbc);
                          byte[] plain = vault.open(bytes, Keeping.purpose(item, name));
                          return new Keeping.Brought(name, type, plain);
                        }));
  }

  private void touch(
      Found found, Touch.Act act, String why, Touch.State state, Officer officer, JdbcClient jdbc) {
    Item item = found.item();
    var touch = new Touch(item.id(), act, why, item.hash(), item.hash(), state);
    new SqlItems(jdbc)
        .touch(found.file().id(), touch.entry(desks.clock().instant(), officer.signature()));
  }
}
