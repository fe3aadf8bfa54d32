package ronda.tool.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A piece of a grammar that can be spoken: letters, a choice, a slot, or these one after another.
 */
sealed interface Phrase {
  /** How deep slots may stand in slots before the grammar is taken to run in a circle. */
  int DEEPEST = 30;

  /** Plain letters. */
  record Letters(String letters) implements Phrase {}

  /** One of several, such as <code>{pagi|siang|}</code>; an empty one makes the part optional. */
  record Choice(List<Phrase> ways) implements Phrase {
    public Choice {
      ways = List.copyOf(ways);
    }
  }

  /** A word list by its name, such as {@code <kota>}. */
  record Slot(String name) implements Phrase {}

  /** Something drawn on the spot, such as {@code <digits:4>}. */
  record Drawn(Draw draw) implements Phrase {}

  /** Parts one after another. */
  record Row(List<Phrase> parts) implements Phrase {
    public Row {
      parts = List.copyOf(parts);
    }
  }

  /** Reads one pattern. */
  static Phrase parse(String pattern) {
    PhraseReader reader = new PhraseReader(pattern);
    Phrase phrase = reader.row("");
    reader.expectEnd();
    return phrase;
  }

  /** Reads a word list, whose entries are set apart by bars. */
  static Phrase parseList(String list) {
    PhraseReader reader = new PhraseReader(list);
    List<Phrase> ways = new ArrayList<>();
    do {
      ways.add(trimmed(reader.row("|")));
    } while (reader.skip('|'));
    reader.expectEnd();
    return new Choice(ways);
  }

  /** The blanks around the bars of a word list set it out for the eye and are not spoken. */
  private static Phrase trimmed(Phrase phrase) {
    List<Phrase> parts = new ArrayList<>(((Row) phrase).parts());
    if (!parts.isEmpty() && parts.getFirst() instanceof Letters(String letters)) {
      parts.set(0, new Letters(dropLeft(letters)));
    }
    if (!parts.isEmpty() && parts.getLast() instanceof Letters(String letters)) {
      parts.set(parts.size() - 1, new Letters(dropRight(letters)));
    }
    return new Row(parts);
  }

  private static String dropLeft(String letters) {
    return letters.startsWith(" ") ? letters.substring(1) : letters;
  }

  private static String dropRight(String letters) {
    return letters.endsWith(" ") ? letters.substring(0, letters.length() - 1) : letters;
  }

  /** Says the phrase as {@code dice} choose. */
  default void speak(Map<String, Phrase> words, Dice dice, StringBuilder out) {
    speak(words, dice, out, 0);
  }

  private void speak(Map<String, Phrase> words, Dice dice, StringBuilder out, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalStateException("slots stand in each other without end, after: " + out);
    }
    switch (this) {
      case Letters(String letters) -> out.append(letters);
      case Choice(List<Phrase> ways) -> dice.oneOf(ways).speak(words, dice, out, depth + 1);
      case Slot(String name) -> word(words, name).speak(words, dice, out, depth + 1);
      case Drawn(Draw draw) -> out.append(draw.with(dice));
      case Row(List<Phrase> parts) -> {
        for (Phrase part : parts) {
          part.speak(words, dice, out, depth + 1);
        }
      }
    }
  }

  private static Phrase word(Map<String, Phrase> words, String name) {
    Phrase word = words.get(name);
    if (word == null) {
      throw new IllegalStateException("no word list is called " + name);
    }
    return word;
  }

  /** Adds the slots that {@code known} lacks to {@code unknown}. */
  default void collectUnknown(Set<String> known, List<String> unknown) {
    switch (this) {
      case Letters _, Drawn _ -> {}
      case Choice(List<Phrase> ways) -> ways.forEach(way -> way.collectUnknown(known, unknown));
      case Row(List<Phrase> parts) -> parts.forEach(part -> part.collectUnknown(known, unknown));
      case Slot(String name) -> {
        if (!known.contains(name)) {
          unknown.add(name);
        }
      }
    }
  }

  /** Reads a pattern from left to right. */
  final class PhraseReader {
    private final String pattern;
    private int at;

    private PhraseReader(String pattern) {
      this.pattern = pattern;
    }

    /** Parts up to the end or one of the {@code stops}. */
    private Row row(String stops) {
      List<Phrase> parts = new ArrayList<>();
      StringBuilder letters = new StringBuilder();
      while (at < pattern.length() && stops.indexOf(pattern.charAt(at)) < 0) {
        char c = pattern.charAt(at++);
        switch (c) {
          case '\\' -> letters.append(escaped());
          case '{' -> {
            flush(letters, parts);
            parts.add(choice());
          }
          case '<' -> {
            flush(letters, parts);
            parts.add(slot());
          }
          case '}' -> throw new IllegalArgumentException("} without { at column " + at);
          default -> letters.append(c);
        }
      }
      flush(letters, parts);
      return new Row(parts);
    }

    private static void flush(StringBuilder letters, List<Phrase> parts) {
      if (!letters.isEmpty()) {
        parts.add(new Letters(letters.toString()));
        letters.setLength(0);
      }
    }

    private char escaped() {
      if (at == pattern.length()) {
        throw new IllegalArgumentException("a backslash ends the line");
      }
      char c = pattern.charAt(at++);
      return switch (c) {
        case 'n' -> '\n';
        case 's' -> ' ';
        default -> c;
      };
    }

    private Phrase choice() {
      List<Phrase> ways = new ArrayList<>();
      do {
        ways.add(row("|}"));
      } while (skip('|'));
      if (!skip('}')) {
        throw new IllegalArgumentException("{ without } in: " + pattern);
      }
      return new Choice(ways);
    }

    private Phrase slot() {
      int close = pattern.indexOf('>', at);
      if (close < 0) {
        throw new IllegalArgumentException("< without > in: " + pattern);
      }
      String name = pattern.substring(at, close);
      at = close + 1;
      return Draw.named(name).<Phrase>map(Drawn::new).orElseGet(() -> new Slot(name));
    }

    private boolean skip(char c) {
      if (at < pattern.length() && pattern.charAt(at) == c) {
        at++;
        return true;
      }
      return false;
    }

    private void expectEnd() {
      if (at < pattern.length()) {
        throw new IllegalArgumentException("unexpected " + pattern.charAt(at) + " in: " + pattern);
      }
    }
  }
}
