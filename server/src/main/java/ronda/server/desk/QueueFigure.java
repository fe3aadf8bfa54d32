package ronda.server.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import ronda.casework.intake.ByHand;
import ronda.casework.review.Counted;
import ronda.casework.review.Standing;
import ronda.identify.decide.Policy;
import ronda.server.page.MessageKeys;

/**
 * A figure of the office's quality, as it stands in the address of the queue that shows the jobs
 * behind it.
 *
 * @param policy which policy raised them; empty where the figure is not about one
 * @param span of the last so many days
 */
public record QueueFigure(Kind kind, String policy, int span) {
  private static final int MOST_DAYS = 3_650;

  /** What is counted. */
  public enum Kind {
    /** Jobs that were decided. */
    DECIDED,
    /** Decided jobs that a policy raised. */
    RAISED,
    /** Those of them that were confirmed as the policy said. */
    UPHELD,
    /** Jobs that two people judged. */
    PAIRS,
    /** Those of them of which both said the same. */
    AGREED;

    /** As it stands in an address, and in the key of its words. */
    public String code() {
      return MessageKeys.of(this);
    }

    private boolean isOfPolicy() {
      return this == RAISED || this == UPHELD;
    }
  }

  /** The figure that somebody asked for; empty if it is none. */
  static Optional<QueueFigure> of(Map<String, String> asked) {
    String code = asked.getOrDefault("figure", "");
    String policy = asked.getOrDefault("policy", "");
    int span = QueueQuery.number(asked.getOrDefault("span", ""), MOST_DAYS);
    for (Kind kind : Kind.values()) {
      if (kind.code().equals(code) && span > 0 && (!kind.isOfPolicy() || isPolicy(policy))) {
        return Optional.of(new QueueFigure(kind, kind.isOfPolicy() ? policy : "", span));
      }
    }
    return Optional.empty();
  }

  private static boolean isPolicy(String name) {
    return Policy.isName(name) || name.equals(ByHand.POLICY);
  }

  /** Whether it is about what officers raised, not a policy. */
  public boolean isByHand() {
    return policy.equals(ByHand.POLICY);
  }

  /** What an address says to ask for it. */
  public Map<String, String> asked() {
    Map<String, String> asked = new TreeMap<>();
    asked.put("figure", kind.code());
    asked.put("span", Integer.toString(span));
    if (!policy.isEmpty()) {
      asked.put("policy", policy);
    }
    return asked;
  }

  Counted counted(Instant now) {
    Instant since = now.minus(Duration.ofDays(span));
    return switch (kind) {
      case DECIDED -> new Counted.Judged(since);
      case RAISED -> new Counted.Raised(since, policy, false);
      case UPHELD -> new Counted.Raised(since, policy, true);
      case PAIRS -> new Counted.Paired(since, false);
      case AGREED -> new Counted.Paired(since, true);
    };
  }

  Set<Standing> standings() {
    return switch (kind) {
      case DECIDED -> EnumSet.of(Standing.CONFIRMED, Standing.DISMISSED, Standing.DUPLICATE);
      case RAISED, UPHELD -> EnumSet.of(Standing.CONFIRMED, Standing.DISMISSED);
      case PAIRS, AGREED -> EnumSet.allOf(Standing.class);
    };
  }
}
