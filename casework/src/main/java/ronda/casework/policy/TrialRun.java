package ronda.casework.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import ronda.identify.decide.Facts;
import ronda.identify.decide.Policies;
import ronda.identify.decide.Policy;

/**
 * What a policy would have raised, had it been in force (uji pada unggahan lalu). Both it and the
 * version in force are asked anew, with the words and models of today, so that the difference is
 * the policy's own. Each is asked alone: that of several policies in force only the most severe
 * makes a finding for a category is left out.
 *
 * <p>Found posts are all there; of the others there is only a sample, so what is said of them is an
 * estimate with a range.
 *
 * @param from the oldest moment that was asked for
 * @param reachedBackTo the oldest found post that was looked at; later than {@code from} if the run
 *     was stopped early
 * @param whole false if the run was stopped before it had seen everything
 * @param today what the version in force raises; empty if none is
 * @param behind the jobs behind each number that is not 0; posts of the sample lie in none
 */
public record TrialRun(
    Instant from,
    Instant reachedBackTo,
    boolean whole,
    long looked,
    Raised raised,
    Optional<Raised> today,
    Harmless harmless,
    List<Example> gained,
    List<Example> lost,
    Map<TrialFigure, JobsBehind> behind) {
  /** How many examples of each kind are kept. */
  public static final int EXAMPLES = 25;

  /** How much of an example's text is kept, in UTF-16 units. */
  public static final int EXCERPT = 280;

  public TrialRun {
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
    behind = Map.copyOf(behind);
  }

  /**
   * Found posts that a policy raises.
   *
   * @param confirmed of them, those that officers confirmed in this policy's category
   * @param rejected those they called not harmful, or harmful in another category
   * @param notJudged the others
   */
  public record Raised(long posts, long confirmed, long rejected, long notJudged) {}

  /**
   * What it would raise of the posts in which nothing was found.
   *
   * @param sampled how many were looked at
   * @param raised how many of them it raises
   * @param aDay how many that makes of all harmless posts of a day, estimated
   * @param atMost the upper end of the range that holds the truth 95 times of 100
   */
  public record Harmless(long sampled, long raised, double aDay, double atMost) {}

  /**
   * A post that one of the two raises and the other does not.
   *
   * @param post where it lies and what it says
   * @param sample true if it is of the sample, false if it was found
   */
  public record Example(Past.Found post, boolean sample) {}

  /**
   * What is asked.
   *
   * @param inForce what to compare it with; empty if nothing of it is in force
   * @param back how far to look back
   * @param sampleKept how long a sampled post is kept
   */
  public record Question(
      Policy candidate, Optional<Policy> inForce, Instant now, Duration back, Duration sampleKept) {
    Instant sampleFrom() {
      return now.minus(back.compareTo(sampleKept) < 0 ? back : sampleKept);
    }
  }

  /**
   * Tries a policy.
   *
   * @param facts what is known of a text before policies look at it
   * @param mayGoOn asked between posts: false stops the run
   */
  public static TrialRun of(
      Question question, Function<String, Facts> facts, Past past, BooleanSupplier mayGoOn) {
    Instant from = question.now.minus(question.back);
    Instant sampleFrom = question.sampleFrom();
    Walk walk = new Walk(question.candidate, question.inForce, facts, mayGoOn, question.now);
    // The sample is small and answers what the found posts cannot: it comes first.
    past.sample(sampleFrom, walk::sample);
    past.found(from, walk::found);
    return walk.result(from, sampleFrom);
  }

  /** One run on its way. */
  private static final class Walk {
    private final Policy candidate;
    private final Policies next;
    private final Policies now;
    private final boolean hasToday;
    private final Function<String, Facts> facts;
    private final BooleanSupplier mayGoOn;
    private final TrialCount count = new TrialCount();
    private final List<Example> gained = new ArrayList<>();
    private final List<Example> lost = new ArrayList<>();
    private Instant reached;
    private Instant oldestSample;
    private boolean whole = true;
    private long looked;
    private long sampled;
    private long sampleRaised;
    private double sampleWeight;
    private double raisedWeight;
    private final Instant end;

    Walk(
        Policy candidate,
        Optional<Policy> inForce,
        Function<String, Facts> facts,
        BooleanSupplier mayGoOn,
        Instant end) {
      this.candidate = candidate;
      this.next = Policies.of(List.of(candidate));
      this.now = Policies.of(inForce.stream().toList());
      this.hasToday = inForce.isPresent();
      this.facts = facts;
      this.mayGoOn = mayGoOn;
      this.end = end;
      reached = end;
      oldestSample = end;
    }

    boolean found(Past.Found post) {
      if (!goesOn()) {
        return false;
      }
      looked++;
      reached = post.receivedAt();
      Facts known = facts.apply(post.text());
      boolean raises = !next.decide(known).isEmpty();
      boolean raisedToday = !now.decide(known).isEmpty();
      Past.Said said = said(post);
      if (raises) {
        count.raised(post, said);
      }
      if (raisedToday) {
        count.today(post, said);
      }
      if (raises != raisedToday) {
        count.add(raises ? TrialFigure.GAINED : TrialFigure.LOST, post);
      }
      keep(post, false, raises, raisedToday);
      return true;
    }

    /** What officers said of it, as far as this policy is concerned. */
    private Past.Said said(Past.Found post) {
      boolean other =
          post.said() == Past.Said.CONFIRMED
              && post.decided().filter(category -> category == candidate.category()).isEmpty();
      return other ? Past.Said.REJECTED : post.said();
    }

    boolean sample(Past.Sampled post) {
      if (!goesOn()) {
        return false;
      }
      sampled++;
      sampleWeight += post.weight();
      oldestSample = post.receivedAt();
      Facts known = facts.apply(post.text());
      boolean raises = !next.decide(known).isEmpty();
      if (raises) {
        sampleRaised++;
        raisedWeight += post.weight();
      }
      keep(
          new Past.Found(
              NO_JOB,
              post.text(),
              post.region(),
              post.receivedAt(),
              Past.Said.NOT_JUDGED,
              Set.of(),
              Optional.empty()),
          true,
          raises,
          !now.decide(known).isEmpty());
      return true;
    }

    private boolean goesOn() {
      whole &= mayGoOn.getAsBoolean();
      return whole;
    }

    private void keep(Past.Found post, boolean sample, boolean raises, boolean raisedToday) {
      if (raises == raisedToday) {
        return;
      }
      List<Example> kind = raises ? gained : lost;
      if (kind.size() < EXAMPLES) {
        kind.add(new Example(cut(post), sample));
      }
    }

    private static Past.Found cut(Past.Found post) {
      String text = post.text();
      if (text.length() <= EXCERPT) {
        return post;
      }
      int end = Character.isHighSurrogate(text.charAt(EXCERPT - 2)) ? EXCERPT - 2 : EXCERPT - 1;
      return new Past.Found(
          post.job(),
          text.substring(0, end) + "…",
          post.region(),
          post.receivedAt(),
          post.said(),
          post.mayShow(),
          post.decided());
    }

    TrialRun result(Instant from, Instant sampleFrom) {
      return new TrialRun(
          from,
          whole ? from : reached,
          whole,
          looked,
          count.raised(),
          hasToday ? Optional.of(count.today()) : Optional.empty(),
          harmless(sampleFrom),
          gained,
          lost,
          count.behind());
    }

    /** The share of the sample, by weight, with Wilson's range, on the posts of a day. */
    private Harmless harmless(Instant sampleFrom) {
      if (sampled == 0) {
        return new Harmless(0, 0, 0, 0);
      }
      // A young office, or a run that was stopped, has seen less than it asked for.
      Instant since = sampleFrom.isAfter(oldestSample) ? sampleFrom : oldestSample;
      double days = Math.max(Duration.between(since, end).toSeconds() / 86_400.0, 1.0 / 24);
      double upper = Wilson.upper(sampleRaised, sampled);
      return new Harmless(
          sampled,
          sampleRaised,
          raisedWeight / days,
          Math.max(upper * sampleWeight, raisedWeight) / days);
    }
  }

  /** Stands for the job of a post that has none. */
  private static final UUID NO_JOB = new UUID(0, 0);
}
