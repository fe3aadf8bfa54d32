package ronda.identify.lexicon;

import java.util.ArrayList;
import java.util.List;
import ronda.identify.post.Category;

/**
 * The words that must, or must not, stand in a post beside a term.
 *
 * @param near true where they count only within {@value #NEAR} words of the term
 * @param phrases words or short phrases, one of which is enough; a last {@code *} lets a word go on
 * @param categories another listed term that promotes one of these is company too
 */
public record Company(boolean near, List<String> phrases, List<Category> categories) {
  /** How many words away is still near. */
  public static final int NEAR = 6;

  /** No condition. */
  public static final Company NONE = new Company(false, List.of(), List.of());

  public Company {
    phrases = List.copyOf(phrases);
    categories = List.copyOf(categories);
  }

  /** True where nothing is asked. */
  public boolean isNone() {
    return phrases.isEmpty() && categories.isEmpty();
  }

  /**
   * Reads {@code near: jogja, hotel, @prostitution}; without {@code near:} the whole post counts.
   * After an {@code @} stands a category, or a list for all its words.
   *
   * @throws IllegalArgumentException with the reason, for an empty entry or a name that is neither
   */
  static Company parse(String text, WordLists lists) {
    if (text.isBlank()) {
      return NONE;
    }
    boolean near = text.startsWith("near:");
    List<String> phrases = new ArrayList<>();
    List<Category> categories = new ArrayList<>();
    for (String entry : text.substring(near ? 5 : 0).split(",", -1)) {
      String asked = entry.strip();
      if (asked.startsWith("@")) {
        String name = asked.substring(1);
        Category.ofCode(name)
            .ifPresentOrElse(categories::add, () -> phrases.addAll(lists.words(name)));
      } else {
        phrases.add(Phrase.canonical(asked));
      }
    }
    return new Company(near, phrases, categories);
  }
}
