package ronda.casework.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.chain.Hash;

class DestroyedItemTest {
  private static final UUID ID = new UUID(7, 8);

  @Test
  void an_item_whose_facts_hold_no_words_keeps_them_and_its_record() {
    var item = new Item(ID, Item.Kind.FILE, Map.of("keptBy", "Kirana"), List.of());

    assertThat(item.shortenedFrom(item.hash())).isEqualTo(item);
    assertThat(item.facts())
        .allSatisfy((name, value) -> assertThat(Item.staysWhenDestroyed(name, value)).isTrue());
  }

  @Test
  void an_item_that_lost_facts_has_the_hash_of_its_whole_record() {
    var whole = new Item(ID, Item.Kind.CAPTURE, Map.of("url", "https://contoh.invalid"), List.of());
    var shortened =
        new Item(ID, Item.Kind.CAPTURE, Map.of(), List.of()).shortenedFrom(whole.hash());

    assertThat(shortened.hash()).isEqualTo(whole.hash());
    assertThat(shortened.shortened()).contains(whole.hash());
    assertThat(Hash.of(shortened.record())).isNotEqualTo(whole.hash());
  }

  @Test
  void what_may_hold_an_address_an_account_or_words_goes() {
    assertThat(Item.staysWhenDestroyed("url", "x")).isFalse();
    assertThat(Item.staysWhenDestroyed("account", "x")).isFalse();
    assertThat(Item.staysWhenDestroyed("browser", "the browser failed: https://x")).isFalse();
    assertThat(Item.staysWhenDestroyed("browser", "Chromium 140")).isTrue();
  }
}
