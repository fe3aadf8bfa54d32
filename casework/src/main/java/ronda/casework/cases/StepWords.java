package ronda.casework.cases;

import java.util.Map;
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
          case Step.Noted noted -> Map.of("text", noted.text());
          case Step.ModusLinked linked ->
              Map.of("modus", linked.modus().toString(), "title", linked.title());
          case Step.AccountLinked linked ->
              Map.of("account", linked.account().toString(), "name", linked.name());
          case Step.Closed closed -> Map.of("outcome", closed.outcome());
          case Step.Reopened reopened -> Map.of("reason", reopened.reason());
          case Step.Withdrawn withdrawn -> Map.of("reason", withdrawn.reason());
        };
    return new TreeMap<>(words);
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
              UUID.fromString(word("job", words)),
              Category.valueOf(word("category", words)),
              Stance.valueOf(word("stance", words)),
              Severity.valueOf(word("severity", words)));
      case "posts-joined" ->
          new Step.PostsJoined(Integer.parseInt(word("posts", words)), word("reason", words));
      case "job-joined" -> new Step.JobJoined(UUID.fromString(word("job", words)));
      case "noted" -> new Step.Noted(word("text", words));
      case "modus-linked" ->
          new Step.ModusLinked(UUID.fromString(word("modus", words)), word("title", words));
      case "account-linked" ->
          new Step.AccountLinked(UUID.fromString(word("account", words)), word("name", words));
      case "closed" -> new Step.Closed(word("outcome", words));
      case "reopened" -> new Step.Reopened(word("reason", words));
      case "withdrawn" -> new Step.Withdrawn(word("reason", words));
      default -> throw new IllegalArgumentException("no step is called '" + code + "'");
    };
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

  private static String word(String name, Map<String, String> words) {
    String word = words.get(name);
    if (word == null) {
      throw new IllegalArgumentException("the step lacks '" + name + "'");
    }
    return word;
  }
}
