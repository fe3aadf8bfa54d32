package ronda.identify.decide;

import java.util.List;
import java.util.Optional;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.PatternFound;
import ronda.identify.signal.Resemblance;
import ronda.identify.signal.Signal;
import ronda.identify.signal.TermFound;

/**
 * What no policy may do, whatever its file says (pagar pengaman). They stand in code because a
 * policy is edited in an evening, and these were promised to the public.
 */
final class Safeguards {
  private Safeguards() {}

  /** Why a policy for {@code category} may not be in force like this; empty where it may. */
  static Optional<String> whyNot(Category category, boolean shadow) {
    return switch (category) {
      case ABUSE ->
          shadow
              ? Optional.empty()
              : Optional.of(
                  "abuse is never decided from a single post, which may be a quarrel among friends:"
                      + " it needs a report or many against one. Use mode: shadow");
      case HOAX ->
          shadow
              ? Optional.empty()
              : Optional.of(
                  "hoax is never decided by style: it needs a near copy of an answered claim."
                      + " Use mode: shadow");
      case GAMBLING,
          PROSTITUTION,
          PORNOGRAPHY,
          SEXTORTION,
          SCAM,
          ILLEGAL_LENDING,
          ILLEGAL_TRADE,
          HATE ->
          Optional.empty();
    };
  }

  /**
   * Whether a post of this stance may become a finding. Those who warn, complain, report or were
   * robbed use the words of those who sell; only the sellers are looked for. Of a threat to spread
   * intimate images only the one who threatens: the victim repeats it word for word.
   */
  static boolean allows(Category category, Stance stance) {
    return switch (category) {
      case GAMBLING, PROSTITUTION, SEXTORTION, SCAM, ILLEGAL_LENDING, ILLEGAL_TRADE ->
          stance == Stance.PROMOTES;
      case PORNOGRAPHY, HATE, ABUSE, HOAX -> true;
    };
  }

  /** Whether these reasons are enough to trouble a person with. */
  static boolean suffice(Category category, List<Signal> reasons) {
    if (category == Category.HOAX && reasons.stream().noneMatch(Safeguards::namesAClaim)) {
      return false;
    }
    return speaksUp(reasons);
  }

  /** One reason that stands alone, or two different ones that confirm each other. */
  private static boolean speaksUp(List<Signal> reasons) {
    String firstHint = "";
    for (Signal reason : reasons) {
      if (!(reason.weight() > 0)) {
        continue;
      }
      if (!(reason instanceof TermFound term && term.needsConfirmation())) {
        return true;
      }
      if (!firstHint.isEmpty() && !firstHint.equals(term.term())) {
        return true;
      }
      firstHint = term.term();
    }
    return false;
  }

  /** Whether a reason ties the post to a claim that someone has checked. None of today's does. */
  private static boolean namesAClaim(Signal reason) {
    return switch (reason) {
      case TermFound term -> false;
      case PatternFound pattern -> false;
      case Resemblance resemblance -> false;
      case EntityFound entity -> false;
    };
  }
}
