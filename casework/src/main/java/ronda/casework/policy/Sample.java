package ronda.casework.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import ronda.casework.intake.Discretion;
import ronda.casework.office.Region;
import ronda.identify.post.Post;
import ronda.identify.signal.EntityFound;

/**
 * Keeps a few of the many posts in which nothing was found (contoh unggahan), for a few days and
 * without their authors: on them misses are measured, and what a new policy would raise. All others
 * are counted and forgotten.
 */
public final class Sample {
  private final Rule rule;
  private final DoubleSupplier chance;
  private final Supplier<UUID> ids;

  /**
   * What an office keeps.
   *
   * @param share of the posts without a finding, 0 to 1
   * @param kept for how long
   * @param mostAnHour so many at most, so that a flood of posts does not fill the disk
   */
  public record Rule(double share, Duration kept, int mostAnHour) {
    /** One of two hundred, for a week. */
    public static final Rule ORDINARY = new Rule(0.005, Duration.ofDays(7), 1_000);

    public Rule {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("a sample's share lies in 0..1, was " + share);
      }
      if (kept.isNegative() || mostAnHour < 0) {
        throw new IllegalArgumentException("a sample is kept for a while, was " + kept);
      }
    }
  }

  /**
   * @param chance draws from 0 to 1 (1 excluded)
   */
  public Sample(Rule rule, DoubleSupplier chance, Supplier<UUID> ids) {
    this.rule = rule;
    this.chance = chance;
    this.ids = ids;
  }

  /** A post without a finding, and the entities that were read in it. */
  public record Harmless(Post post, List<EntityFound> entities) {}

  /** Whether this post is drawn. To be asked for every post: costs one random number. */
  public boolean draws() {
    return chance.getAsDouble() < rule.share;
  }

  /**
   * Counts posts without a finding and keeps those that were drawn, late in the batch's
   * transaction.
   *
   * @param offered how many posts had no finding, drawn or not
   * @param drawn those of them for which {@link #draws} said true
   */
  public void keep(long offered, List<Harmless> drawn, SamplePosts posts, Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    long before = posts.keptIn(hour);
    List<SamplePosts.SamplePost> kept = new ArrayList<>();
    for (Harmless one : drawn) {
      if (before + kept.size() < rule.mostAnHour) {
        kept.add(masked(one, now));
      }
    }
    posts.add(hour, offered, kept);
  }

  private SamplePosts.SamplePost masked(Harmless one, Instant now) {
    Post hidden = Discretion.hide(one.post(), one.entities());
    String author = one.post().origin().author();
    String region = one.post().origin().region();
    return new SamplePosts.SamplePost(
        ids.get(),
        withoutName(hidden.text(), author),
        one.post().origin().platform(),
        Region.isCode(region) ? new Region(region) : Region.UNKNOWN,
        now);
  }

  /** A text in which the author's own name is starred out, letter for letter. */
  private static String withoutName(String text, String author) {
    String name = author.startsWith("@") ? author.substring(1) : author;
    if (name.length() < 3) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text);
    for (int i = 0; i + name.length() <= text.length(); i++) {
      if (text.regionMatches(true, i, name, 0, name.length())) {
        masked.replace(i, i + name.length(), "*".repeat(name.length()));
        i += name.length() - 1;
      }
    }
    return masked.toString();
  }

  /** Forgets what has been kept long enough. */
  public int forget(SamplePosts posts, Instant now) {
    return posts.forgetBefore(now.minus(rule.kept));
  }

  public Rule rule() {
    return rule;
  }
}
