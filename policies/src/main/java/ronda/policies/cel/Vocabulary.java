package ronda.policies.cel;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityKind;
import ronda.policies.cel.Question.OfCount;
import ronda.policies.cel.Question.OfNumber;
import ronda.policies.cel.Question.OfTruth;

/**
 * The words a condition may use: numbers and truths about a post, and nothing else. There is no
 * text, list or function among them, so that no condition can be slow, and every misspelling is
 * caught by the type checker. The list for authors stands in {@code docs/rules/README.md}.
 */
final class Vocabulary {
  private static final Map<String, Set<EntityKind>> GROUPS = groups();
  private static final Map<String, EntityKind> KINDS = kinds();

  private final Map<String, Word> words;

  private Vocabulary(Map<String, Word> words) {
    this.words = words;
  }

  /** The words for a policy of {@code category}: {@code score} is its own category's score. */
  static Vocabulary of(Category category) {
    Map<String, Word> words = new LinkedHashMap<>();
    addCategory(words, "", category);
    for (Category other : Category.values()) {
      addCategory(words, identifier(other.code()) + ".", other);
    }
    words.put("disguised", count(look -> look.facts().disguisedLetters()));
    words.put("words", count(look -> look.facts().words()));
    GROUPS.forEach((name, kinds) -> words.put(name, entities(kinds)));
    KINDS.forEach((name, kind) -> words.put(name, entities(Set.of(kind))));
    return new Vocabulary(words);
  }

  /** Every word, in the order to show them to an author. */
  Map<String, Word> words() {
    return words;
  }

  /** The word that {@code typed} was most likely meant to be. */
  Optional<String> closestTo(String typed) {
    return Spelling.closest(typed, words.keySet());
  }

  private static void addCategory(Map<String, Word> words, String prefix, Category category) {
    words.put(prefix + "score", score(category));
    words.put(prefix + "promotes", stance(category, Stance.PROMOTES));
    words.put(prefix + "mentions", stance(category, Stance.MENTIONS));
    words.put(prefix + "terms", count(look -> look.tally(category).terms()));
    words.put(prefix + "hints", count(look -> look.tally(category).hints()));
    words.put(prefix + "cautions", count(look -> look.tally(category).cautions()));
    words.put(prefix + "topics", count(look -> look.tally(category).topics()));
    words.put(prefix + "patterns", count(look -> look.tally(category).patterns()));
    words.put(prefix + "weight", Word.of((OfNumber) look -> look.tally(category).weight()));
  }

  private static Word score(Category category) {
    return new Word((OfNumber) look -> look.score(category), Set.of(), Optional.of(category));
  }

  private static Word stance(Category category, Stance stance) {
    return Word.of((OfTruth) look -> look.facts().stance(category) == stance);
  }

  private static Word count(OfCount counted) {
    return Word.of(counted);
  }

  private static Word entities(Set<EntityKind> some) {
    Set<EntityKind> kinds = EnumSet.copyOf(some);
    return new Word((OfCount) look -> look.entities(kinds), Set.copyOf(some), Optional.empty());
  }

  private static Map<String, Set<EntityKind>> groups() {
    Map<String, Set<EntityKind>> groups = new LinkedHashMap<>();
    groups.put("contacts", kinds(EntityKind.Reach.CALLED));
    groups.put("links", kinds(EntityKind.Reach.VISITED));
    groups.put("payments", kinds(EntityKind.Reach.PAID));
    return groups;
  }

  private static Set<EntityKind> kinds(EntityKind.Reach reach) {
    return EnumSet.copyOf(
        Arrays.stream(EntityKind.values()).filter(kind -> kind.reach() == reach).toList());
  }

  private static Map<String, EntityKind> kinds() {
    Map<String, EntityKind> kinds = new LinkedHashMap<>();
    for (EntityKind kind : EntityKind.values()) {
      kinds.put("found." + identifier(kind.code()), kind);
    }
    return kinds;
  }

  /** CEL would read {@code illegal-lending} as a subtraction. */
  private static String identifier(String code) {
    return code.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /**
   * One word.
   *
   * @param question what it asks of a post
   * @param asksAfter the kinds of entity it counts
   * @param needs the category whose score it asks for: without that score nothing can be said
   */
  record Word(Question question, Set<EntityKind> asksAfter, Optional<Category> needs) {
    static Word of(Question question) {
      return new Word(question, Set.of(), Optional.empty());
    }
  }
}
