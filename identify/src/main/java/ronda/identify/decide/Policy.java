package ronda.identify.decide;

import java.util.Optional;
import ronda.identify.post.Category;

/**
 * Which signals of a post make a finding (kebijakan), as data.
 *
 * @param name stable; lower-case letters, digits and hyphens, at most 60
 * @param version counts up from 1
 * @param look which posts are looked at
 * @param severity how soon a person should look
 * @param legalBasis a reference into the law table, never blank
 * @param shadow on trial: findings are marked and bother nobody
 * @param about what it catches and whom a mistake hurts, in words for people
 */
public record Policy(
    String name,
    int version,
    Category category,
    Look look,
    Condition condition,
    Severity severity,
    String legalBasis,
    boolean shadow,
    About about) {

  /** How long a name may be, in characters. */
  public static final int LONGEST_NAME = 60;

  public Policy {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "a policy's name has lower-case letters, digits and hyphens, was '" + name + "'");
    }
    if (version < 1) {
      throw new IllegalArgumentException("a policy's version counts from 1, was " + version);
    }
    if (legalBasis.isBlank()) {
      throw new IllegalArgumentException("policy " + name + " names no legal basis");
    }
    Optional<String> refusal = Safeguards.whyNot(category, shadow);
    if (refusal.isPresent()) {
      throw new IllegalArgumentException("policy " + name + ": " + refusal.get());
    }
  }

  /** Whether a post with these facts is looked at. {@code score} is that of the category. */
  boolean looksAt(Facts facts, double score) {
    return score >= look.floor() || score >= look.floorWithTerm() && facts.named(category);
  }

  /** Name and version, such as {@code gambling-promotion@3}. */
  public String id() {
    return name + "@" + version;
  }

  /** True where {@code name} may name a policy. */
  public static boolean isName(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean inside = i > 0 && i < name.length() - 1;
      if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' && inside)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Which posts a policy looks at: the condition is expensive, and nearly all posts are harmless.
   *
   * @param floor 0 to 1: a post whose score for the category lies below it is not looked at
   * @param floorWithTerm 0 to {@code floor}: the floor of a post in which a listed word speaks for
   *     the category. Of what a word says plainly a model may have learnt nothing
   * @param stretch where the post as a whole is not found, the condition is asked of the words
   *     around each listed word as well, so many on each side ({@link Facts#stretches}); 0 if not
   */
  public record Look(double floor, double floorWithTerm, int stretch) {
    /** The most words on each side that a stretch may have. */
    public static final int LONGEST_STRETCH = 50;

    public Look {
      if (!(floor >= 0 && floor <= 1)) {
        throw new IllegalArgumentException("a policy's floor must lie in 0..1, was " + floor);
      }
      if (!(floorWithTerm >= 0 && floorWithTerm <= floor)) {
        throw new IllegalArgumentException(
            "a policy's floor with a term must lie in 0.." + floor + ", was " + floorWithTerm);
      }
      if (stretch < 0 || stretch > LONGEST_STRETCH) {
        throw new IllegalArgumentException(
            "a policy's stretch must lie in 0.." + LONGEST_STRETCH + ", was " + stretch);
      }
    }

    /** At posts as a whole, from one floor on. */
    public static Look from(double floor) {
      return new Look(floor, floor, 0);
    }
  }

  /**
   * What a policy is for, in words for people.
   *
   * @param indonesian one or two sentences for an officer
   * @param english the same
   * @param canHurt who is hurt where the policy errs, in whichever language its author wrote
   * @param canHurtIndonesian the same in Indonesian
   */
  public record About(String indonesian, String english, String canHurt, String canHurtIndonesian) {
    /** Who is hurt is told in one language. */
    public About(String indonesian, String english, String canHurt) {
      this(indonesian, english, canHurt, canHurt);
    }
  }
}
