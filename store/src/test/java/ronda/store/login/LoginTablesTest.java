package ronda.store.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlOffices;

/** What the tables of signing in promise, on a real PostgreSQL. */
class LoginTablesTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");

  private final InOffice tables = new InOffice(DATABASE.source());
  private final Sessions sessions = new Sessions(tables);
  private final SignInLinks links = new SignInLinks(tables);
  private final Attempts attempts = new Attempts(tables);
  private final Credentials credentials = new Credentials(tables);
  private final Tokens tokens = new Tokens(tables);
  private final Logins logins = new Logins(tables);
  private final UUID office = UUID.randomUUID();
  private final UUID rina = UUID.randomUUID();

  @BeforeEach
  void an_office_with_one_person() {
    var offices = new SqlOffices(tables);
    offices.put(new Office(office, "Dinas", Office.Kind.MINISTRY, new Region("32")));
    offices.put(
        new Officer(
            rina,
            office,
            "Rina",
            rina + "@contoh.invalid",
            Set.of(Role.REVIEWER),
            new Region("32"),
            false));
  }

  private Secret session(Instant at) {
    return sessions.begin(
        rina, Session.Stage.OPEN, Session.Means.LINK, "127.0.0.1", "Peramban", at);
  }

  @Test
  void a_session_ends_when_nobody_used_it_for_half_a_day() {
    Secret cookie = session(NOON);

    assertThat(sessions.holder(cookie, NOON.plus(Sessions.IDLE).minusSeconds(1))).isPresent();
    assertThat(sessions.holder(cookie, NOON.plus(Sessions.IDLE).plus(Duration.ofHours(11))))
        .isPresent();
    assertThat(sessions.holder(cookie, NOON.plus(Duration.ofDays(3)))).isEmpty();
  }

  @Test
  void a_session_that_is_always_used_ends_all_the_same() {
    Secret cookie = session(NOON);
    for (int hours = 6; hours < Sessions.LONGEST.toHours(); hours += 6) {
      assertThat(sessions.holder(cookie, NOON.plus(Duration.ofHours(hours)))).isPresent();
    }

    assertThat(sessions.holder(cookie, NOON.plus(Sessions.LONGEST))).isEmpty();
  }

  @Test
  void of_a_cookie_only_the_hash_is_kept() {
    Secret cookie = session(NOON);

    List<String> rows =
        tables.beforeOffice(
            jdbc ->
                jdbc.sql("SELECT row_to_json(s)::text FROM sessions s")
                    .query((row, number) -> row.getString(1))
                    .list());

    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(cookie.text()));
    assertThat(cookie).hasToString("Secret[…]");
  }

  @Test
  void a_person_who_is_locked_out_has_no_session_left_and_begins_none() {
    Secret before = session(NOON);
    Secret link = links.make(rina, SignInLinks.Purpose.INVITATION, NOON);
    logins.lock(rina, NOON);
    Secret after = session(NOON);

    assertThat(sessions.holder(before, NOON)).isEmpty();
    assertThat(sessions.holder(after, NOON)).isEmpty();
    assertThat(links.use(link, NOON)).isEmpty();
  }

  @Test
  void what_has_ended_is_swept_away() {
    Secret ended = session(NOON.minus(Duration.ofDays(30)));
    Secret alive = session(NOON.minusSeconds(60));

    assertThat(sessions.sweep(NOON)).isPositive();

    assertThat(sessions.holder(alive, NOON)).isPresent();
    assertThat(sessions.sweep(NOON)).as("nothing that has ended is left").isZero();
    assertThat(sessions.holder(alive, NOON)).isPresent();
    assertThat(sessions.holder(ended, NOON)).isEmpty();
  }

  @Test
  void of_many_who_use_a_link_at_once_one_gets_in()
      throws InterruptedException, ExecutionException {
    Secret link = links.make(rina, SignInLinks.Purpose.START, NOON);
    int in = 0;
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<SignInLinks.Link>>> tries =
          IntStream.range(0, 10).mapToObj(i -> many.submit(() -> links.use(link, NOON))).toList();
      for (Future<Optional<SignInLinks.Link>> one : tries) {
        in += one.get().isPresent() ? 1 : 0;
      }
    }

    assertThat(in).isOne();
  }

  @Test
  void a_link_grows_too_old() {
    Secret invitation = links.make(rina, SignInLinks.Purpose.INVITATION, NOON);
    Secret start = links.make(rina, SignInLinks.Purpose.START, NOON);

    assertThat(links.look(invitation, NOON.plus(Duration.ofMinutes(15)))).isEmpty();
    assertThat(links.look(start, NOON.plus(Duration.ofHours(23)))).isPresent();
    assertThat(links.use(start, NOON.plus(Duration.ofHours(24)))).isEmpty();
  }

  @Test
  void a_new_link_takes_the_earlier_one_back() {
    Secret earlier = links.make(rina, SignInLinks.Purpose.INVITATION, NOON);
    links.make(rina, SignInLinks.Purpose.INVITATION, NOON);

    assertThat(links.use(earlier, NOON)).isEmpty();
  }

  @Test
  void guessing_costs_nothing_at_first_and_then_twice_as_much_each_time() {
    var door = new Attempts.Door("account:" + rina, 5);
    Instant now = NOON;
    for (int i = 0; i < 5; i++) {
      assertThat(attempts.knock(door, now)).as("attempt %d", i).isEmpty();
    }
    assertThat(attempts.knock(door, now)).contains(Attempts.FIRST_WAIT);
    now = now.plus(Attempts.FIRST_WAIT);
    assertThat(attempts.knock(door, now)).isEmpty();
    assertThat(attempts.knock(door, now)).contains(Attempts.FIRST_WAIT.multipliedBy(2));
  }

  @Test
  void a_door_is_never_shut_for_longer_than_an_hour() {
    var door = new Attempts.Door("account:lama" + rina, 5);
    Instant now = NOON;
    for (int i = 0; i < 40; i++) {
      now = now.plus(attempts.knock(door, now).orElse(Duration.ZERO));
      attempts.knock(door, now);
    }

    assertThat(attempts.knock(door, now).orElseThrow()).isLessThanOrEqualTo(Attempts.LONGEST_WAIT);
  }

  @Test
  void a_hundred_guesses_at_once_are_a_hundred_guesses()
      throws InterruptedException, ExecutionException {
    var door = new Attempts.Door("account:banyak" + rina, 5);
    int free = 0;
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<Duration>>> tries =
          IntStream.range(0, 100)
              .mapToObj(i -> many.submit(() -> attempts.knock(door, NOON)))
              .toList();
      for (Future<Optional<Duration>> one : tries) {
        free += one.get().isEmpty() ? 1 : 0;
      }
    }

    assertThat(free).isEqualTo(5);
  }

  @Test
  void whoever_proved_themselves_begins_anew() {
    var door = new Attempts.Door("account:baru" + rina, 5);
    IntStream.range(0, 5).forEach(i -> attempts.knock(door, NOON));
    attempts.forget(door);

    assertThat(attempts.knock(door, NOON)).isEmpty();
  }

  @Test
  void a_code_of_the_authenticator_opens_once() {
    credentials.setAuthenticator(rina, new byte[] {1}, 100, List.of(), NOON);

    assertThat(credentials.useStep(rina, 100)).as("the code that set it up").isFalse();
    assertThat(credentials.useStep(rina, 101)).isTrue();
    assertThat(credentials.useStep(rina, 101)).as("again").isFalse();
    assertThat(credentials.useStep(rina, 100)).as("an earlier one").isFalse();
  }

  @Test
  void a_recovery_code_opens_once_and_only_for_its_owner() {
    credentials.setAuthenticator(rina, new byte[] {1}, 100, List.of("AAAA", "BBBB"), NOON);

    assertThat(credentials.useRecoveryCode(UUID.randomUUID(), "AAAA", NOON)).isFalse();
    assertThat(credentials.useRecoveryCode(rina, "AAAA", NOON)).isTrue();
    assertThat(credentials.useRecoveryCode(rina, "AAAA", NOON)).isFalse();
    assertThat(credentials.recoveryCodesLeft(rina)).isOne();
  }

  @Test
  void new_recovery_codes_take_the_place_of_the_old() {
    credentials.setRecoveryCodes(rina, List.of("AAAA"));
    credentials.setRecoveryCodes(rina, List.of("CCCC"));

    assertThat(credentials.useRecoveryCode(rina, "AAAA", NOON)).isFalse();
  }

  @Test
  void a_name_is_one_living_tokens_of_an_office() {
    Tokens.Made made = tokens.tryMake(office, "pengirim", Role.REVIEWER, NOON).orElseThrow();

    assertThat(tokens.tryMake(office, "Pengirim", Role.REVIEWER, NOON)).isEmpty();
    assertThat(tokens.end(office, made.id(), NOON)).contains("pengirim");
    assertThat(tokens.tryMake(office, "Pengirim", Role.REVIEWER, NOON)).isPresent();
  }

  @Test
  void a_person_is_bound_to_the_first_account_of_the_provider_until_released() {
    var accounts = new ProviderAccounts(tables);
    var first = new ProviderAccounts.Account("https://contoh.invalid", "satu " + rina);
    var second = new ProviderAccounts.Account("https://contoh.invalid", "dua " + rina);

    assertThat(accounts.isOf(rina, first, NOON)).isTrue();
    assertThat(accounts.isOf(rina, second, NOON)).isFalse();
    assertThat(accounts.isOf(rina, first, NOON)).isTrue();
    assertThat(accounts.release(rina)).isTrue();
    assertThat(accounts.release(rina)).isFalse();
    assertThat(accounts.isOf(rina, second, NOON)).isTrue();
  }

  @Test
  void a_token_opens_until_its_office_ends_it() {
    Secret token = tokens.make(office, "pengirim", Role.REVIEWER, NOON);
    Tokens.Token found = tokens.of(token, NOON).orElseThrow();

    assertThat(found.office()).isEqualTo(office);
    assertThat(token.text()).startsWith(Tokens.PREFIX);
    assertThat(tokens.end(UUID.randomUUID(), found.id(), NOON)).as("another office").isEmpty();
    assertThat(tokens.end(office, found.id(), NOON)).contains("pengirim");
    assertThat(tokens.of(token, NOON)).isEmpty();
  }

  @Test
  void an_ipv6_sender_is_one_place_whatever_the_rest_of_the_address() {
    String place = Attempts.Door.place("2001:db8:1:2::1");
    assertThat(Attempts.Door.place("2001:db8:1:2:ffff:1:2:3%eth0")).isEqualTo(place);
    assertThat(Attempts.Door.place("2001:db8:1:3::1")).isNotEqualTo(place);
    assertThat(Attempts.Door.place("192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(Attempts.Door.place("unknown")).isEqualTo("unknown");
    assertThat(Attempts.Door.ofAddress("2001:db8:1:2::1"))
        .isEqualTo(Attempts.Door.ofAddress("2001:db8:1:2::2"));
  }
}
