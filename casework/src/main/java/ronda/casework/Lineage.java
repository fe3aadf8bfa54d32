package ronda.casework;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Cases;
import ronda.casework.chain.Hash;
import ronda.casework.evidence.Items;
import ronda.casework.evidence.Look;
import ronda.casework.intake.SharedDomains;
import ronda.casework.intake.Trait;
import ronda.casework.review.Job;
import ronda.casework.review.Jobs;
import ronda.casework.review.Standing;
import ronda.identify.post.Category;

/**
 * Finds the closed case that something new continues (silsilah): it shares an account, a number, a
 * domain or a picture with it.
 *
 * <p>A domain or a picture that strangers have in common proves nothing. One is passed over when it
 * stands on the list of {@link SharedDomains}, when people judged a post with it harmless, when
 * cases of another category have it, or when more than {@value #MOST_CASES} cases do.
 */
final class Lineage {
  /** Of a wave so many posts are looked at for what a closed case has too, and so many jobs. */
  private static final int MOST_POSTS = 50;

  private static final int MOST_JOBS = 50;

  /** What more cases than these have in common is taken to be everybody's. */
  static final int MOST_CASES = 5;

  /** What is told where pictures are not the same but look alike: a person has to compare them. */
  static final String SIMILAR_PICTURE = "similar-picture";

  private final Jobs jobs;
  private final Cases cases;
  private final Items items;

  Lineage(Jobs jobs, Cases cases, Items items) {
    this.jobs = jobs;
    this.cases = cases;
    this.items = items;
  }

  /**
   * A closed case.
   *
   * @param shared the kind of what it shares, never the value
   * @param bitsApart how far a similar picture is from the one it is taken for, of {@value
   *     Look#BITS}; 0 for what is the same
   */
  record Found(CaseFile file, String shared, int bitsApart) {}

  /** The closed case of this category that the posts of {@code job} continue. */
  Optional<Found> of(UUID job, Category category) {
    Set<Trait> traits = new LinkedHashSet<>();
    jobs.postsOf(job, MOST_POSTS).forEach(post -> traits.addAll(Trait.of(post)));
    return traits.stream()
        .filter(Trait::tellsOneFromAnother)
        .sorted(Comparator.comparing(Trait::mayBeEverybodys)) // what is surer is said first
        .flatMap(trait -> with(trait, job, category).stream())
        .findFirst();
  }

  /**
   * The closed case of the same category that has a picture which was just kept of {@code file}:
   * the very same one, or else one that looks like it.
   */
  Optional<Found> of(CaseFile file, Hash picture, List<Look> looks) {
    return with(Trait.picture(picture), file.opening().job(), file.category())
        .filter(found -> !found.file().id().equals(file.id()))
        .or(() -> alike(file, looks));
  }

  /** Similar pictures that strangers have in common prove as little as the same ones. */
  private Optional<Found> alike(CaseFile fresh, List<Look> looks) {
    if (looks.isEmpty()) {
      return Optional.empty();
    }
    Map<UUID, Integer> nearest = new LinkedHashMap<>();
    items
        .casesLike(looks, Look.ALIKE, MOST_CASES + 2)
        .forEach(alike -> nearest.put(alike.file(), alike.bitsApart()));
    nearest.remove(fresh.id());
    List<CaseFile> files =
        nearest.keySet().stream().flatMap(id -> cases.byId(id).stream()).toList();
    if (files.size() > MOST_CASES
        || files.stream().anyMatch(file -> file.category() != fresh.category())) {
      return Optional.empty();
    }
    return files.stream()
        .flatMap(file -> cases.byNumber(file.number()).stream()) // as it is now, for a change
        .filter(file -> file.status() == CaseFile.Status.CLOSED)
        .findFirst()
        .map(file -> new Found(file, SIMILAR_PICTURE, nearest.getOrDefault(file.id(), 0)));
  }

  private Optional<Found> with(Trait trait, UUID but, Category category) {
    if (SharedDomains.shipped().hold(trait)) {
      return Optional.empty();
    }
    List<Job> others =
        jobs.with(trait, MOST_JOBS).stream().filter(other -> !other.id().equals(but)).toList();
    Map<UUID, CaseFile> files = new LinkedHashMap<>();
    Stream.concat(
            others.stream().flatMap(other -> cases.ofJob(other.id()).stream()), evidence(trait))
        .forEach(file -> files.put(file.id(), file));
    if (trait.mayBeEverybodys() && isEverybodys(others, files, category)) {
      return Optional.empty();
    }
    return files.values().stream()
        .filter(file -> file.category() == category)
        .flatMap(file -> cases.byNumber(file.number()).stream()) // as it is now, for a change
        .filter(file -> file.status() == CaseFile.Status.CLOSED)
        .findFirst()
        .map(file -> new Found(file, trait.kind(), 0));
  }

  private Stream<CaseFile> evidence(Trait trait) {
    return trait.isPicture()
        ? items.casesWith(new Hash(trait.value()), MOST_CASES + 2).stream()
            .flatMap(id -> cases.byId(id).stream())
        : Stream.of();
  }

  private static boolean isEverybodys(
      List<Job> others, Map<UUID, CaseFile> files, Category category) {
    return files.size() > MOST_CASES + 1 // the new one may be among them
        || others.stream().anyMatch(other -> other.standing() == Standing.DISMISSED)
        || files.values().stream().anyMatch(file -> file.category() != category);
  }
}
