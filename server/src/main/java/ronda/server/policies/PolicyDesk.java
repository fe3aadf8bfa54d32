package ronda.server.policies;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.chain.AuditLog;
import ronda.casework.policy.Breaker;
import ronda.casework.policy.OfficePolicy;
import ronda.casework.policy.PolicyChanges;
import ronda.casework.policy.PolicyChanges.Act;
import ronda.casework.policy.PolicyChanges.Answer;
import ronda.casework.policy.PolicyChanges.Refusal;
import ronda.casework.policy.PolicyDay;
import ronda.casework.policy.PolicyVersion;
import ronda.casework.policy.Precision;
import ronda.casework.policy.Sample;
import ronda.casework.policy.TrialRun;
import ronda.casework.policy.Trials;
import ronda.identify.Patrol;
import ronda.identify.decide.Policy;
import ronda.identify.post.Post;
import ronda.policies.cel.PolicyText;
import ronda.server.door.Acts;
import ronda.server.door.Caller;
import ronda.server.page.Shown;
import ronda.server.patrol.Admission;
import ronda.server.patrol.FirstPolicies;
import ronda.server.patrol.OfficePatrols;
import ronda.server.patrol.WrittenDraft;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlOfficePolicies;
import ronda.store.sql.SqlPast;
import ronda.store.sql.SqlPolicyDays;
import ronda.store.sql.SqlPrecision;
import ronda.store.sql.SqlTrialJobs;
import ronda.store.sql.SqlTrials;
import ronda.store.sql.SqlTurns;

/**
 * What people do to their office's policies, each change in one transaction with its entry in the
 * audit log, and the office's patrol dressed anew afterwards.
 */
@Component
public final class PolicyDesk {
  /** How far back a policy's precision is counted. */
  public static final int PRECISION_DAYS = 30;

  /** How far back a policy can be tried, in days. */
  public static final int MOST_DAYS = 90;

  /** A trial run stops after this time and says how far it came. */
  private static final Duration LONGEST_RUN = Duration.ofSeconds(20);

  /** How far back a reached limit waits for somebody. */
  private static final int TRIPS_DAYS = 14;

  private static final int TRIALS_SHOWN = 5;

  private final InOffice tables;
  private final OfficePatrols patrols;
  private final FirstPolicies first;
  private final Admission admission;
  private final Sample sample;
  private final AuditLog log;
  private final Acts acts;
  private final InstantSource clock;

  private final TrialPlaces places = new TrialPlaces();

  PolicyDesk(
      InOffice tables,
      OfficePatrols patrols,
      FirstPolicies first,
      Admission admission,
      Sample sample,
      AuditLog log,
      Acts acts,
      InstantSource clock) {
    this.tables = tables;
    this.patrols = patrols;
    this.first = first;
    this.admission = admission;
    this.sample = sample;
    this.log = log;
    this.acts = acts;
    this.clock = clock;
  }

  /**
   * A policy and what is known of it.
   *
   * @param text what it says; empty if this Ronda cannot read it
   * @param today what it raised today
   * @param precision by what officers decided; empty if they have decided nothing of it
   */
  public record Line(
      OfficePolicy policy,
      Optional<PolicyText> text,
      PolicyDay today,
      Optional<Precision> precision) {}

  /** Every policy of the office, by name. */
  public List<Line> all(UUID office) {
    first.of(office);
    Instant now = clock.instant();
    LocalDate day = admission.day(now);
    return tables.read(
        office,
        jdbc -> {
          Map<String, PolicyDay> days =
              new SqlPolicyDays(jdbc)
                  .on(day).stream()
                      .collect(Collectors.toMap(PolicyDay::policy, Function.identity()));
          Map<String, Precision> precisions = precisions(new SqlPrecision(jdbc), now);
          return new SqlOfficePolicies(jdbc)
              .all().stream()
                  .map(
                      policy ->
                          new Line(
                              policy,
                              policy.shown().flatMap(PolicyDesk::read),
                              days.getOrDefault(policy.name(), PolicyDay.empty(policy.name(), day)),
                              Optional.ofNullable(precisions.get(policy.name()))))
                  .toList();
        });
  }

  private static Map<String, Precision> precisions(SqlPrecision precisions, Instant now) {
    return precisions.since(now.minus(Duration.ofDays(PRECISION_DAYS))).stream()
        .collect(Collectors.toMap(Precision::policy, Function.identity()));
  }

  /** What a version says; empty if this Ronda cannot read it. */
  static Optional<PolicyText> read(PolicyVersion version) {
    return PolicyText.read(version.name(), version.text()) instanceof PolicyText.Read.Sound sound
        ? Optional.of(sound.policy())
        : Optional.empty();
  }

  /** The policy of this name, if the office has one. */
  public Optional<OfficePolicy> named(UUID office, String name) {
    first.of(office);
    return tables.read(office, jdbc -> new SqlOfficePolicies(jdbc).named(name));
  }

  /**
   * What the policy of this name that comes with Ronda is for: an office's own text may have been
   * taken from it before it told everything in two languages.
   */
  Optional<Policy.About> shipped(String name) {
    return patrols.shipped().stream()
        .map(PolicyText::policy)
        .filter(policy -> policy.name().equals(name))
        .map(Policy::about)
        .findFirst();
  }

  /** All versions, the newest first. */
  public List<PolicyVersion> history(UUID office, String name) {
    return tables.read(office, jdbc -> new SqlOfficePolicies(jdbc).history(name));
  }

  /** One version, if there is one. */
  public Optional<PolicyVersion> version(UUID office, String name, int number) {
    return tables.read(office, jdbc -> new SqlOfficePolicies(jdbc).version(name, number));
  }

  /**
   * A trial run of before.
   *
   * @param kept whether the jobs behind its numbers are known
   */
  public record Before(Trials.Trial trial, boolean kept) {}

  /** The latest trial runs of a policy. */
  public List<Before> trials(UUID office, String name) {
    return tables.read(
        office,
        jdbc -> {
          List<Trials.Trial> latest = new SqlTrials(jdbc).of(name, TRIALS_SHOWN);
          Set<UUID> kept = new SqlTrialJobs(jdbc).kept(latest);
          return latest.stream().map(one -> new Before(one, kept.contains(one.id()))).toList();
        });
  }

  /** The days on which a limit was reached and nobody has seen to it. */
  public List<PolicyDay> tripped(UUID office) {
    LocalDate since = admission.day(clock.instant()).minusDays(TRIPS_DAYS);
    return tables.read(office, jdbc -> new SqlPolicyDays(jdbc).tripped(since));
  }

  private PolicyChanges changes(UUID office, JdbcClient jdbc) {
    return new PolicyChanges(
        new SqlOfficePolicies(jdbc), new SqlTrials(jdbc), entry -> log.add(office, entry));
  }

  /** The mark of what a page shows of a policy; of none if there is no such policy yet. */
  static Shown markOf(Optional<OfficePolicy> policy) {
    return Shown.of(
        policy.map(OfficePolicy::lastNumber).orElse(0),
        policy.flatMap(OfficePolicy::inForce).map(PolicyVersion::number).orElse(0),
        policy.flatMap(OfficePolicy::onTrial).map(PolicyVersion::number).orElse(0));
  }

  /** Puts a text on trial. */
  Answer putOnTrial(Asked asked, PolicyText text) {
    return change(asked, (changes, act) -> changes.putOnTrial(new WrittenDraft(text), act));
  }

  /** Puts a text in force. */
  Answer putInForce(Asked asked, PolicyText text) {
    return change(asked, (changes, act) -> changes.putInForce(new WrittenDraft(text), act));
  }

  /** Whether a text may be put in force as far as trying it goes. */
  public boolean isTried(UUID office, PolicyText text) {
    return tables.read(office, jdbc -> changes(office, jdbc).isTried(new WrittenDraft(text)));
  }

  /** Turns a text that was in force into one on trial, and leaves nothing of it in force. */
  Answer takeOutOfForce(Asked asked, PolicyText inForce) {
    return change(asked, (changes, act) -> changes.takeOutOfForce(new WrittenDraft(inForce), act));
  }

  /** Ends a trial. */
  Answer endTrial(Asked asked) {
    return change(asked, (changes, act) -> changes.endTrial(asked.name(), act));
  }

  /** Makes an old version the newest. */
  Answer revert(Asked asked, PolicyText old, int number) {
    return change(asked, (changes, act) -> changes.revert(new WrittenDraft(old), number, act));
  }

  /**
   * Who asks for a change of which policy, and why.
   *
   * @param shown what the page showed of it: what was changed meanwhile is changed by nobody who
   *     has not seen it
   */
  record Asked(Caller who, String name, Shown shown, String why) {}

  private Answer change(Asked asked, BiFunction<PolicyChanges, Act, Answer> change) {
    UUID office = asked.who().office();
    first.of(office);
    Act act = new Act(asked.who().signature(), clock.instant(), asked.why().strip());
    Answer answer =
        tables.write(
            office,
            jdbc -> {
              SqlTurns.take("policies", jdbc);
              Shown now = markOf(new SqlOfficePolicies(jdbc).named(asked.name()));
              return asked.shown().isStill(now)
                  ? change.apply(changes(office, jdbc), act)
                  : new Answer.Refused(Refusal.CHANGED_MEANWHILE);
            });
    patrols.changed(office);
    return answer;
  }

  /** Allows a policy another daily limit on that day. */
  Breaker.Reset reset(Caller who, String policy, LocalDate day, String why) {
    Act act = new Act(who.signature(), clock.instant(), why.strip());
    return tables.write(
        who.office(),
        jdbc ->
            new Breaker(new SqlPolicyDays(jdbc), entry -> log.add(who.office(), entry))
                .reset(policy, day, act));
  }

  /**
   * Tries a text on what came in during the last days, and remembers that it was tried.
   *
   * @throws TrialPlaces.Taken if no place is free
   */
  Tried tryOut(Caller who, PolicyText text, int days) throws TrialPlaces.Taken {
    try (TrialPlaces.Place place = places.take(who.office())) {
      return run(who, text, days);
    }
  }

  private Tried run(Caller who, PolicyText text, int days) {
    Instant now = clock.instant();
    Patrol patrol = patrols.of(who.office());
    long end = System.nanoTime() + LONGEST_RUN.toNanos();
    TrialRun run =
        tables.read(
            who.office(),
            jdbc -> {
              Optional<Policy> inForce =
                  new SqlOfficePolicies(jdbc)
                      .named(text.policy().name())
                      .flatMap(OfficePolicy::inForce)
                      .flatMap(PolicyDesk::read)
                      .map(PolicyText::policy);
              return TrialRun.of(
                  new TrialRun.Question(
                      text.policy(), inForce, now, Duration.ofDays(days), sample.rule().kept()),
                  post -> patrol.facts(Post.of("", post)),
                  new SqlPast(jdbc),
                  () -> System.nanoTime() < end);
            });
    WrittenDraft draft = new WrittenDraft(text);
    Trials.Trial trial =
        Trials.Trial.of(draft.name(), draft.substance(), who.signature(), now, days, run);
    tables.run(
        who.office(),
        jdbc -> {
          new SqlTrials(jdbc).add(trial);
          new SqlTrialJobs(jdbc).keep(trial, text.policy().category(), run.behind(), TRIALS_SHOWN);
          acts.write(who, "policy-tried", "policy:" + draft.name(), Map.of("days", days));
        });
    return new Tried(trial.id(), run);
  }

  /** A trial run, and under which id it is remembered. */
  record Tried(UUID id, TrialRun run) {}
}
