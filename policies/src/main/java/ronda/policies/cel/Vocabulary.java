package ronda.policies.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToLongFunction;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityKind;

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
    words.put(prefix + "patterns", count(look -> look.tally(category).patterns()));
    words.put(
        prefix + "weight",
        new Word(SimpleType.DOUBLE, Set.of(), look -> Optional.of(look.tally(category).weight())));
  }

  private static Word score(Category category) {
    return new Word(
        SimpleType.DOUBLE,
        Set.of(),
        look -> {
          OptionalDouble score = look.facts().score(category);
          return score.isPresent() ? Optional.of(score.getAsDouble()) : Optional.empty();
        });
  }

  private static Word stance(Category category, Stance stance) {
    return new Word(
        SimpleType.BOOL, Set.of(), look -> Optional.of(look.facts().stance(category) == stance));
  }

  private static Word count(ToLongFunction<Look> counted) {
    return new Word(SimpleType.INT, Set.of(), look -> Optional.of(counted.applyAsLong(look)));
  }

  private static Word entities(Set<EntityKind> kinds) {
    return new Word(
        SimpleType.INT,
        kinds,
        look ->
            Optional.of(
                look.facts().entities().stream()
                    .filter(entity -> kinds.contains(entity.entityKind()))
                    .count()));
  }

  private static Map<String, Set<EntityKind>> groups() {
    Map<String, Set<EntityKind>> groups = new LinkedHashMap<>();
    groups.put(
        "contacts",
        Set.of(
            EntityKind.PHONE,
            EntityKind.WHATSAPP,
            EntityKind.TELEGRAM,
            EntityKind.MICHAT,
            EntityKind.CONTACT,
            EntityKind.HANDLE));
    groups.put("links", Set.of(EntityKind.URL, EntityKind.SHORT_URL, EntityKind.BLOCKED_DOMAIN));
    groups.put(
        "payments",
        Set.of(
            EntityKind.BANK_ACCOUNT,
            EntityKind.E_WALLET,
            EntityKind.CRYPTO_ADDRESS,
            EntityKind.QRIS));
    return groups;
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
   * @param type what it is to the type checker
   * @param asksAfter the kinds of entity it counts
   * @param value what it says of a post; empty where that is not known
   */
  record Word(CelType type, Set<EntityKind> asksAfter, Value value) {}

  /** What a word says of a post. */
  @FunctionalInterface
  interface Value {
    Optional<Object> of(Look look);
  }
}
