package ronda.server.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.Desk;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.chain.AuditLog;
import ronda.casework.modus.Modus;
import ronda.casework.notice.Notice;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.watch.AccountName;
import ronda.casework.watch.Watch;
import ronda.casework.watch.WatchFlow;
import ronda.casework.watch.WatchState;
import ronda.casework.watch.WatchStep;
import ronda.identify.post.Category;
import ronda.server.desk.Desks;
import ronda.server.watch.StartingCatalogue;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlModusCatalogue;
import ronda.store.sql.SqlNotices;
import ronda.store.sql.SqlWatchedAccounts;

/**
 * What the made-up office keeps an eye on: accounts in closed apps, ways of working, and a warning
 * to the province next door. No account of this name exists that we know of; all is invented.
 */
@Component
final class SampleWatch implements SamplePart {
  private static final Officer KEMAL = SamplePeople.EVERYBODY.get(5);

  private final Desks desks;
  private final AuditLog audit;

  SampleWatch(Desks desks, AuditLog audit) {
    this.desks = desks;
    this.audit = audit;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public void enter(Office office) {
    Instant now = desks.clock().instant();
    desks.change(
        office.id(),
        (desk, jdbc) -> {
          accounts(office, jdbc, now);
          Modus first = catalogue(jdbc, now);
          link(desk, first, jdbc, now);
          return new SqlNotices(jdbc).send(notice(office, first, now));
        });
  }

  /** One that is observed, one that was reported, one that was reported and has gone. */
  private void accounts(Office office, JdbcClient jdbc, Instant now) {
    Watch watch =
        new Watch(
            new SqlWatchedAccounts(jdbc), entry -> audit.add(office.id(), entry), UUID::randomUUID);
    put(watch, "rekaan_bogor_01", "Contoh Satu", Category.PROSTITUTION, now.minus(days(6)));
    Optional<UUID> second =
        put(watch, "rekaan_bogor_02", "Contoh Dua", Category.PROSTITUTION, now.minus(days(5)));
    Optional<UUID> third =
        put(watch, "rekaan_slot_03", "Contoh Tiga", Category.GAMBLING, now.minus(days(4)));
    second.ifPresent(
        id -> move(watch, id, WatchState.REPORTED, "dilaporkan ke aplikasi", now.minus(days(3))));
    third.ifPresent(
        id -> {
          move(watch, id, WatchState.REPORTED, "dilaporkan ke aplikasi", now.minus(days(3)));
          move(watch, id, WatchState.GONE, "tidak ditemukan lagi", now.minus(days(1)));
        });
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  private static Optional<UUID> put(
      Watch watch, String handle, String shown, Category category, Instant at) {
    return switch (AccountName.read("michat", handle)) {
      case AccountName.Reading.Read read -> {
        WatchStep.Entered entered =
            new WatchStep.Entered(
                WatchStep.Way.BY_HAND,
                new WatchStep.Description(shown, new Region("32.71.01"), category),
                "Contoh: akun rekaan.");
        yield watch.enter(read.name(), entered, at, at, KEMAL.name(), at)
                instanceof WatchFlow.Answer.Done done
            ? Optional.of(done.account().id())
            : Optional.empty();
      }
      case AccountName.Reading.Refused refused ->
          throw new IllegalStateException(handle + " is no name: " + refused.reason());
    };
  }

  private static void move(Watch watch, UUID id, WatchState to, String reason, Instant at) {
    watch.add(id, new WatchStep.Moved(to, reason), KEMAL.name(), at);
  }

  /** The catalogue that comes with Ronda; answers the way of working that suits the first case. */
  private static Modus catalogue(JdbcClient jdbc, Instant now) {
    SqlModusCatalogue catalogue = new SqlModusCatalogue(jdbc);
    List<Modus> begun =
        StartingCatalogue.texts().stream()
            .map(
                text ->
                    Modus.begun(
                        UUID.randomUUID(), text, false, "katalog awal Ronda", KEMAL.name(), now))
            .toList();
    begun.forEach(catalogue::put);
    return begun.stream()
        .filter(modus -> modus.category() == Category.GAMBLING)
        .findFirst()
        .orElse(begun.getFirst());
  }

  private static void link(Desk desk, Modus modus, JdbcClient jdbc, Instant now) {
    List<CaseFile> open = new SqlCases(jdbc).latest(Optional.of(CaseFile.Status.OPEN), 0, 50);
    open.stream()
        .filter(file -> file.category() == modus.category())
        .findFirst()
        .ifPresent(
            file ->
                desk.add(
                    file.number(), new Step.ModusLinked(modus.id(), modus.title()), KEMAL, now));
  }

  private static Notice notice(Office office, Modus modus, Instant now) {
    return new Notice(
        UUID.randomUUID(),
        new Notice.Sender(office.id(), office.name(), office.region()),
        now,
        new Notice.Text(
            "Contoh: cara lama dengan kata baru",
            modus.title(),
            String.join("\n", modus.latest().text().signals()),
            modus.latest().text().advice()),
        List.of(new Region("31")),
        Optional.empty());
  }
}
