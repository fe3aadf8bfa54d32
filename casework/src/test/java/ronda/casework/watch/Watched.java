package ronda.casework.watch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ronda.casework.office.Region;
import ronda.identify.post.Category;

/** Made-up accounts. */
final class Watched {
  static final Instant DAY_ONE = Instant.parse("2026-11-01T02:00:00Z");
  static final String OFFICER = "Petugas Contoh";

  private Watched() {}

  static AccountName name(String handle) {
    return new AccountName(new Platform("MiChat"), handle);
  }

  static WatchStep.Entered entered() {
    return new WatchStep.Entered(
        WatchStep.Way.CITIZEN_REPORT,
        new WatchStep.Description("Contoh", new Region("32.71"), Category.PROSTITUTION),
        "laporan warga");
  }

  static WatchedAccount account(String handle) {
    return new WatchedAccount(
        UUID.randomUUID(),
        name(handle),
        DAY_ONE,
        DAY_ONE,
        List.of(new WatchStep.Taken(DAY_ONE, OFFICER, entered())));
  }

  /** On which day of the story something happens. */
  static Instant day(int number) {
    return DAY_ONE.plusSeconds(86_400L * (number - 1));
  }

  static WatchStep.Taken on(int day, WatchStep step) {
    return new WatchStep.Taken(day(day), OFFICER, step);
  }

  static WatchStep.Moved to(WatchState state) {
    return new WatchStep.Moved(state, "alasan contoh");
  }

  /** The account after these moves, one a day from the second day on. */
  static WatchedAccount moved(WatchState... states) {
    WatchedAccount account = account("contoh");
    for (int i = 0; i < states.length; i++) {
      account = account.after(on(i + 2, to(states[i])));
    }
    return account;
  }
}
