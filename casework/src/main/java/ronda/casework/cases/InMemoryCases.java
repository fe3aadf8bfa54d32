package ronda.casework.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ronda.casework.chain.Link;

/** Cases kept in memory, slow and obvious: what the SQL must agree with. For one thread. */
public final class InMemoryCases implements Cases {
  private static final Comparator<CaseFile> LATEST =
      Comparator.comparing((CaseFile file) -> file.history().getLast().at())
          .thenComparing(CaseFile::number)
          .reversed();

  private final Map<UUID, CaseFile> all = new LinkedHashMap<>();
  private final Map<UUID, List<Link>> chains = new LinkedHashMap<>();
  private final Map<UUID, Integer> untold = new LinkedHashMap<>();
  private final Map<Integer, Integer> numbers = new LinkedHashMap<>();

  @Override
  public String nextNumber(int year) {
    return "%d-%06d".formatted(year, numbers.merge(year, 1, Integer::sum));
  }

  @Override
  public void open(CaseFile file) {
    add(file);
  }

  @Override
  public void add(CaseFile file) {
    all.put(file.id(), file);
    List<Link> chain = chains.computeIfAbsent(file.id(), id -> new ArrayList<>());
    Link.Entry entry = StepWords.lastEntry(file);
    chain.add(chain.isEmpty() ? Link.first(entry) : chain.getLast().then(entry));
  }

  @Override
  public Optional<CaseFile> byNumber(String number) {
    return all.values().stream().filter(file -> file.number().equals(number)).findFirst();
  }

  @Override
  public Optional<CaseFile> byId(UUID id) {
    return all.values().stream().filter(file -> file.id().equals(id)).findFirst();
  }

  @Override
  public Optional<CaseFile> ofJob(UUID job) {
    return all.values().stream().filter(file -> file.jobs().contains(job)).findFirst();
  }

  @Override
  public void grew(Map<UUID, Integer> copies) {
    copies.forEach(
        (job, more) -> ofJob(job).ifPresent(file -> untold.merge(file.id(), more, Integer::sum)));
  }

  @Override
  public int untold(UUID file) {
    return untold.getOrDefault(file, 0);
  }

  @Override
  public int takeUntold(UUID file) {
    int copies = untold(file);
    untold.remove(file);
    return copies;
  }

  @Override
  public List<UUID> grown(int limit) {
    return untold.keySet().stream().limit(limit).toList();
  }

  @Override
  public List<CaseFile> latest(Optional<CaseFile.Status> status, int from, int limit) {
    return of(status).sorted(LATEST).skip(from).limit(limit).toList();
  }

  @Override
  public List<CaseFile> unreferred(int from, int limit) {
    return of(Optional.of(CaseFile.Status.CLOSED))
        .filter(
            file ->
                file.history().stream()
                    .noneMatch(taken -> taken.step() instanceof Step.ReferralSent))
        .sorted(LATEST)
        .skip(from)
        .limit(limit)
        .toList();
  }

  @Override
  public long count(Optional<CaseFile.Status> status) {
    return of(status).count();
  }

  private Stream<CaseFile> of(Optional<CaseFile.Status> status) {
    return all.values().stream().filter(file -> status.isEmpty() || status.get() == file.status());
  }

  @Override
  public List<Link> chainOf(UUID file) {
    @Nullable List<Link> chain = chains.get(file);
    return chain == null ? List.of() : List.copyOf(chain);
  }
}
