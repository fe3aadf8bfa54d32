package ronda.casework.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Referrals in memory: what the SQL must agree with. For one thread. */
public final class InMemoryReferrals implements Referrals {
  private static final Comparator<Referral> OLDEST =
      Comparator.comparing(Referral::writtenAt).thenComparing(one -> one.id().toString());

  private final Map<UUID, Referral> all = new LinkedHashMap<>();
  private final Map<Integer, Integer> counts = new HashMap<>();

  @Override
  public int nextCount(int year) {
    return counts.merge(year, 1, Integer::sum);
  }

  @Override
  public void begin(Referral referral) {
    all.put(referral.id(), referral);
  }

  @Override
  public void add(Referral referral) {
    all.put(referral.id(), referral);
  }

  @Override
  public Optional<Referral> forChange(UUID id) {
    return byId(id);
  }

  @Override
  public Optional<Referral> byId(UUID id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public Optional<Referral> byLetter(String number) {
    return all.values().stream().filter(one -> one.letter().equals(number)).findFirst();
  }

  @Override
  public List<Referral> ofCase(String caseNumber) {
    return all.values().stream()
        .filter(one -> one.caseNumber().equals(caseNumber))
        .sorted(OLDEST)
        .toList();
  }

  @Override
  public List<Referral> latest(Optional<Referral.State> state, int from, int limit) {
    return of(state).sorted(OLDEST.reversed()).skip(from).limit(limit).toList();
  }

  @Override
  public long count(Optional<Referral.State> state) {
    return of(state).count();
  }

  private Stream<Referral> of(Optional<Referral.State> state) {
    return all.values().stream().filter(one -> state.isEmpty() || state.get() == one.state());
  }

  @Override
  public List<UUID> overdue(Instant now, WorkingDays calendar) {
    return all.values().stream()
        .filter(one -> one.isOverdue(now, calendar))
        .sorted(OLDEST)
        .map(Referral::id)
        .toList();
  }

  @Override
  public List<Referral> these(List<UUID> ids) {
    return ids.stream().flatMap(id -> byId(id).stream()).toList();
  }

  @Override
  public List<Referral> since(LocalDate day, int limit) {
    return all.values().stream()
        .filter(one -> !one.writtenAt().isBefore(day.atStartOfDay(ZoneOffset.UTC).toInstant()))
        .sorted(OLDEST)
        .limit(limit)
        .toList();
  }

  @Override
  public long chasedBy(String who, Instant after) {
    return all.values().stream()
        .flatMap(one -> one.history().stream())
        .filter(taken -> taken.what() instanceof Happening.Chased)
        .filter(taken -> taken.by().equals(who) && taken.at().isAfter(after))
        .count();
  }
}
