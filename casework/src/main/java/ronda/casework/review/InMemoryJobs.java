package ronda.casework.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ronda.casework.chain.Hash;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.Likeness;
import ronda.casework.intake.RecentJobs.Told;
import ronda.casework.intake.Trait;
import ronda.casework.office.Region;
import ronda.identify.post.Category;

/** Jobs kept in memory, slow and obvious: what the SQL must agree with. For one thread. */
public final class InMemoryJobs implements Jobs {
  private static final Comparator<Told> LATEST_FIRST =
      Comparator.comparing((Told told) -> told.job().toString()).reversed();

  private final Map<UUID, Kept> all = new LinkedHashMap<>();

  private static final class Kept {
    Job job;
    final Likeness likeness;
    final List<FoundPost> posts = new ArrayList<>();
    final Set<Hash> prints = new HashSet<>();

    Kept(Job job, Likeness likeness) {
      this.job = job;
      this.likeness = likeness;
    }
  }

  @Override
  public Set<Hash> known(Set<Hash> prints) {
    return prints.stream()
        .filter(print -> all.values().stream().anyMatch(kept -> kept.prints.contains(print)))
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<UUID> holding(Hash print) {
    return all.values().stream()
        .filter(kept -> kept.prints.contains(print))
        .map(kept -> kept.job.id())
        .findFirst();
  }

  @Override
  public void begin(List<Beginning> beginnings) {
    for (Beginning beginning : beginnings) {
      Kept kept = new Kept(beginning.job(), beginning.likeness());
      kept.posts.add(beginning.post());
      kept.prints.add(beginning.post().print());
      all.put(beginning.job().id(), kept);
    }
  }

  @Override
  public void join(List<Joined> posts) {
    posts.forEach(one -> join(one.job(), one.post()));
  }

  private void join(UUID id, FoundPost post) {
    Kept kept = kept(id);
    kept.posts.add(post);
    kept.prints.add(post.print());
    long accounts =
        kept.posts.stream()
            .flatMap(one -> Trait.of(one).stream())
            .filter(Trait::isAccount)
            .distinct()
            .count();
    kept.job = kept.job.grown(List.of(post), (int) accounts - kept.job.accounts());
  }

  private Kept kept(UUID id) {
    Kept kept = all.get(id);
    if (kept == null) {
      throw new IllegalArgumentException("no job has the id " + id);
    }
    return kept;
  }

  @Override
  public Optional<Job> byId(UUID id) {
    @Nullable Kept kept = all.get(id);
    return kept == null ? Optional.empty() : Optional.of(kept.job);
  }

  @Override
  public void put(Job job, Instant now) {
    kept(job.id()).job = job;
  }

  @Override
  public QueuePage queue(Filter filter, Instant now, Optional<QueuePage.Place> place, int limit) {
    Instant asOf = place.map(QueuePage.Place::asOf).orElse(now);
    List<QueuePage.Place> places =
        passing(filter, now)
            .map(job -> new QueuePage.Place(asOf, Priority.of(job, asOf), job.id()))
            .sorted(
                Comparator.comparing(QueuePage.Place::priority)
                    .reversed()
                    .thenComparing(shown -> shown.job().toString()))
            .toList();
    List<QueuePage.Place> rest =
        places.stream().filter(next -> place.isEmpty() || isAfter(place.get(), next)).toList();
    List<QueuePage.Place> page = rest.stream().limit(limit).toList();
    return new QueuePage(
        page.stream().map(shown -> kept(shown.job()).job).toList(),
        rest.size() > limit ? Optional.of(page.getLast()) : Optional.empty(),
        Math.min(places.size(), MOST_COUNTED));
  }

  private static boolean isAfter(QueuePage.Place place, QueuePage.Place next) {
    return next.priority() < place.priority()
        || next.priority() == place.priority()
            && next.job().toString().compareTo(place.job().toString()) > 0;
  }

  @Override
  public long count(Filter filter, Instant now) {
    return passing(filter, now).limit(MOST_COUNTED).count();
  }

  private Stream<Job> passing(Filter filter, Instant now) {
    return all.values().stream().filter(kept -> passes(kept, filter, now)).map(kept -> kept.job);
  }

  private static boolean passes(Kept kept, Filter filter, Instant now) {
    Job job = kept.job;
    return (!job.isForgotten() || filter.counted().isPresent())
        && filter.categories().contains(job.category())
        && filter.without().stream().noneMatch(job.mayShow()::contains)
        && filter.standings().contains(job.standing())
        && (!job.region().isKnown() || filter.region().holds(job.region()))
        && (filter.platform().isEmpty() || filter.platform().equals(job.platform()))
        && job.score() >= filter.leastScore()
        && filter.seenSince().stream().noneMatch(job.lastSeen()::isBefore)
        && filter.holder().fits(job.holder(now))
        && filter.counted().stream().allMatch(figure -> figure.counts(job, kept.posts))
        && filter.notJudgedBy().stream().allMatch(job::waitsFor)
        && hasWords(kept, filter.words());
  }

  /** Without word forms: those are the database's affair. */
  private static boolean hasWords(Kept kept, String words) {
    return words.isBlank()
        || kept.posts.stream()
            .map(post -> post.post().text().toLowerCase(Locale.ROOT))
            .anyMatch(
                text ->
                    Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                        .allMatch(text::contains));
  }

  @Override
  public List<FoundPost> postsOf(UUID job, int limit) {
    return Optional.ofNullable(all.get(job)).stream()
        .flatMap(kept -> kept.posts.stream())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Job> with(Trait trait, int limit) {
    return all.values().stream()
        .filter(kept -> kept.posts.stream().anyMatch(post -> Trait.of(post).contains(trait)))
        .map(kept -> kept.job)
        .sorted(
            Comparator.comparing(Job::lastSeen)
                .reversed()
                .thenComparing(job -> job.id().toString()))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Job> duplicatesOf(UUID original) {
    return all.values().stream()
        .map(kept -> kept.job)
        .filter(job -> job.isDuplicateOf(original) && !job.isForgotten())
        .sorted(Comparator.comparing(job -> job.id().toString()))
        .toList();
  }

  @Override
  public List<Job> judgedBy(UUID officer, Instant since) {
    return all.values().stream()
        .map(kept -> kept.job)
        .filter(job -> !job.judgements().isEmpty())
        .filter(job -> job.judgements().getLast().officer().equals(officer))
        .filter(job -> !job.judgements().getLast().overrules())
        .filter(job -> !job.judgements().getLast().at().isBefore(since))
        .sorted(Comparator.comparing((Job job) -> job.judgements().getLast().at()).reversed())
        .toList();
  }

  @Override
  public Map<Wanted, List<Told>> undecidedWith(Set<Wanted> wanted) {
    Map<Wanted, Map<Region, Told>> found = new HashMap<>();
    for (Kept kept : all.values()) {
      if (!kept.job.standing().isDecided()) {
        kept.posts.stream()
            .flatMap(post -> Trait.of(post).stream())
            .map(trait -> new Wanted(trait, kept.job.category()))
            .filter(wanted::contains)
            .forEach(
                one ->
                    found
                        .computeIfAbsent(one, none -> new HashMap<>())
                        .merge(kept.job.region(), told(kept), InMemoryJobs::later));
      }
    }
    Map<Wanted, List<Told>> lists = new HashMap<>();
    found.forEach((one, byRegion) -> lists.put(one, List.copyOf(byRegion.values())));
    return lists;
  }

  private static Told later(Told one, Told other) {
    return LATEST_FIRST.compare(one, other) <= 0 ? one : other;
  }

  private static Told told(Kept kept) {
    Job job = kept.job;
    return new Told(
        job.id(),
        job.region(),
        kept.likeness,
        job.lastSeen(),
        job.standing().isDecided(),
        job.standing().isDecided() && !job.needsTwo());
  }

  @Override
  public List<Told> lately(Category category, Instant since) {
    return all.values().stream()
        .filter(kept -> kept.job.category() == category && !kept.job.isForgotten())
        .filter(kept -> !kept.job.lastSeen().isBefore(since))
        .map(InMemoryJobs::told)
        .sorted(Comparator.comparing(Told::lastSeen).reversed())
        .limit(MOST_LATELY)
        .sorted(LATEST_FIRST)
        .toList();
  }

  @Override
  public void forget(List<UUID> jobs, Instant now) {
    for (UUID id : jobs) {
      Kept kept = kept(id);
      kept.posts.clear();
      kept.job = kept.job.forgotten(now);
    }
  }
}
