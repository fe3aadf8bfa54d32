package ronda.casework.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class VerifierTest {
  private static final Instant MORNING = Instant.parse("2026-11-22T01:00:00.123456Z");

  @Test
  void an_untouched_chain_is_sound() {
    assertThat(read(chain(5)).broken()).isEmpty();
    assertThat(read(chain(5)).read()).isEqualTo(5);
  }

  @Test
  void a_changed_word_is_found_at_its_entry() {
    List<Link> chain = chain(5);
    chain.set(2, altered(chain.get(2), body -> body.replace("3", "4")));
    assertThat(read(chain).broken())
        .map(broken -> broken.number() + " " + broken.reason())
        .hasValue("3 was changed: its words do not give its hash");
  }

  @Test
  void a_changed_entry_whose_hash_was_made_anew_breaks_the_next() {
    List<Link> chain = chain(5);
    Link third = chain.get(2);
    chain.set(
        2, Link.at(3, new Link.Entry(MORNING, "Budi", "act", "subject", "{}"), third.before()));
    assertThat(read(chain).broken())
        .map(broken -> broken.number() + " " + broken.reason())
        .hasValue("4 does not follow the entry before it");
  }

  @Test
  void a_removed_entry_is_missed() {
    List<Link> chain = chain(5);
    chain.remove(1);
    assertThat(read(chain).broken())
        .map(broken -> broken.number() + " " + broken.reason())
        .hasValue("3 entry 2 is missing or out of order");
  }

  @Test
  void two_entries_that_changed_places_are_found() {
    List<Link> chain = chain(5);
    chain.add(1, chain.remove(2));
    assertThat(read(chain).broken()).map(Verifier.Break::number).hasValue(3L);
  }

  @Test
  void a_cut_off_end_shows_in_the_head() {
    List<Link> chain = chain(5);
    Hash head = read(chain).head();
    chain.removeLast();
    assertThat(read(chain).broken()).isEmpty();
    assertThat(read(chain).head()).isNotEqualTo(head);
  }

  @Test
  void words_that_move_from_one_field_to_the_next_give_another_hash() {
    Link.Entry one = new Link.Entry(MORNING, "Ani", "act", "ab", "c");
    Link.Entry other = new Link.Entry(MORNING, "Ani", "act", "a", "bc");
    assertThat(Link.first(one).hash()).isNotEqualTo(Link.first(other).hash());
  }

  private static List<Link> chain(int length) {
    List<Link> chain = new ArrayList<>();
    for (int i = 1; i <= length; i++) {
      Link.Entry entry = new Link.Entry(MORNING, "Ani", "act", "subject", "{\"n\":" + i + "}");
      chain.add(chain.isEmpty() ? Link.first(entry) : chain.getLast().then(entry));
    }
    return chain;
  }

  private static Link altered(Link link, UnaryOperator<String> change) {
    return new Link(
        link.number(),
        link.at(),
        link.actor(),
        link.act(),
        link.subject(),
        change.apply(link.body()),
        link.before(),
        link.hash());
  }

  private static Verifier read(List<Link> chain) {
    Verifier verifier = new Verifier();
    chain.forEach(verifier::next);
    return verifier;
  }
}
