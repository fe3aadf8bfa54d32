package ronda.casework.watch;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ronda.casework.office.Region;
import ronda.identify.post.Category;

/** A step as words, to be kept, and back. */
public final class WatchWords {
  private static final Set<String> OF_THE_ACCOUNT = Set.of("displayName", "note", "text");

  private WatchWords() {}

  /** What {@code step} says, without its kind. */
  public static Map<String, String> of(WatchStep step) {
    Map<String, String> words =
        switch (step) {
          case WatchStep.Entered entered ->
              with(entered.description(), "way", entered.way().code(), "note", entered.note());
          case WatchStep.Described described ->
              with(described.description(), "reason", described.reason());
          case WatchStep.Moved moved -> Map.of("to", moved.to().code(), "reason", moved.reason());
          case WatchStep.Looked looked ->
              Map.of("there", Boolean.toString(looked.there()), "note", looked.note());
          case WatchStep.CaseLinked linked -> Map.of("case", linked.number());
          case WatchStep.Noted noted -> Map.of("text", noted.text());
        };
    return new TreeMap<>(words);
  }

  /**
   * What the audit log keeps of {@code step}: who did what, and why. What was written of the
   * account itself stays with the account, because a chain cannot forget.
   */
  static Map<String, String> forTheLog(WatchStep step) {
    Map<String, String> words = new TreeMap<>(of(step));
    words.keySet().removeAll(OF_THE_ACCOUNT);
    return words;
  }

  private static Map<String, String> with(WatchStep.Description known, String... pairs) {
    Map<String, String> words = new TreeMap<>();
    words.put("displayName", known.displayName());
    words.put("region", known.region().code());
    words.put("category", known.category().code());
    for (int i = 0; i < pairs.length; i += 2) {
      words.put(pairs[i], pairs[i + 1]);
    }
    return words;
  }

  /**
   * The step of this kind with these words.
   *
   * @throws IllegalArgumentException if there is no such kind, or a word is missing
   */
  public static WatchStep read(String code, Map<String, String> words) {
    return switch (code) {
      case "entered" ->
          new WatchStep.Entered(
              WatchStep.Way.ofCode(word("way", words)).orElseThrow(() -> bad("way", words)),
              description(words),
              word("note", words));
      case "described" -> new WatchStep.Described(description(words), word("reason", words));
      case "moved" ->
          new WatchStep.Moved(
              WatchState.ofCode(word("to", words)).orElseThrow(() -> bad("to", words)),
              word("reason", words));
      case "looked" ->
          new WatchStep.Looked(word("there", words).equals("true"), word("note", words));
      case "case-linked" -> new WatchStep.CaseLinked(word("case", words));
      case "noted" -> new WatchStep.Noted(word("text", words));
      default -> throw new IllegalArgumentException("no step of a watch is called '" + code + "'");
    };
  }

  private static WatchStep.Description description(Map<String, String> words) {
    return new WatchStep.Description(
        word("displayName", words),
        new Region(word("region", words)),
        Category.ofCode(word("category", words)).orElseThrow(() -> bad("category", words)));
  }

  private static String word(String name, Map<String, String> words) {
    String word = words.get(name);
    if (word == null) {
      throw new IllegalArgumentException("the step lacks '" + name + "'");
    }
    return word;
  }

  private static IllegalArgumentException bad(String name, Map<String, String> words) {
    return new IllegalArgumentException(
        "the step has an unknown " + name + " '" + words.get(name) + "'");
  }
}
