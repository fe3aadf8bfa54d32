package ronda.server.transparency;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.authority.Recipient;
import ronda.casework.policy.Wilson;
import ronda.casework.referral.Outcome;
import ronda.casework.referral.Referral;
import ronda.casework.referral.WorkingDays;
import ronda.casework.transparency.Amount;
import ronda.casework.transparency.Period;
import ronda.casework.transparency.Tally;
import ronda.casework.transparency.Tally.Count;
import ronda.identify.post.Category;
import ronda.store.sql.SqlReferrals;
import ronda.store.sql.SqlWorkDone;

/** Counts what an office did in a period, and hides what is too small to be said. */
@Component
final class Reports {
  private final WorkingDays calendar;

  Reports(WorkingDays calendar) {
    this.calendar = calendar;
  }

  /**
   * What was counted.
   *
   * @param madeUp whether made-up sample posts are among it
   * @param harmless the share of decided suspicions that people found harmless; empty where it
   *     would betray a small number
   */
  record Counted(
      boolean madeUp,
      Map<String, List<Tally>> sections,
      Optional<ReportFile.HarmlessShare> harmless,
      Map<String, Integer> policies) {}

  LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, calendar.zone());
  }

  /** The first day of the office of this transaction. */
  LocalDate firstDay(JdbcClient jdbc) {
    return LocalDate.ofInstant(SqlWorkDone.begun(jdbc), calendar.zone());
  }

  String zone() {
    return calendar.zone().getId();
  }

  /** What the office of this transaction did in {@code period}, as it is known now. */
  Counted count(Period period, Instant now, JdbcClient jdbc) {
    Instant from = period.from().atStartOfDay(calendar.zone()).toInstant();
    Instant until = period.until().atStartOfDay(calendar.zone()).toInstant();
    SqlWorkDone work = new SqlWorkDone(jdbc, from, until);
    SqlWorkDone.Posts posts = work.posts();
    Tally confirmed = byCategory("confirmed", work.confirmed());
    Tally dismissed = byCategory("not-harmful", work.dismissed());
    Tally findings = findings(work.jobs(), confirmed, dismissed);
    Map<String, List<Tally>> sections = new LinkedHashMap<>();
    sections.put("posts", List.of(posts(posts, findings)));
    sections.put("findings", List.of(findings));
    sections.put("decisions", List.of(confirmed, dismissed));
    sections.put("cases", List.of(cases(work.steps(), confirmed)));
    sections.put("referrals", referrals(new SqlReferrals(jdbc).sentBetween(from, until), now));
    sections.put("refused-wishes", List.of(refusedWishes(work.refusedWishes())));
    sections.put("objections", List.of(objections(work.objections())));
    sections.put("openings", List.of(openings(work.openings())));
    return new Counted(posts.madeUp(), sections, harmless(confirmed, dismissed), work.policies());
  }

  private static Tally byCategory(String of, Map<Category, Long> counts) {
    return Tally.whole(
        of,
        Arrays.stream(Category.values())
            .map(category -> new Count(category.code(), counts.getOrDefault(category, 0L)))
            .toList());
  }

  /** Most suspected posts are a job of their own. */
  private static Tally posts(SqlWorkDone.Posts posts, Tally findings) {
    return Tally.whole(
        "posts",
        List.of(
            new Count("let-go", posts.letGo()),
            new Count("suspected", posts.suspected()).beside(findings.total().orElseThrow())));
  }

  /** What was found is what was decided afterwards, but for what waits still. */
  private static Tally findings(Map<Category, Long> jobs, Tally confirmed, Tally dismissed) {
    return Tally.whole(
        "findings",
        Arrays.stream(Category.values())
            .map(
                category -> {
                  String code = category.code();
                  return new Count(code, jobs.getOrDefault(category, 0L))
                      .beside(Amount.sum(List.of(confirmed.amount(code), dismissed.amount(code))));
                })
            .toList());
  }

  /** What is confirmed opens a case, unless it is the same as another. */
  private static Tally cases(Map<String, Long> steps, Tally confirmed) {
    return Tally.apart(
        "cases",
        List.of("opened", "closed", "reopened", "withdrawn").stream()
            .map(
                act -> {
                  Count count = new Count(act, steps.getOrDefault(act, 0L));
                  return act.equals("opened")
                      ? count.beside(confirmed.total().orElseThrow())
                      : count;
                })
            .toList());
  }

  /** What became of a letter, as the public is told; every letter is one of these. */
  private enum Fate {
    ACTED,
    REFUSED,
    NO_ANSWER,
    BACK_AGAIN,
    OPEN,
    OVERDUE,
    RECALLED;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private Fate fate(Referral referral, Instant now) {
    return switch (referral.state()) {
      case WRITTEN, DISCARDED, REPLIED -> Fate.OPEN; // Of the first two none was sent.
      case WAITING -> referral.isOverdue(now, calendar) ? Fate.OVERDUE : Fate.OPEN;
      case RECALLED -> Fate.RECALLED;
      case CONCLUDED ->
          switch (referral.conclusion().orElseThrow().outcome()) {
            case Outcome.ACTED -> Fate.ACTED;
            case Outcome.REFUSED -> Fate.REFUSED;
            case Outcome.NO_ANSWER -> Fate.NO_ANSWER;
            case Outcome.BACK_AGAIN -> Fate.BACK_AGAIN;
          };
    };
  }

  /** A tally of each kind of recipient that a letter was sent to. */
  private List<Tally> referrals(List<Referral> sent, Instant now) {
    Map<Recipient, List<Referral>> by = new EnumMap<>(Recipient.class);
    sent.forEach(one -> by.computeIfAbsent(one.to(), kind -> new ArrayList<>()).add(one));
    return by.entrySet().stream()
        .map(
            entry -> {
              List<Duration> times =
                  entry.getValue().stream().flatMap(one -> one.answerTime().stream()).toList();
              List<Count> counts =
                  Arrays.stream(Fate.values())
                      .map(
                          fate ->
                              new Count(
                                  fate.code(),
                                  entry.getValue().stream()
                                      .filter(one -> fate(one, now) == fate)
                                      .count()))
                      .toList();
              return Tally.whole(entry.getKey().code(), counts).taking(times);
            })
        .toList();
  }

  private static Tally refusedWishes(List<SqlWorkDone.RefusedWish> wishes) {
    return Tally.whole(
        "refused-wishes",
        wishes.stream()
            .map(
                wish ->
                    new Count(
                        wish.act() + "/" + wish.row(),
                        wish.row() + (wish.basis().isEmpty() ? "" : ": " + wish.basis()),
                        wish.times()))
            .toList());
  }

  /** What came in is what was decided, but for what waits still. */
  private static Tally objections(SqlWorkDone.Heard heard) {
    Count upheld = new Count("upheld", heard.upheld());
    Count dismissed = new Count("dismissed", heard.dismissed());
    Amount decided = Tally.whole("decided", List.of(upheld, dismissed)).total().orElseThrow();
    return Tally.apart(
            "objections",
            List.of(new Count("received", heard.received()).beside(decided), upheld, dismissed))
        .taking(heard.times());
  }

  private static Tally openings(SqlWorkDone.Openings openings) {
    return Tally.apart(
        "openings",
        List.of(new Count("agreed", openings.agreed()), new Count("declined", openings.refused())));
  }

  private static Optional<ReportFile.HarmlessShare> harmless(Tally confirmed, Tally dismissed) {
    Optional<Long> harmful = confirmed.total().flatMap(Amount::exactly);
    Optional<Long> harmless = dismissed.total().flatMap(Amount::exactly);
    if (harmful.isEmpty() || harmless.isEmpty() || harmful.get() + harmless.get() == 0) {
      return Optional.empty();
    }
    long decided = harmful.get() + harmless.get();
    return Optional.of(
        new ReportFile.HarmlessShare(
            decided,
            percent(harmless.get() / (double) decided),
            percent(Wilson.lower(harmless.get(), decided)),
            percent(Wilson.upper(harmless.get(), decided))));
  }

  private static double percent(double share) {
    return Math.round(share * 1_000) / 10.0;
  }
}
