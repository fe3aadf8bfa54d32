package ronda.casework.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ronda.casework.cases.CaseFile;
import ronda.casework.review.Job;
import ronda.casework.watch.WatchedAccount;

/**
 * What becomes of a job's posts, or of a watched account (nasib unggahan): the page says it, the
 * hourly round does it.
 */
public sealed interface Fate {
  /** They are gone. */
  record Forgotten(Instant at) implements Fate {}

  /** Nobody forgets them while this stands. */
  record OnHold(LegalHold hold) implements Fate {}

  /** They belong to a case that is not over, or have to do with it. */
  record WhileCaseLasts(CaseFile file) implements Fate {}

  /** They are forgotten after this moment, as records of this kind. */
  record Until(Instant moment, RecordKind kind) implements Fate {}

  /**
   * What is known of a job's posts.
   *
   * @param file the case they belong to
   * @param lastReceived when the latest of them came in
   * @param golden since when reviewers practise on them; empty if they do not
   * @param holds those on the job and on its case, lifted ones too
   */
  record Known(
      Job job,
      Optional<CaseFile> file,
      Instant lastReceived,
      Optional<Instant> golden,
      List<LegalHold> holds) {
    public Known {
      holds = List.copyOf(holds);
    }
  }

  /**
   * What is known of an account on the watchlist.
   *
   * @param cases those that have to do with it
   * @param holds those on the account and on these cases, lifted ones too
   */
  record Watched(WatchedAccount account, List<CaseFile> cases, List<LegalHold> holds) {
    public Watched {
      cases = List.copyOf(cases);
      holds = List.copyOf(holds);
    }
  }

  /** What becomes of a watched account: its name, what was noted of it, its history. */
  static Fate of(Watched known, Periods periods) {
    Optional<LegalHold> hold = known.holds().stream().filter(LegalHold::stands).findFirst();
    if (hold.isPresent()) {
      return new OnHold(hold.get());
    }
    for (CaseFile file : known.cases()) {
      if (file.status() == CaseFile.Status.OPEN) {
        return new WhileCaseLasts(file);
      }
    }
    Instant touched = known.account().history().getLast().at();
    Instant seen = known.account().lastSeen();
    return switch (known.account().state()) {
      case RELEASED -> until(RecordKind.RELEASED_ACCOUNTS, touched, periods);
      case OBSERVED, REPORTED, GONE, BACK ->
          until(RecordKind.WATCHED_ACCOUNTS, seen.isAfter(touched) ? seen : touched, periods);
    };
  }

  private static Until until(RecordKind kind, Instant since, Periods periods) {
    return new Until(since.plus(periods.of(kind)), kind);
  }

  static Fate of(Known known, Periods periods) {
    if (known.job().forgotten().isPresent()) {
      return new Forgotten(known.job().forgotten().get());
    }
    Optional<LegalHold> hold = known.holds().stream().filter(LegalHold::stands).findFirst();
    if (hold.isPresent()) {
      return new OnHold(hold.get());
    }
    if (known.file().isPresent()) {
      CaseFile file = known.file().get();
      return switch (file.status()) {
        case OPEN -> new WhileCaseLasts(file);
        case CLOSED ->
            atLeastGolden(known, RecordKind.CLOSED_CASES, file.history().getLast().at(), periods);
        // The judgement it rested on was taken back: as if there were none.
        case WITHDRAWN -> withoutCase(known, periods);
      };
    }
    return withoutCase(known, periods);
  }

  private static Fate withoutCase(Known known, Periods periods) {
    Job job = known.job();
    return switch (job.standing()) {
      case WAITING, AWAITS_SECOND, DISPUTED ->
          atLeastGolden(known, RecordKind.UNDECIDED, known.lastReceived(), periods);
      case DISMISSED ->
          atLeastGolden(
              known, RecordKind.JUDGED_HARMLESS, job.judgements().getLast().at(), periods);
      case CONFIRMED, DUPLICATE ->
          atLeastGolden(known, RecordKind.WITHOUT_CASE, job.judgements().getLast().at(), periods);
    };
  }

  private static Fate atLeastGolden(Known known, RecordKind kind, Instant since, Periods periods) {
    Instant own = since.plus(periods.of(kind));
    Optional<Instant> practised =
        known.golden().map(marked -> marked.plus(periods.of(RecordKind.GOLDEN_ITEMS)));
    return practised.isPresent() && practised.get().isAfter(own)
        ? new Until(practised.get(), RecordKind.GOLDEN_ITEMS)
        : until(kind, since, periods);
  }
}
