package ronda.tool.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Made-up posts of one category, as a grammar (tata kalimat): word lists, sentence patterns, and
 * under which labels a pattern's posts go. The file format is explained in {@code
 * models/umum/made-up/README.md}.
 *
 * <p>Every mistake in a file is found when it is read, with the line where it stands: a slot that
 * nobody defines would otherwise leave its name in thousands of training posts.
 */
final class Grammar {
  private final Map<String, Phrase> words;
  private final List<Section> sections;
  private final int totalWeight;

  private Grammar(Map<String, Phrase> words, List<Section> sections) {
    this.words = words;
    this.sections = sections;
    this.totalWeight = sections.stream().mapToInt(Section::weight).sum();
  }

  /**
   * Patterns whose posts carry the same labels.
   *
   * @param weight how often the section is chosen, against the weights of the others
   */
  private record Section(Set<String> labels, int weight, List<Phrase> patterns) {}

  /**
   * One made-up post and what it teaches.
   *
   * @param pattern which pattern made it: posts of one pattern are alike, and must not stand on
   *     both sides of a split
   */
  record Made(String text, Set<String> labels, String pattern) {}

  /** Reads a grammar and those it uses. */
  static Grammar read(Path file) throws IOException {
    GrammarReader reader = new GrammarReader();
    reader.read(file);
    Grammar grammar = reader.finish(file);
    grammar.checkSlots(file);
    return grammar;
  }

  /** The next post that {@code dice} choose. */
  Made make(Dice dice) {
    int left = dice.below(totalWeight);
    int chosen = 0;
    while (left >= sections.get(chosen).weight()) {
      left -= sections.get(chosen).weight();
      chosen++;
    }
    Section section = sections.get(chosen);
    int pattern = dice.below(section.patterns().size());
    StringBuilder text = new StringBuilder();
    section.patterns().get(pattern).speak(words, dice, text);
    return new Made(tidy(text), section.labels(), chosen + "." + pattern);
  }

  /** Optional parts leave doubled spaces and spaces before commas behind; nobody types those. */
  private static String tidy(CharSequence text) {
    StringBuilder tidy = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int end = tidy.length();
      boolean afterSpace = end == 0 || tidy.charAt(end - 1) == ' ' || tidy.charAt(end - 1) == '\n';
      if (c == ' ' && afterSpace) {
        continue;
      }
      if (end == 0 && (c == ',' || c == '.')) {
        continue;
      }
      if ((c == ',' || c == '.' || c == '\n') && end > 0 && tidy.charAt(end - 1) == ' ') {
        tidy.setLength(end - 1);
      }
      tidy.append(c);
    }
    return tidy.toString().strip();
  }

  private void checkSlots(Path file) throws IOException {
    List<String> unknown = new ArrayList<>();
    for (Section section : sections) {
      section.patterns().forEach(pattern -> pattern.collectUnknown(words.keySet(), unknown));
    }
    words.values().forEach(word -> word.collectUnknown(words.keySet(), unknown));
    if (!unknown.isEmpty()) {
      throw new IOException(file + ": nobody defines " + unknown.stream().distinct().toList());
    }
  }

  /** Collects definitions and sections line by line. */
  private static final class GrammarReader {
    private final Map<String, StringBuilder> definitions = new HashMap<>();
    private final List<Section> sections = new ArrayList<>();
    private final Map<String, String> definedAt = new HashMap<>();
    private String lastName = "";

    void read(Path file) throws IOException {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        String at = file.getFileName() + ":" + (i + 1);
        try {
          readLine(lines.get(i), file, at);
        } catch (IllegalArgumentException broken) {
          throw new IOException(at + ": " + broken.getMessage(), broken);
        }
      }
    }

    private void readLine(String line, Path file, String at) throws IOException {
      if (line.isBlank() || line.startsWith("#")) {
        return;
      }
      if (line.startsWith("@use ")) {
        read(file.resolveSibling(line.substring(5).strip() + ".grammar"));
      } else if (line.startsWith("[")) {
        sections.add(section(line));
      } else if (line.startsWith("- ")) {
        if (sections.isEmpty()) {
          throw new IllegalArgumentException("a pattern stands before any [section]");
        }
        sections.getLast().patterns().add(Phrase.parse(line.substring(2)));
      } else if (line.startsWith("  |")) {
        continueDefinition(line.substring(2), at);
      } else {
        define(line, at);
      }
    }

    private static Section section(String line) {
      int close = line.indexOf(']');
      if (close < 0) {
        throw new IllegalArgumentException("a section needs its closing bracket");
      }
      List<String> labels = List.of(line.substring(1, close).strip().split(" +", -1));
      String weight = line.substring(close + 1).strip();
      return new Section(
          labels.equals(List.of("none")) ? Set.of() : Set.copyOf(labels),
          weight.isEmpty() ? 1 : Integer.parseInt(weight),
          new ArrayList<>());
    }

    private void define(String line, String at) {
      int equals = line.indexOf(" = ");
      if (equals < 1) {
        throw new IllegalArgumentException("not a definition, a section or a pattern: " + line);
      }
      lastName = line.substring(0, equals);
      String before = definedAt.put(lastName, at);
      if (before != null) {
        throw new IllegalArgumentException(lastName + " was defined before, at " + before);
      }
      definitions.put(lastName, new StringBuilder(line.substring(equals + 3)));
    }

    private void continueDefinition(String more, String at) {
      StringBuilder definition = definitions.get(lastName);
      if (definition == null) {
        throw new IllegalArgumentException("nothing to continue at " + at);
      }
      definition.append(' ').append(more);
    }

    Grammar finish(Path file) throws IOException {
      Map<String, Phrase> words = new HashMap<>();
      for (Map.Entry<String, StringBuilder> definition : definitions.entrySet()) {
        try {
          words.put(definition.getKey(), Phrase.parseList(definition.getValue().toString()));
        } catch (IllegalArgumentException broken) {
          String at = definedAt.get(definition.getKey());
          throw new IOException(at + ": " + broken.getMessage(), broken);
        }
      }
      List<Section> filled = sections.stream().filter(s -> !s.patterns().isEmpty()).toList();
      if (filled.isEmpty()) {
        throw new IOException(file + ": has no patterns");
      }
      return new Grammar(words, filled);
    }
  }
}
