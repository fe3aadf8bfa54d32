package ronda.casework.review;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ronda.casework.chain.Hash;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.Grouping;
import ronda.casework.intake.RecentJobs;
import ronda.casework.intake.Trait;
import ronda.casework.office.Region;
import ronda.casework.review.Jobs.Wanted;
import ronda.identify.post.Category;

/**
 * Posts that came in together, while each is given its job (kedatangan). What stood there before is
 * asked for all of them at once, what they bring is kept at once; in between, a post sees what
 * those before it have become, as if each had come alone.
 */
public final class Arrivals implements RecentJobs {
  /** A job's id begins with the time at which it was given. */
  private static final Comparator<UUID> LATEST_FIRST =
      Comparator.comparing(UUID::toString).reversed();

  private final Jobs jobs;
  private final Set<Hash> known;
  private final Map<Wanted, Map<Region, UUID>> undecided = new HashMap<>();

  /** Every job that was told of or begun, as these posts have left it. */
  private final Map<UUID, Told> told = new HashMap<>();

  /** What was asked for of a category, and from what day on: most arrivals hold one or two. */
  private final Map<Category, Lately> lately = new EnumMap<>(Category.class);

  private record Lately(Instant since, NavigableMap<UUID, Told> told) {}

  /** The jobs that these posts began or joined. */
  private final Map<Category, Set<UUID>> touched = new EnumMap<>(Category.class);

  private final List<Jobs.Beginning> begun = new ArrayList<>();
  private final List<Jobs.Joined> joined = new ArrayList<>();

  public Arrivals(List<FoundPost> posts, Jobs jobs) {
    this.jobs = jobs;
    known =
        new HashSet<>(jobs.known(posts.stream().map(FoundPost::print).collect(Collectors.toSet())));
    jobs.undecidedWith(posts.stream().flatMap(Arrivals::wanted).collect(Collectors.toSet()))
        .forEach(
            (wanted, found) ->
                found.forEach(
                    job -> {
                      remember(wanted, job);
                      told.put(job.job(), job);
                    }));
  }

  private static Stream<Wanted> wanted(FoundPost post) {
    return Trait.of(post).stream()
        .filter(Trait::groups)
        .map(trait -> new Wanted(trait, post.category()));
  }

  /** Whether this very post has not come before, among these or earlier. */
  public boolean isNew(FoundPost post) {
    return !known.contains(post.print());
  }

  /** An undecided job with this; of each place the latest is told. */
  private void remember(Wanted wanted, Told job) {
    undecided
        .computeIfAbsent(wanted, none -> new HashMap<>())
        .merge(job.region(), job.job(), Arrivals::later);
  }

  @Override
  public List<Sharing> undecidedWith(Set<Trait> traits, Category category) {
    Map<UUID, Sharing> sharing = new TreeMap<>(LATEST_FIRST);
    for (Trait trait : traits) {
      undecided
          .getOrDefault(new Wanted(trait, category), Map.of())
          .forEach(
              (region, job) ->
                  sharing.putIfAbsent(
                      job, new Sharing(new Grouping.Joining(job, trait.toString()), region)));
    }
    return List.copyOf(sharing.values());
  }

  private static UUID later(UUID one, UUID other) {
    return LATEST_FIRST.compare(one, other) <= 0 ? one : other;
  }

  /**
   * Asks by whole days, so that the posts of a day ask once. What these posts began comes on top of
   * {@link Jobs#MOST_LATELY}.
   */
  @Override
  public List<Told> lately(Category category, Instant since) {
    Lately asked = lately.get(category);
    if (asked == null || since.isBefore(asked.since())) {
      Instant day = since.truncatedTo(ChronoUnit.DAYS);
      NavigableMap<UUID, Told> found = new TreeMap<>(LATEST_FIRST);
      for (Told one : jobs.lately(category, day)) {
        found.put(one.job(), told.computeIfAbsent(one.job(), job -> one));
      }
      for (UUID job : touched.getOrDefault(category, Set.of())) {
        found.put(job, told(job));
      }
      asked = new Lately(day, found);
      lately.put(category, asked);
    }
    return asked.told().values().stream().filter(one -> !one.lastSeen().isBefore(since)).toList();
  }

  private Told told(UUID job) {
    return Optional.ofNullable(told.get(job))
        .orElseThrow(() -> new IllegalArgumentException("nobody told of the job " + job));
  }

  /** A post begins a job. */
  public void begin(Job job, FoundPost post) {
    Jobs.Beginning beginning = Jobs.Beginning.of(job, post);
    begun.add(beginning);
    took(
        post, new Told(job.id(), job.region(), beginning.likeness(), job.lastSeen(), false, false));
  }

  /** A post joins a job that stood before, or that one before it has begun. */
  public void join(Grouping.Joining joining, FoundPost post) {
    joined.add(new Jobs.Joined(joining.job(), post, joining.reason()));
    took(post, told(joining.job()).seen(post.seenAt()));
  }

  /** A job, as it is now, took a post. */
  private void took(FoundPost post, Told job) {
    known.add(post.print());
    told.put(job.job(), job);
    touched.computeIfAbsent(post.category(), category -> new HashSet<>()).add(job.job());
    Optional.ofNullable(lately.get(post.category()))
        .ifPresent(asked -> asked.told().put(job.job(), job));
    if (!job.decided()) {
      wanted(post).forEach(wanted -> remember(wanted, job));
    }
  }

  /** Keeps it all. */
  public void keep() {
    jobs.begin(begun);
    jobs.join(joined);
  }

  public int begun() {
    return begun.size();
  }

  /** How many posts joined each job. */
  public Map<UUID, Integer> joined() {
    Map<UUID, Integer> counts = new LinkedHashMap<>();
    joined.forEach(one -> counts.merge(one.job(), 1, Integer::sum));
    return counts;
  }
}
