package ronda.casework.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.casework.watch.Watched.OFFICER;
import static ronda.casework.watch.Watched.day;
import static ronda.casework.watch.Watched.entered;
import static ronda.casework.watch.Watched.name;
import static ronda.casework.watch.Watched.to;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.chain.Link;
import ronda.casework.office.Region;
import ronda.casework.watch.WatchFlow.Answer;
import ronda.casework.watch.WatchFlow.Refusal;
import ronda.identify.post.Category;

class WatchTest {
  private final WatchedAccounts accounts = new InMemoryWatchedAccounts();
  private final List<Link.Entry> acts = new ArrayList<>();
  private final Watch watch = new Watch(accounts, acts::add, UUID::randomUUID);

  @Test
  void whoever_enters_an_account_is_written_down() {
    WatchedAccount account = enter("contoh");
    assertThat(accounts.byId(account.id())).contains(account);
    assertThat(acts).hasSize(1);
    assertThat(acts.getFirst().actor()).isEqualTo(OFFICER);
    assertThat(acts.getFirst().act()).isEqualTo("watch-entered");
  }

  @Test
  void an_account_stands_on_the_list_once_whatever_its_case() {
    enter("contoh");
    assertThat(watch.enter(name("CONTOH"), entered(), day(1), day(1), OFFICER, day(1)))
        .isEqualTo(new Answer.Refused(Refusal.ALREADY_WATCHED));
    assertThat(acts).hasSize(1);
  }

  @Test
  void what_is_refused_changes_nothing_and_is_not_an_act() {
    WatchedAccount account = enter("contoh");
    watch.add(account.id(), to(WatchState.BACK), OFFICER, day(2));
    assertThat(accounts.byId(account.id())).contains(account);
    assertThat(acts).hasSize(1);
  }

  @Test
  void a_post_of_an_account_that_has_gone_asks_a_person_to_look() {
    WatchedAccount account = enter("contoh");
    watch.add(account.id(), to(WatchState.GONE), OFFICER, day(2));
    watch.seen(List.of(new Watch.Sighting("michat", "@Contoh", day(4))), day(5));
    assertThat(accounts.seemBack(new Region(""), 10))
        .extracting(WatchedAccount::id)
        .containsExactly(account.id());
    watch.add(account.id(), to(WatchState.BACK), OFFICER, day(5));
    assertThat(accounts.seemBack(new Region(""), 10)).isEmpty();
  }

  @Test
  void a_post_that_claims_to_be_from_the_future_was_seen_today() {
    WatchedAccount account = enter("contoh");
    watch.seen(List.of(new Watch.Sighting("MiChat", "contoh", day(4_000))), day(5));
    assertThat(accounts.byId(account.id()).orElseThrow().lastSeen()).isEqualTo(day(5));
  }

  @Test
  void the_log_says_who_did_what_and_why_and_not_what_was_written_of_the_account() {
    WatchedAccount account = enter("contoh");
    watch.add(account.id(), new WatchStep.Noted("kata saksi rekaan"), OFFICER, day(2));
    watch.add(account.id(), new WatchStep.Looked(false, "rumah rekaan"), OFFICER, day(3));
    var named =
        new WatchStep.Description("Nama Rekaan", new Region("32.71"), Category.PROSTITUTION);
    watch.add(account.id(), new WatchStep.Described(named, "salah ketik"), OFFICER, day(4));
    watch.add(account.id(), to(WatchState.RELEASED), OFFICER, day(5));

    assertThat(acts)
        .extracting(Link.Entry::act)
        .containsExactly(
            "watch-entered", "watch-noted", "watch-looked", "watch-described", "watch-moved");
    String bodies = acts.stream().map(Link.Entry::body).toList().toString();
    assertThat(bodies)
        .contains("citizen-report", "32.71", "salah ketik", "alasan contoh")
        .doesNotContain("laporan warga", "Rekaan", "rekaan");
  }

  @Test
  void posts_of_strangers_are_nobodys_business() {
    watch.seen(List.of(new Watch.Sighting("MiChat", "orang lain", day(4))), day(5));
    watch.seen(List.of(new Watch.Sighting("", "", day(4))), day(5));
    assertThat(accounts.count(WatchFilter.ALL)).isZero();
  }

  @Test
  void somebody_who_looked_and_found_it_has_seen_it() {
    WatchedAccount account = enter("contoh");
    watch.add(account.id(), new WatchStep.Looked(true, ""), OFFICER, day(6));
    assertThat(accounts.byId(account.id()).orElseThrow().lastSeen()).isEqualTo(day(6));
  }

  private WatchedAccount enter(String handle) {
    Answer answer = watch.enter(name(handle), entered(), day(1), day(1), OFFICER, day(1));
    return ((Answer.Done) answer).account();
  }
}
