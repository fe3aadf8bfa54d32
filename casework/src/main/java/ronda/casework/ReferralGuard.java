package ronda.casework;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ronda.casework.authority.Actor;
import ronda.casework.authority.Authority;
import ronda.casework.authority.BasisRow;
import ronda.casework.authority.Grounds;
import ronda.casework.authority.Recipient;
import ronda.casework.cases.CaseFile;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.PublicLife;
import ronda.casework.review.Job;
import ronda.casework.review.Judgement;
import ronda.identify.post.Category;

/**
 * Whether a case may be referred at all (penahan rujukan). It is asked when a letter is begun and
 * once more before it leaves: meanwhile somebody may have objected, or the law's day may be over.
 */
public final class ReferralGuard {
  /** Two people: what is about officials, policy or an election is never one person's word. */
  private static final int TWO = 2;

  /** Categories that words alone make: where talk of honour easily takes the place of harm. */
  private static final Set<Category> OF_WORDS =
      EnumSet.of(Category.ABUSE, Category.HATE, Category.HOAX);

  private final Authority authority;
  private final Actor by;

  /**
   * @param by what the office is before the law
   */
  public ReferralGuard(Authority authority, Actor by) {
    this.authority = authority;
    this.by = by;
  }

  /**
   * What somebody wishes.
   *
   * @param on the day of the referral
   * @param laws the rows of the laws to be cited; empty for all that fit
   * @param reason why it is necessary, and why nothing milder will do
   */
  public record Wish(Recipient to, LocalDate on, Set<String> laws, String reason) {
    public Wish {
      laws = Set.copyOf(laws);
    }
  }

  /**
   * What is known of the case.
   *
   * @param parts all of its jobs
   * @param zone by whose calendar a day is a day
   */
  public record Matter(CaseFile file, List<Part> parts, ZoneId zone) {
    public Matter {
      parts = List.copyOf(parts);
    }

    /** All posts that are looked at. */
    public List<FoundPost> posts() {
      return parts.stream().flatMap(part -> part.posts().stream()).toList();
    }

    /** The days on which its posts were posted. */
    public Set<LocalDate> days() {
      return posts().stream()
          .map(post -> LocalDate.ofInstant(post.seenAt(), zone))
          .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether people decided of each job that it is harmful, or the same as what is. */
    public boolean isFound() {
      return !parts.isEmpty() && parts.stream().allMatch(part -> part.job().standing().isFound());
    }

    /** Whether any post names officials, offices or an election. */
    public boolean isAboutPublicLife() {
      return parts.stream().anyMatch(Part::isAboutPublicLife);
    }

    /** Whether two different people found harmful whatever is not one person's to decide. */
    public boolean isJudgedByTwo() {
      return parts.stream().noneMatch(part -> part.isForTwo() && part.finders() < TWO);
    }
  }

  /**
   * A job of the case.
   *
   * @param posts as many as are looked at; their days choose the law
   */
  public record Part(Job job, List<FoundPost> posts) {
    public Part {
      posts = List.copyOf(posts);
    }

    private boolean isAboutPublicLife() {
      return posts.stream().anyMatch(post -> PublicLife.isNamedIn(post.post()));
    }

    /** Posts that are not looked at here were, when they came in. */
    private boolean isForTwo() {
      return isAboutPublicLife() || job.needsTwo();
    }

    /** How many people found it harmful, or the same as what is. */
    private long finders() {
      return job.judgements().stream()
          .filter(judgement -> judgement.verdict().isFinding())
          .map(Judgement::officer)
          .distinct()
          .count();
    }
  }

  /** What the guard answers. */
  public sealed interface Answer {
    /**
     * It may be referred.
     *
     * @param laws the rows that the letter cites; never empty
     * @param notice whether page and letter say that it touches officials, policy or an election
     */
    record Ok(List<BasisRow> laws, boolean notice) implements Answer {
      public Ok {
        laws = List.copyOf(laws);
      }
    }

    /** It may not; never empty. */
    record Refused(Set<Refusal> reasons) implements Answer {
      public Refused {
        reasons = Set.copyOf(reasons);
      }
    }
  }

  /** Why a case cannot be referred. */
  public enum Refusal {
    /** The case is closed or withdrawn. */
    NOT_OPEN,
    /** People do not, or no longer, find all of it harmful. */
    NOT_FOUND,
    /** The table does not know this recipient for this category and office. */
    NOT_A_RECIPIENT,
    /** No law fits the category on the day of the post, or none that may be cited. */
    NO_LAW,
    /** Nobody said why it is necessary. */
    NO_REASON,
    /** "Unsettling to society" alone is no reason. */
    MERELY_UNSETTLING,
    /** Honour is for the person concerned to defend, not for an office (MK 105/PUU-XXII/2024). */
    DEFAMATION,
    /** It is about officials, policy or an election, and fewer than two people confirmed it. */
    NEEDS_TWO
  }

  /** Whether this matter may be referred as wished. */
  public Answer mayRefer(Matter matter, Wish wish) {
    Set<Refusal> reasons = EnumSet.noneOf(Refusal.class);
    Category category = matter.file().category();
    if (matter.file().status() != CaseFile.Status.OPEN) {
      reasons.add(Refusal.NOT_OPEN);
    }
    if (!matter.isFound()) {
      reasons.add(Refusal.NOT_FOUND);
    }
    if (!authority.recipients(by, category, wish.on()).contains(wish.to())) {
      reasons.add(Refusal.NOT_A_RECIPIENT);
    }
    List<BasisRow> laws = laws(matter, wish);
    if (laws.isEmpty()) {
      reasons.add(Refusal.NO_LAW);
    }
    reasons.addAll(weaknesses(wish.reason()));
    if (isDefamation(matter, wish)) {
      reasons.add(Refusal.DEFAMATION);
    }
    boolean publicLife = matter.isAboutPublicLife();
    if (publicLife && !matter.isJudgedByTwo()) {
      reasons.add(Refusal.NEEDS_TWO);
    }
    return reasons.isEmpty() ? new Answer.Ok(laws, publicLife) : new Answer.Refused(reasons);
  }

  /** The laws that may be chosen from for this matter. Those on honour are not among them. */
  public List<BasisRow> laws(CaseFile file, Collection<LocalDate> days) {
    return authority.bases(file.category(), days).stream()
        .filter(row -> !row.defamation())
        .toList();
  }

  private List<BasisRow> laws(Matter matter, Wish wish) {
    return laws(matter.file(), matter.days()).stream()
        .filter(row -> wish.laws().isEmpty() || wish.laws().contains(row.id()))
        .toList();
  }

  private static Set<Refusal> weaknesses(String reason) {
    Set<Refusal> reasons = EnumSet.noneOf(Refusal.class);
    Grounds.weakness(reason)
        .ifPresent(
            weakness ->
                reasons.add(
                    switch (weakness) {
                      case BLANK -> Refusal.NO_REASON;
                      case MERELY_UNSETTLING -> Refusal.MERELY_UNSETTLING;
                    }));
    return reasons;
  }

  /**
   * Whether it is, in truth, about somebody's good name: such a law was picked, the reason says so,
   * or the post is harsh about an office or official and nobody named the law on threats that would
   * make it more than that.
   */
  private boolean isDefamation(Matter matter, Wish wish) {
    boolean picked =
        wish.laws().stream()
            .flatMap(id -> authority.row(id).stream())
            .anyMatch(row -> row instanceof BasisRow basis && basis.defamation());
    boolean publicLife = matter.isAboutPublicLife();
    boolean ofHonour =
        (publicLife || OF_WORDS.contains(matter.file().category()))
            && Grounds.speaksOfHonour(wish.reason());
    boolean harshWords = publicLife && matter.file().category() == Category.ABUSE;
    return picked || ofHonour || harshWords && wish.laws().isEmpty();
  }
}
