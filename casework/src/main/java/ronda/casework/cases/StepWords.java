package ronda.casework.cases;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import ronda.casework.chain.Body;
import ronda.casework.chain.Link;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

/**
 * A step as words, to be kept and hashed, and back. The words of a kind never change once a release
 * has written them: old chains must verify.
 */
public final class StepWords {
  /** Before the name of a kind of paper stands this, so that a new kind needs no new word. */
  private static final String PAPERS = "papers.";

  private StepWords() {}

  /** What {@code step} says, without its kind. */
  public static Map<String, String> of(Step step) {
    Map<String, String> words =
        switch (step) {
          case Step.Opened opened ->
              Map.of(
                  "job", opened.job().toString(),
                  "category", opened.category().name(),
                  "stance", opened.stance().name(),
                  "severity", opened.severity().name());
          case Step.PostsJoined joined ->
              Map.of("posts", Integer.toString(joined.posts()), "reason", joined.reason());
          case Step.JobJoined joined -> Map.of("job", joined.job().toString());
          case Step.JobLeft left -> Map.of("job", left.job().toString());
          case Step.Noted noted -> Map.of("text", noted.text());
          case Step.ModusLinked linked ->
              Map.of("modus", linked.modus().toString(), "title", linked.title());
          case Step.AccountLinked linked ->
              Map.of("account", linked.account().toString(), "name", linked.name());
          case Step.Closed closed -> Map.of("outcome", closed.outcome());
          case Step.Reopened reopened -> Map.of("reason", reopened.reason());
          case Step.Withdrawn withdrawn -> Map.of("reason", withdrawn.reason());
          case Step.EvidenceKept kept ->
              Map.of("item", kept.item().toString(), "kind", kept.kind(), "sha256", kept.sha256());
          case Step.BundleMade made ->
              Map.of("items", Integer.toString(made.items()), "sha256", made.sha256());
          case Step.ActRefused refused ->
              Map.of("act", refused.act(), "row", refused.row(), "reason", refused.reason());
          case Step.ReferralWritten written ->
              referral(written.referral(), written.letter(), "recipient", written.recipient());
          case Step.ReferralSent sent -> {
            var sending = referral(sent.referral(), sent.letter(), "recipient", sent.recipient());
            sending.put("way", sent.way());
            yield sending;
          }
          case Step.ReferralChased chased ->
              referral(chased.referral(), chased.letter(), "way", chased.way());
          case Step.FollowUpSent sent -> {
            var sending = referral(sent.referral(), sent.letter(), "recipient", sent.recipient());
            sending.put("kind", sent.kind());
            sending.put("way", sent.way());
            yield sending;
          }
          case Step.LetterDiscarded discarded ->
              referral(discarded.referral(), discarded.letter(), "reason", discarded.reason());
          case Step.ReplyCame came ->
              Map.of(
                  "referral", came.referral().toString(),
                  "reply", came.reply().toString(),
                  "from", came.from());
          case Step.NoAnswerYet none ->
              Map.of(
                  "referral", none.referral().toString(),
                  "reply", none.reply().toString(),
                  "reason", none.reason());
          case Step.ReferralAnswered answered ->
              Map.of(
                  "referral", answered.referral().toString(),
                  "outcome", answered.outcome(),
                  "words", answered.words());
          case Step.Resurfaced resurfaced ->
              Map.of("job", resurfaced.job().toString(), "shared", resurfaced.shared());
          case Step.SharesWith shares ->
              Map.of(
                  "number", shares.number(),
                  "shared", shares.shared(),
                  "bitsApart", Integer.toString(shares.bitsApart()));
          case Step.ObjectionRaised raised -> Map.of("objection", raised.objection().toString());
          case Step.ObjectionDecided decided ->
              Map.of(
                  "objection", decided.objection().toString(),
                  "upheld", Boolean.toString(decided.upheld()),
                  "reason", decided.reason());
          case Step.RecipientsTold told ->
              Map.of(
                  "objection", told.objection().toString(),
                  "letters", Integer.toString(told.letters()));
          case Step.PapersDestroyed destroyed -> {
            Map<String, String> all =
                new TreeMap<>(
                    Map.of(
                        "disposal", destroyed.disposal().toString(),
                        "proposedBy", destroyed.proposedBy(),
                        "reason", destroyed.reason(),
                        "legalBasis", destroyed.legalBasis()));
            destroyed.papers().forEach((kind, n) -> all.put(PAPERS + kind, Long.toString(n)));
            yield all;
          }
        };
    return new TreeMap<>(words);
  }

  private static Map<String, String> referral(
      UUID referral, String letter, String name, String word) {
    Map<String, String> words = new TreeMap<>();
    words.put("referral", referral.toString());
    words.put("letter", letter);
    words.put(name, word);
    return words;
  }

  /**
   * The step of this kind with these words.
   *
   * @throws IllegalArgumentException if there is no such kind or a word is missing
   */
  public static Step read(String code, Map<String, String> words) {
    return switch (code) {
      case "opened" ->
          new Step.Opened(
              id("job", words),
              Category.valueOf(word("category", words)),
              Stance.valueOf(word("stance", words)),
              Severity.valueOf(word("severity", words)));
      case "posts-joined" ->
          new Step.PostsJoined(Integer.parseInt(word("posts", words)), word("reason", words));
      case "job-joined" -> new Step.JobJoined(id("job", words));
      case "job-left" -> new Step.JobLeft(id("job", words));
      case "noted" -> new Step.Noted(word("text", words));
      case "modus-linked" -> new Step.ModusLinked(id("modus", words), word("title", words));
      case "account-linked" -> new Step.AccountLinked(id("account", words), word("name", words));
      case "closed" -> new Step.Closed(word("outcome", words));
      case "reopened" -> new Step.Reopened(word("reason", words));
      case "withdrawn" -> new Step.Withdrawn(word("reason", words));
      case "evidence-kept" ->
          new Step.EvidenceKept(id("item", words), word("kind", words), word("sha256", words));
      case "bundle-made" ->
          new Step.BundleMade(Integer.parseInt(word("items", words)), word("sha256", words));
      case "act-refused" ->
          new Step.ActRefused(word("act", words), word("row", words), word("reason", words));
      case "referral-written" ->
          new Step.ReferralWritten(
              id("referral", words), word("letter", words), word("recipient", words));
      case "referral-sent" ->
          new Step.ReferralSent(
              id("referral", words),
              word("letter", words),
              word("recipient", words),
              word("way", words));
      case "referral-chased" ->
          new Step.ReferralChased(id("referral", words), word("letter", words), word("way", words));
      case "follow-up-sent" ->
          new Step.FollowUpSent(
              id("referral", words),
              word("letter", words),
              word("recipient", words),
              word("kind", words),
              word("way", words));
      case "letter-discarded" ->
          new Step.LetterDiscarded(
              id("referral", words), word("letter", words), word("reason", words));
      case "reply-came" ->
          new Step.ReplyCame(id("referral", words), id("reply", words), word("from", words));
      case "no-answer-yet" ->
          new Step.NoAnswerYet(id("referral", words), id("reply", words), word("reason", words));
      case "referral-answered" ->
          new Step.ReferralAnswered(
              id("referral", words), word("outcome", words), word("words", words));
      case "resurfaced" -> new Step.Resurfaced(id("job", words), word("shared", words));
      case "shares-with" ->
          new Step.SharesWith(
              word("number", words),
              word("shared", words),
              // Steps of before similar pictures were known have no such word.
              words.containsKey("bitsApart") ? Integer.parseInt(word("bitsApart", words)) : 0);
      case "objection-raised" -> new Step.ObjectionRaised(id("objection", words));
      case "objection-decided" ->
          new Step.ObjectionDecided(
              id("objection", words),
              Boolean.parseBoolean(word("upheld", words)),
              word("reason", words));
      case "recipients-told" ->
          new Step.RecipientsTold(id("objection", words), Integer.parseInt(word("letters", words)));
      case "papers-destroyed" ->
          new Step.PapersDestroyed(
              id("disposal", words),
              word("proposedBy", words),
              word("reason", words),
              word("legalBasis", words),
              papers(words));
      default -> throw new IllegalArgumentException("no step is called '" + code + "'");
    };
  }

  private static SortedMap<String, Long> papers(Map<String, String> words) {
    SortedMap<String, Long> papers = new TreeMap<>();
    words.forEach(
        (name, value) -> {
          if (name.startsWith(PAPERS)) {
            papers.put(name.substring(PAPERS.length()), Long.valueOf(value));
          }
        });
    return papers;
  }

  /** The last step of {@code file} as an entry of its chain. */
  public static Link.Entry lastEntry(CaseFile file) {
    Step.Taken last = file.history().getLast();
    return new Link.Entry(
        last.at(),
        last.by(),
        last.step().code(),
        "case:" + file.number(),
        Body.of(of(last.step())));
  }

  private static UUID id(String name, Map<String, String> words) {
    return UUID.fromString(word(name, words));
  }

  private static String word(String name, Map<String, String> words) {
    String word = words.get(name);
    if (word == null) {
      throw new IllegalArgumentException("the step lacks '" + name + "'");
    }
    return word;
  }
}
