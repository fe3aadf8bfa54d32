package ronda.casework.cases;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

/**
 * One thing that happened to a case (langkah). It never unhappens: what turns out wrong is answered
 * by a further step.
 *
 * <p>A further kind is added here; whatever switches over steps then has to say what it makes of
 * it.
 */
public sealed interface Step {
  /** Why a case rests or is withdrawn after an undo; pages say it in the reader's language. */
  String JUDGEMENT_TAKEN_BACK = "the judgement was taken back";

  /** Why a case rests or is withdrawn when people, asked anew, found otherwise. */
  String JUDGED_OTHERWISE = "judged otherwise when asked anew";

  /** Why a case is open again after its job was; pages say it in the reader's language. */
  String CONFIRMED_AGAIN = "confirmed again";

  /** What a job shares with a closed case where people said that it is the same. */
  String SAME = "same";

  /** A review ended in a confirmation, and the case began. */
  record Opened(UUID job, Category category, Stance stance, Severity severity) implements Step {}

  /** More posts of the same kind came in. */
  record PostsJoined(int posts, String reason) implements Step {}

  /** A further job was put into this case: people said that it is the same as one of its own. */
  record JobJoined(UUID job) implements Step {}

  /**
   * A job left this case: what had put it there was taken back, or it turned out to belong to
   * another.
   */
  record JobLeft(UUID job) implements Step {}

  /** Somebody wrote something down. */
  record Noted(String text) implements Step {}

  /** A way of working from the catalogue was recognised. */
  record ModusLinked(UUID modus, String title) implements Step {}

  /** An account on the watchlist belongs to this case. */
  record AccountLinked(UUID account, String name) implements Step {}

  /** Nothing more is to be done. */
  record Closed(String outcome) implements Step {}

  /** It is taken up again. */
  record Reopened(String reason) implements Step {}

  /** The judgement it rested on was taken back. */
  record Withdrawn(String reason) implements Step {}

  /**
   * Something was kept as evidence (barang bukti).
   *
   * @param kind what it is, such as {@code post} or {@code capture}; {@code hash-only} where
   *     nothing but the hash was kept
   * @param sha256 the hash of what was kept, in lower-case hexadecimal
   */
  record EvidenceKept(UUID item, String kind, String sha256) implements Step {}

  /**
   * The evidence was put together so that others can check it (berkas bukti).
   *
   * @param sha256 the hash of the whole file
   */
  record BundleMade(int items, String sha256) implements Step {}

  /**
   * Somebody wished an act that this office may not do.
   *
   * @param act the act's code, such as {@code block}
   * @param row the row of the authority table that refuses it
   */
  record ActRefused(String act, String row, String reason) implements Step {}

  /**
   * A letter to whoever may act was written (rujukan).
   *
   * @param letter the letter's number in the office's own scheme
   */
  record ReferralWritten(UUID referral, String letter, String recipient) implements Step {}

  /**
   * The letter left the office.
   *
   * @param way {@code mail}, {@code by-hand} or {@code api}
   */
  record ReferralSent(UUID referral, String letter, String recipient, String way) implements Step {}

  /**
   * No answer came in time, and a letter was written about it.
   *
   * @param way {@code reminder} to the recipient, or {@code superior} above
   */
  record ReferralChased(UUID referral, String letter, String way) implements Step {}

  /**
   * A letter that followed the first left the office (surat susulan).
   *
   * @param kind {@code reminder}, {@code escalation} or {@code recall}
   * @param way {@code mail}, {@code by-hand} or {@code api}
   */
  record FollowUpSent(UUID referral, String letter, String recipient, String kind, String way)
      implements Step {}

  /** A letter that had not left will not leave; its number stays used (surat dibatalkan). */
  record LetterDiscarded(UUID referral, String letter, String reason) implements Step {}

  /** The recipient wrote back. */
  record ReplyCame(UUID referral, UUID reply, String from) implements Step {}

  /** A person said that a reply answers nothing yet: the recipient is still waited for. */
  record NoAnswerYet(UUID referral, UUID reply, String reason) implements Step {}

  /**
   * What came of a referral (hasil).
   *
   * @param outcome {@code acted}, {@code refused}, {@code no-answer} or {@code back-again}
   */
  record ReferralAnswered(UUID referral, String outcome, String words) implements Step {}

  /**
   * What was dealt with is back: a new job shares something with this closed case, which is taken
   * up again.
   *
   * @param shared the kind of what they share, such as {@code phone}, or {@link #SAME} where a
   *     person said so. The value stands with the job, where it can be forgotten; here it could
   *     not.
   */
  record Resurfaced(UUID job, String shared) implements Step {}

  /**
   * Another case has something in common with this one: a closed case is taken up again by it.
   *
   * @param number the other case's
   * @param shared the kind of what they share, such as {@code picture} or {@code similar-picture};
   *     the value stands with the evidence
   * @param bitsApart how unlike two similar pictures are, of 256 bits; 0 for what is the same
   */
  record SharesWith(String number, String shared, int bitsApart) implements Step {}

  /** The person concerned objected (keberatan). */
  record ObjectionRaised(UUID objection) implements Step {}

  /** Another reviewer decided the objection; if it is upheld, the finding is withdrawn. */
  record ObjectionDecided(UUID objection, boolean upheld, String reason) implements Step {}

  /** To whoever had been sent the case letters were written that say that it is withdrawn. */
  record RecipientsTold(UUID objection, int letters) implements Step {}

  /**
   * The case's papers were destroyed (pemusnahan berkas): the contents, not what this history says.
   *
   * @param disposal the proposal that was agreed to
   * @param proposedBy who proposed it, by name; who agreed took the step
   * @param reason of whoever proposed it
   * @param papers how many of which kind, by the names of {@code Papers}
   */
  record PapersDestroyed(
      UUID disposal,
      String proposedBy,
      String reason,
      String legalBasis,
      SortedMap<String, Long> papers)
      implements Step {
    public PapersDestroyed {
      papers = Collections.unmodifiableSortedMap(new TreeMap<>(papers));
    }
  }

  /** The job that this step puts into the case; empty for most. */
  default Optional<UUID> joins() {
    return switch (this) {
      case Opened opened -> Optional.of(opened.job);
      case JobJoined joined -> Optional.of(joined.job);
      case Resurfaced resurfaced -> Optional.of(resurfaced.job);
      case PostsJoined joined -> Optional.empty();
      case JobLeft left -> Optional.empty();
      case Noted noted -> Optional.empty();
      case ModusLinked linked -> Optional.empty();
      case AccountLinked linked -> Optional.empty();
      case Closed closed -> Optional.empty();
      case Reopened reopened -> Optional.empty();
      case Withdrawn withdrawn -> Optional.empty();
      case EvidenceKept kept -> Optional.empty();
      case BundleMade made -> Optional.empty();
      case ActRefused refused -> Optional.empty();
      case ReferralWritten written -> Optional.empty();
      case ReferralSent sent -> Optional.empty();
      case ReferralChased chased -> Optional.empty();
      case FollowUpSent sent -> Optional.empty();
      case LetterDiscarded discarded -> Optional.empty();
      case ReplyCame came -> Optional.empty();
      case NoAnswerYet none -> Optional.empty();
      case ReferralAnswered answered -> Optional.empty();
      case SharesWith shares -> Optional.empty();
      case ObjectionRaised raised -> Optional.empty();
      case ObjectionDecided decided -> Optional.empty();
      case RecipientsTold told -> Optional.empty();
      case PapersDestroyed destroyed -> Optional.empty();
    };
  }

  /** The job that leaves the case with this step; empty for most. */
  default Optional<UUID> leaves() {
    return this instanceof JobLeft left ? Optional.of(left.job) : Optional.empty();
  }

  /** The stable code of this kind of step, such as {@code posts-joined}. */
  default String code() {
    return switch (this) {
      case Opened opened -> "opened";
      case PostsJoined joined -> "posts-joined";
      case JobJoined joined -> "job-joined";
      case JobLeft left -> "job-left";
      case Noted noted -> "noted";
      case ModusLinked linked -> "modus-linked";
      case AccountLinked linked -> "account-linked";
      case Closed closed -> "closed";
      case Reopened reopened -> "reopened";
      case Withdrawn withdrawn -> "withdrawn";
      case EvidenceKept kept -> "evidence-kept";
      case BundleMade made -> "bundle-made";
      case ActRefused refused -> "act-refused";
      case ReferralWritten written -> "referral-written";
      case ReferralSent sent -> "referral-sent";
      case ReferralChased chased -> "referral-chased";
      case FollowUpSent sent -> "follow-up-sent";
      case LetterDiscarded discarded -> "letter-discarded";
      case ReplyCame came -> "reply-came";
      case NoAnswerYet none -> "no-answer-yet";
      case ReferralAnswered answered -> "referral-answered";
      case Resurfaced resurfaced -> "resurfaced";
      case SharesWith shares -> "shares-with";
      case ObjectionRaised raised -> "objection-raised";
      case ObjectionDecided decided -> "objection-decided";
      case RecipientsTold told -> "recipients-told";
      case PapersDestroyed destroyed -> "papers-destroyed";
    };
  }

  /**
   * A step in its place.
   *
   * @param by who did it, by name
   */
  record Taken(Instant at, String by, Step step) {}
}
