package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.store.sql.AgingOffice.HARMFUL;
import static ronda.store.sql.AgingOffice.NINE;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.office.Region;
import ronda.casework.retention.Fate;
import ronda.casework.retention.LegalHold;
import ronda.casework.retention.RecordKind;
import ronda.casework.watch.AccountName;
import ronda.casework.watch.Platform;
import ronda.casework.watch.Watch;
import ronda.casework.watch.WatchFlow;
import ronda.casework.watch.WatchState;
import ronda.casework.watch.WatchStep;
import ronda.identify.post.Category;
import ronda.store.postgres.EmbeddedDatabase;

/** When accounts on the watchlist are forgotten, and what keeps them. */
class WatchRetentionTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private TwoOffices offices;

  private AgingOffice office;

  @BeforeEach
  void enter() {
    offices = new TwoOffices(DATABASE.source());
    office = new AgingOffice(offices);
  }

  @Test
  void an_account_that_nobody_saw_or_touched_for_two_years_is_forgotten_with_its_history() {
    UUID account = watched("akun-rekaan");
    assertThat(everything()).contains("akun-rekaan", "Nama Rekaan", "catatan rahasia");

    assertThat(office.forget(NINE.plus(Duration.ofDays(730)))).isEmpty();
    assertThat(office.forget(NINE.plus(Duration.ofDays(731))))
        .containsExactly(Map.entry(RecordKind.WATCHED_ACCOUNTS, 1));

    assertThat(isKept(account)).isFalse();
    assertThat(everything()).doesNotContain("rekaan", "Rekaan", "rahasia");
    assertThat(office.forget(NINE.plus(Duration.ofDays(732)))).isEmpty();
  }

  @Test
  void it_can_be_entered_again_as_if_it_had_never_stood_there() {
    watched("akun-rekaan");
    office.forget(NINE.plus(Duration.ofDays(731)));

    UUID again = watched("akun-rekaan");

    assertThat(isKept(again)).isTrue();
  }

  @Test
  void the_watchlist_of_another_office_is_not_touched() {
    UUID account = watched("akun-rekaan");
    Instant later = NINE.plus(Duration.ofDays(5_000));

    Map<RecordKind, Integer> elsewhere =
        offices.tables().write(offices.other(), jdbc -> new SqlRetention(jdbc).forget(later, 9));

    assertThat(elsewhere).isEmpty();

    assertThat(isKept(account)).isTrue();
  }

  @Test
  void the_round_forgets_exactly_what_the_rule_says() {
    long seed = Long.getLong("ronda.fuzz.seed", 20261123);
    Random random = new Random(seed);
    Set<UUID> all = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      all.add(anyAccount(i, random));
    }
    Set<RecordKind> kinds = new HashSet<>();
    for (int days : List.of(1, 89, 91, 130, 729, 731, 760, 2_000)) {
      Instant now = NINE.plus(Duration.ofDays(days));
      Set<UUID> over = new HashSet<>();
      all.stream().filter(account -> isKept(account) && isOver(account, now)).forEach(over::add);
      Set<UUID> before = kept(all);

      kinds.addAll(office.forget(now).keySet());

      before.removeAll(kept(all));
      assertThat(before).as("after %d days, seed %d", days, seed).isEqualTo(over);
    }
    assertThat(kinds).contains(RecordKind.WATCHED_ACCOUNTS, RecordKind.RELEASED_ACCOUNTS);
    assertThat(kept(all)).isNotEmpty().hasSizeLessThan(all.size());
  }

  private boolean isOver(UUID account, Instant now) {
    Fate fate =
        office.read(
            jdbc ->
                new SqlRetention(jdbc)
                    .fate(new SqlWatchedAccounts(jdbc).byId(account).orElseThrow()));
    return fate instanceof Fate.Until until && until.moment().isBefore(now);
  }

  private Set<UUID> kept(Set<UUID> all) {
    Set<UUID> kept = new HashSet<>(all);
    kept.removeIf(account -> !isKept(account));
    return kept;
  }

  private boolean isKept(UUID account) {
    return office.<Boolean>read(jdbc -> new SqlWatchedAccounts(jdbc).byId(account).isPresent());
  }

  private UUID anyAccount(int number, Random random) {
    UUID account = watched("akun-" + number);
    if (random.nextInt(3) == 0) {
      CaseFile file = office.open(office.judged(1, HARMFUL));
      step(account, new WatchStep.CaseLinked(file.number()), NINE);
      switch (random.nextInt(3)) {
        case 0 -> office.add(file, new Step.Closed("ditangani"));
        case 1 -> office.add(file, new Step.Withdrawn("ditarik"));
        default -> {}
      }
      if (random.nextInt(4) == 0) {
        office.hold(LegalHold.Subject.CASE, file.id());
      }
    }
    if (random.nextInt(2) == 0) {
      step(
          account,
          new WatchStep.Moved(
              random.nextBoolean() ? WatchState.RELEASED : WatchState.GONE, "alasan"),
          NINE.plus(Duration.ofDays(random.nextInt(20))));
    }
    if (random.nextInt(3) == 0) {
      step(account, new WatchStep.Noted("lagi"), NINE.plus(Duration.ofDays(random.nextInt(40))));
    }
    if (random.nextInt(3) == 0) {
      Instant seen = NINE.plus(Duration.ofDays(random.nextInt(40)));
      office.run(
          jdbc -> new SqlWatchedAccounts(jdbc).seen(name("akun-" + number), seen).isPresent());
    }
    if (random.nextInt(6) == 0) {
      office.hold(LegalHold.Subject.ACCOUNT, account);
    }
    return account;
  }

  private UUID watched(String handle) {
    var known = new WatchStep.Description("Nama Rekaan", new Region("32.71"), Category.SCAM);
    var entered = new WatchStep.Entered(WatchStep.Way.BY_HAND, known, "catatan rahasia");
    return office.run(
        jdbc ->
            watch(jdbc).enter(name(handle), entered, NINE, NINE, "Ani Contoh", NINE)
                    instanceof WatchFlow.Answer.Done done
                ? done.account().id()
                : UUID.randomUUID());
  }

  private void step(UUID account, WatchStep step, Instant at) {
    WatchFlow.Answer answer = office.run(jdbc -> watch(jdbc).add(account, step, "Ani Contoh", at));
    assertThat(answer).isInstanceOf(WatchFlow.Answer.Done.class);
  }

  private static Watch watch(JdbcClient jdbc) {
    return new Watch(new SqlWatchedAccounts(jdbc), entry -> {}, UUID::randomUUID);
  }

  private static AccountName name(String handle) {
    return new AccountName(new Platform("MiChat"), handle);
  }

  private String everything() {
    return office.read(
        jdbc ->
            jdbc.sql(
                    """
                    SELECT concat(
                      (SELECT string_agg(a::text, ' ') FROM watched_accounts a),
                      (SELECT string_agg(s::text, ' ') FROM watch_steps s))
                    """)
                .query(String.class)
                .single());
  }
}
