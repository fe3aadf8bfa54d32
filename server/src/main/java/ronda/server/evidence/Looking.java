package ronda.server.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.Opening;
import ronda.casework.evidence.Touch;
import ronda.casework.office.Officer;
import ronda.proof.vault.Vault;
import ronda.server.desk.Desks;
import ronda.server.desk.Strain;
import ronda.store.sql.SqlItems;
import ronda.store.sql.SqlOpenings;

/**
 * Shows the picture of a captured page to whom it is open (melihat gambar): a veil of it, until
 * that person asks to see it as it is. The asking is a touch, and that touch is what lets the
 * picture through: neither a page without its style sheet nor the picture's own address shows more.
 */
@Component
class Looking {
  static final int MOST_OPENINGS = 50;

  private final Desks desks;
  private final Vault vault;

  Looking(Desks desks, Vault vault) {
    this.desks = desks;
    this.vault = vault;
  }

  /**
   * A picture as it was kept.
   *
   * @param veiled whether no more than its veil is to be shown
   */
  record Picture(byte[] bytes, boolean veiled) {}

  /** By which wish an item is open for this person now. */
  static Optional<Opening> opening(
      Openings.Found found, Officer officer, Instant now, JdbcClient jdbc) {
    boolean needsTwo = found.needsTwo(jdbc);
    return new SqlOpenings(jdbc)
        .ofItem(found.item().id(), MOST_OPENINGS).stream()
            .filter(one -> one.isOpenFor(officer.id(), now, needsTwo))
            .findFirst();
  }

  /** What is open for this person and has a picture that may be shown. */
  private static Optional<Openings.Found> shown(Officer officer, UUID item, JdbcClient jdbc) {
    return Openings.found(officer, item, jdbc)
        .map(one -> Openings.here(one, jdbc))
        .filter(one -> !SeenPicture.namesOf(one, jdbc).isEmpty());
  }

  /**
   * Somebody asks to see a picture as it is; that counts as being shown it.
   *
   * @return false if no such picture is open for them
   */
  boolean ask(Officer officer, UUID item) {
    Instant now = desks.clock().instant();
    return desks.change(
        officer.office(),
        (desk, jdbc) -> {
          Optional<Openings.Found> found = shown(officer, item, jdbc);
          Optional<Opening> open = found.flatMap(one -> opening(one, officer, now, jdbc));
          open.ifPresent(
              wish -> {
                new Strain(jdbc).saw(officer.id(), found.orElseThrow().file().opening().job(), now);
                touch(found.orElseThrow(), Touch.Act.UNVEILED, wish.why(), officer, now, jdbc);
              });
          return open.isPresent();
        });
  }

  /**
   * A picture for this person; empty if it is not open for them, or may not be shown.
   *
   * @param clear whether they wish to see it as it is: they do if they asked since it was opened
   */
  Optional<Picture> picture(Officer officer, UUID item, String name, boolean clear) {
    Instant now = desks.clock().instant();
    return desks.change(
        officer.office(),
        (desk, jdbc) ->
            shown(officer, item, jdbc)
                .filter(found -> SeenPicture.namesOf(found, jdbc).contains(name))
                .flatMap(
                    found ->
                        opening(found, officer, now, jdbc)
                            .map(open -> picture(found, name, open, clear, officer, now, jdbc))));
  }

  private Picture picture(
      Openings.Found found,
      String name,
      Opening open,
      boolean clear,
      Officer officer,
      Instant now,
      JdbcClient jdbc) {
    UUID item = found.item().id();
    boolean veiled = !(clear && isUnveiled(found, open, officer, jdbc));
    String why = name + ": " + open.why();
    touch(found, veiled ? Touch.Act.VEILED : Touch.Act.OPENED, why, officer, now, jdbc);
    byte[] sealed = new SqlItems(jdbc).sealed(item, name).orElseThrow();
    return new Picture(vault.open(sealed, Keeping.purpose(item, name)), veiled);
  }

  /** Whether this person asked to see it since it was opened to them. */
  private static boolean isUnveiled(
      Openings.Found found, Opening open, Officer officer, JdbcClient jdbc) {
    Instant since = open.decision().map(Opening.Decision::at).orElse(open.askedAt());
    return new SqlItems(jdbc)
        .custodyOf(found.file().id()).stream()
            .filter(link -> link.subject().equals("item:" + found.item().id()))
            .filter(link -> link.act().equals(Touch.Act.UNVEILED.code()))
            .filter(link -> link.actor().equals(officer.signature()))
            .anyMatch(link -> !link.at().isBefore(since));
  }

  private static void touch(
      Openings.Found found,
      Touch.Act act,
      String why,
      Officer officer,
      Instant now,
      JdbcClient jdbc) {
    Item item = found.item();
    var touch = new Touch(item.id(), act, why, item.hash(), item.hash(), Touch.State.OPEN);
    new SqlItems(jdbc).touch(found.file().id(), touch.entry(now, officer.signature()));
  }
}
