package ronda.tool.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ronda.identify.post.Span;
import ronda.identify.text.Fold;
import ronda.identify.text.PlainText;

/** Finds a known name in a post, however it is disguised, and writes invented ones in its place. */
final class Renamer {
  /** Shorter names would be found inside ordinary words. */
  private static final int SHORTEST = 5;

  private final List<String> names;
  private final int copies;
  private final double plain;

  Renamer(List<String> names, int copies, double plain) {
    this.names =
        names.stream()
            .map(String::strip)
            .filter(name -> name.length() >= SHORTEST)
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(n -> n))
            .toList();
    this.copies = copies;
    this.plain = plain;
  }

  /** One that knows no names and makes no variants. */
  static Renamer none() {
    return new Renamer(List.of(), 0, 0);
  }

  /** A known name in the post, and where it stands. */
  private record Named(String name, Span span) {}

  /** The known name in the post, or the empty string. */
  String nameIn(String post) {
    return find(post).map(Named::name).orElse("");
  }

  /** Variants of the post, each with another invented name; none if no known name is in it. */
  List<String> variants(String post, Dice dice) {
    Optional<Named> found = find(post);
    List<String> variants = new ArrayList<>();
    for (int i = 0; found.isPresent() && i < copies; i++) {
      String invented = InventedNames.brand(dice);
      String written = dice.chance(plain) ? invented : Costume.dress(invented, dice);
      Span span = found.get().span();
      variants.add(post.substring(0, span.start()) + written + post.substring(span.end()));
    }
    return variants;
  }

  private Optional<Named> find(String post) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    PlainText text = Fold.plain(post);
    StringBuilder squashed = new StringBuilder();
    List<Integer> at = new ArrayList<>();
    byte[] bytes = text.bytes();
    for (int i = 0; i < text.length(); i++) {
      char c = (char) (bytes[i] & 0xff);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        squashed.append(c);
        at.add(i);
      }
    }
    for (String name : names) {
      int from = squashed.indexOf(name);
      if (from >= 0) {
        int last = at.get(from + name.length() - 1);
        return Optional.of(new Named(name, text.originalSpan(at.get(from), last + 1)));
      }
    }
    return Optional.empty();
  }
}
