package ronda.casework.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ronda.casework.chain.Hash;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.Likeness;
import ronda.casework.intake.RecentJobs;
import ronda.casework.intake.Trait;
import ronda.identify.post.Category;

/** The review jobs of one office, and the found posts in them. */
public interface Jobs {
  /** Which of these posts are kept already, so that a file read twice counts once. */
  Set<Hash> known(Set<Hash> prints);

  /** The job that the post with this print is in, also after the post's words were forgotten. */
  Optional<UUID> holding(Hash print);

  /** New jobs, each with its first post. */
  void begin(List<Beginning> beginnings);

  /**
   * A new job.
   *
   * @param likeness of its first post
   */
  record Beginning(Job job, FoundPost post, Likeness likeness) {
    public static Beginning of(Job job, FoundPost post) {
      return new Beginning(job, post, Likeness.of(post.post().text()));
    }
  }

  /** More posts for jobs: the jobs' counts and times move on. */
  void join(List<Joined> posts);

  /**
   * One more post for a job.
   *
   * @param reason the shared trait, or {@code text}
   */
  record Joined(UUID job, FoundPost post, String reason) {}

  /** How many jobs {@link #lately} gives at most. */
  int MOST_LATELY = 500;

  /**
   * Jobs of this category, decided or not, that had a post since then, the newest job first. Where
   * there are more, those whose latest post was seen last: a text that still comes is still known.
   */
  List<RecentJobs.Told> lately(Category category, Instant since);

  /** For each of these the latest undecided job of each place, as far as there is one. */
  Map<Wanted, List<RecentJobs.Told>> undecidedWith(Set<Wanted> wanted);

  /** A job of this category of which a post has this trait. */
  record Wanted(Trait trait, Category category) {}

  /** The job as it is now. Within a change, nobody else can change it meanwhile. */
  Optional<Job> byId(UUID id);

  /**
   * Keeps who holds the job and what was said of it. A judgement that is no longer there is marked
   * as taken back; it is not forgotten.
   */
  void put(Job job, Instant now);

  /**
   * The jobs that pass {@code filter}, those of the highest priority first.
   *
   * @param place where an earlier page ended; empty for the first
   * @param limit 1 to 200
   */
  QueuePage queue(Filter filter, Instant now, Optional<QueuePage.Place> place, int limit);

  /** Nobody needs to know of more than a thousand how many wait, and counting takes long. */
  long MOST_COUNTED = 1_001;

  /** How many jobs pass {@code filter}, counted up to {@link #MOST_COUNTED}. */
  long count(Filter filter, Instant now);

  /**
   * The posts of a job in the order in which they came: the first gave the job its excerpt. None,
   * once they were forgotten.
   */
  List<FoundPost> postsOf(UUID job, int limit);

  /** The jobs that share this trait, the latest first. */
  List<Job> with(Trait trait, int limit);

  /**
   * The jobs that were decided to be the same as this one, in the order of their ids, without what
   * was forgotten. Within a change, nobody else can change them meanwhile.
   */
  List<Job> duplicatesOf(UUID original);

  /** What {@code officer} decided since then and may still take back; answers to objections not. */
  List<Job> judgedBy(UUID officer, Instant since);

  /**
   * Forgets what the posts of these jobs said, who wrote them and what they shared. What people
   * decided, and when, stays, and so do the counts; the same post is still {@link #known known}.
   */
  void forget(List<UUID> jobs, Instant now);
}
