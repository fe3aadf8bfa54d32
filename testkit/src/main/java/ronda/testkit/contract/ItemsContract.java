package ronda.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import ronda.casework.chain.Verifier;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.Items;
import ronda.casework.evidence.Look;
import ronda.casework.evidence.Part;
import ronda.casework.evidence.Touch;

/** What every store of evidence must do. All evidence is made up. */
public abstract class ItemsContract {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00.123456Z");

  /** Does something with the evidence of one office. */
  protected abstract <T> T within(Function<Items, T> work);

  /** The id of a case that exists. */
  protected abstract UUID someCase();

  private static Item item(String words) {
    return new Item(
        UUID.randomUUID(),
        Item.Kind.FILE,
        Map.of("keptBy", "Kirana “K” Contoh", "why", words),
        List.of(
            new Part("b.txt", "text/plain", 3, Hash.of("b")),
            new Part("a.png", "image/png", 0, Hash.of(""))));
  }

  private static Link.Entry touch(Item item, Touch.Act act) {
    Hash before = act == Touch.Act.KEPT ? Hash.NONE : item.hash();
    return new Touch(item.id(), act, "karena diminta", before, item.hash(), Touch.State.SEALED)
        .entry(NOW, "Kirana Contoh");
  }

  @Test
  void an_item_comes_back_as_it_was_kept_with_the_same_record_and_hash() {
    UUID file = someCase();
    Item kept = item("disimpan\n\"segera\"");
    within(
        items -> {
          items.keep(file, kept);
          return true;
        });

    Items.Kept found = within(items -> items.byId(kept.id()).orElseThrow());
    assertThat(found.file()).isEqualTo(file);
    assertThat(found.item()).isEqualTo(kept);
    assertThat(found.item().record()).isEqualTo(kept.record());
    assertThat(found.item().hash()).isEqualTo(kept.hash());
  }

  @Test
  void the_items_of_a_case_stand_in_the_order_in_which_they_were_kept() {
    UUID file = someCase();
    List<Item> kept = List.of(item("satu"), item("dua"), item("tiga"));
    within(
        items -> {
          kept.forEach(one -> items.keep(file, one));
          items.keep(someCase(), item("kasus lain"));
          return true;
        });

    List<Item> found = within(items -> items.ofCase(file));
    assertThat(found).isEqualTo(kept);
  }

  @Test
  void the_touches_of_a_case_are_one_chain() {
    UUID file = someCase();
    Item first = item("satu");
    Item second = item("dua");
    within(
        items -> {
          items.keep(file, first);
          items.touch(file, touch(first, Touch.Act.KEPT));
          items.keep(file, second);
          items.touch(file, touch(second, Touch.Act.KEPT));
          return items.touch(file, touch(first, Touch.Act.OPENED));
        });

    Verifier verifier = new Verifier();
    List<Link> chain = within(items -> items.custodyOf(file));
    chain.forEach(verifier::next);
    assertThat(verifier.broken()).isEmpty();
    assertThat(chain)
        .extracting(Link::subject)
        .containsExactly("item:" + first.id(), "item:" + second.id(), "item:" + first.id());
  }

  @Test
  void the_cases_that_hold_the_same_bytes_are_found_but_not_by_a_part_of_no_bytes() {
    UUID first = someCase();
    UUID second = someCase();
    Hash same = Hash.of(UUID.randomUUID().toString());
    var part = new Part("file.png", "image/png", 7, same);
    List<UUID> found =
        within(
            items -> {
              for (UUID file : List.of(first, second, first)) {
                var kept = new Item(UUID.randomUUID(), Item.Kind.PICTURE, Map.of(), List.of(part));
                items.keep(file, kept);
              }
              items.keep(first, item("kosong"));
              return items.casesWith(same, 9);
            });
    assertThat(found).containsExactlyInAnyOrder(first, second);
    assertThat(this.<List<UUID>>within(items -> items.casesWith(same, 1))).hasSize(1);
    assertThat(this.<List<UUID>>within(items -> items.casesWith(Hash.of(""), 9))).isEmpty();
  }

  @Test
  void what_nobody_kept_is_not_there() {
    boolean nothing =
        within(
            items ->
                items.byId(UUID.randomUUID()).isEmpty()
                    && items.ofCase(UUID.randomUUID()).isEmpty()
                    && items.custodyOf(UUID.randomUUID()).isEmpty());
    assertThat(nothing).isTrue();
  }

  @Test
  void cases_with_a_similar_picture_are_found_nearest_first_and_no_others() {
    Look look = Look.of(Hash.of(UUID.randomUUID().toString()).hex());
    UUID near = withLooks(List.of(bitsFrom(look, 20)));
    UUID nearer = withLooks(List.of(bitsFrom(look, 200), bitsFrom(look, 7)));
    withLooks(List.of(bitsFrom(look, 32)));

    assertThat(like(List.of(look), 31, 10))
        .containsExactly(new Items.Alike(nearer, 7), new Items.Alike(near, 20));
    assertThat(like(List.of(look), 31, 1)).containsExactly(new Items.Alike(nearer, 7));
    assertThat(like(List.of(bitsFrom(look, 90), look), 6, 10))
        .as("the nearest of all looks counts")
        .isEmpty();
  }

  @Test
  void a_case_with_several_similar_pictures_is_found_once() {
    Look look = Look.of(Hash.of(UUID.randomUUID().toString()).hex());
    UUID file = withLooks(List.of(look, bitsFrom(look, 3)));
    assertThat(like(List.of(look), 31, 10)).containsExactly(new Items.Alike(file, 0));
  }

  private List<Items.Alike> like(List<Look> looks, int bitsApart, int limit) {
    return within(items -> items.casesLike(looks, bitsApart, limit));
  }

  private UUID withLooks(List<Look> looks) {
    UUID file = someCase();
    Item kept = item("gambar");
    within(
        items -> {
          items.keep(file, kept);
          items.keepLooks(kept.id(), "b.txt", looks);
          return true;
        });
    return file;
  }

  /** A look that differs in so many bits. */
  private static Look bitsFrom(Look look, int bits) {
    long[] parts = {look.a(), look.b(), look.c(), look.d()};
    for (int i = 0; i < bits; i++) {
      parts[i % 4] ^= 1L << i / 4;
    }
    return new Look(parts[0], parts[1], parts[2], parts[3]);
  }
}
