package ronda.policies.cel;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The fields of one YAML file, each with its place. Only the tree that YAML composes is read, as
 * text: no object is made from a tag, {@code no} is not a truth value, and anchors are refused.
 */
final class Fields {
  private final Path file;
  private final Map<String, ScalarNode> fields = new LinkedHashMap<>();
  private final Map<String, Mark> places = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final List<PoliciesRefused.Mistake> mistakes = new ArrayList<>();
  private List<String> lines = List.of();

  Fields(Path file) {
    this.file = file;
  }

  /** Every mistake so far, in the order of the file. */
  List<PoliciesRefused.Mistake> mistakes() {
    return mistakes.stream()
        .sorted(
            Comparator.comparingInt(PoliciesRefused.Mistake::line)
                .thenComparingInt(PoliciesRefused.Mistake::column))
        .toList();
  }

  /** True if {@code text} is a mapping from names to texts. */
  boolean parse(String text) {
    if (!mistakes.isEmpty()) {
      return false;
    }
    lines = text.lines().toList();
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(4);
    options.setCodePointLimit(PolicyFolder.LARGEST_FILE);
    try {
      @Nullable Node root = new Yaml(options).compose(new StringReader(text));
      if (root instanceof MappingNode mapping) {
        mapping.getValue().forEach(this::add);
      } else {
        wrongAt(1, 1, "must hold fields such as 'name: gambling-promotion'");
      }
    } catch (MarkedYAMLException broken) {
      @Nullable Mark mark = broken.getProblemMark();
      wrongAt(
          mark == null ? 1 : mark.getLine() + 1,
          mark == null ? 1 : mark.getColumn() + 1,
          "is not YAML: " + broken.getProblem());
    } catch (YAMLException broken) {
      wrongAt(1, 1, "is not YAML: " + broken.getMessage());
    }
    return mistakes.isEmpty();
  }

  private void add(NodeTuple tuple) {
    Mark place = tuple.getKeyNode().getStartMark();
    if (!(tuple.getKeyNode() instanceof ScalarNode key)
        || !(tuple.getValueNode() instanceof ScalarNode value)) {
      wrongAt(place.getLine() + 1, place.getColumn() + 1, "a field must be a name and a text");
    } else if (value.getAnchor() != null) {
      wrongAt(place.getLine() + 1, place.getColumn() + 1, "anchors are not used here");
    } else if (fields.put(key.getValue(), value) != null) {
      wrongAt(
          place.getLine() + 1,
          place.getColumn() + 1,
          "'" + key.getValue() + "' stands here a second time");
    } else {
      places.put(key.getValue(), value.getStartMark());
    }
  }

  /** The text of a field, without the blanks around it; empty, and a mistake, if it is missing. */
  String text(String name) {
    asked.add(name);
    @Nullable ScalarNode value = fields.get(name);
    if (value == null) {
      wrongAt(1, 1, "'" + name + "' is missing");
      return "";
    }
    String text = value.getValue();
    if (text.isBlank()) {
      wrong(name, "'" + name + "' is empty");
      return "";
    }
    // A condition keeps its leading lines: the places of mistakes are counted from them.
    return name.equals("condition") ? text : text.strip();
  }

  /** The number in a field, within bounds; the lower bound, and a mistake, if it is not. */
  double number(String name, double from, double to) {
    String text = text(name);
    if (text.isEmpty()) {
      return from;
    }
    try {
      double number = Double.parseDouble(text);
      boolean whole = from < 1 || number == Math.rint(number);
      if (number >= from && number <= to && whole) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, with what was expected.
    }
    wrong(name, "'%s' must be a number from %s to %s".formatted(name, plain(from), plain(to)));
    return from;
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** The value that a field names; {@code otherwise}, and a mistake, if it names none. */
  <T> T oneOf(String name, List<T> values, Function<T, String> code, T otherwise) {
    String text = text(name);
    for (T value : values) {
      if (code.apply(value).equals(text)) {
        return value;
      }
    }
    if (!text.isEmpty()) {
      String known = values.stream().map(code).collect(Collectors.joining(", "));
      wrong(name, "'%s' is not one of %s".formatted(text, known));
    }
    return otherwise;
  }

  /** Every field that nobody asked for is a mistake: it would be believed and not obeyed. */
  void refuseOthers() {
    for (String name : fields.keySet()) {
      if (!asked.contains(name)) {
        String meant =
            asked.stream()
                .min(Comparator.comparingInt(known -> Spelling.edits(name, known)))
                .filter(known -> Spelling.edits(name, known) <= 1 + name.length() / 4)
                .map(known -> ", did you mean '" + known + "'?")
                .orElse("; the fields are " + String.join(", ", asked.stream().sorted().toList()));
        wrong(name, "unknown field '" + name + "'" + meant);
      }
    }
  }

  /** Notes a mistake at a field's value. */
  void wrong(String name, String message) {
    @Nullable Mark place = places.get(name);
    wrongAt(
        place == null ? 1 : place.getLine() + 1,
        place == null ? 1 : place.getColumn() + 1,
        message);
  }

  /** Notes a mistake inside a field's text. */
  void wrongInside(String name, int line, int column, String message) {
    @Nullable ScalarNode value = fields.get(name);
    if (value == null) {
      wrongAt(1, 1, message);
      return;
    }
    Mark start = value.getStartMark();
    switch (value.getScalarStyle()) {
      case LITERAL -> {
        int inFile = start.getLine() + 1 + line;
        wrongAt(inFile, indentation(start.getLine() + 2) + column, message);
      }
      case PLAIN -> wrongAt(start.getLine() + 1, start.getColumn() + column, message);
      case SINGLE_QUOTED, DOUBLE_QUOTED, JSON_SCALAR_STYLE, FOLDED ->
          wrongAt(start.getLine() + 1, start.getColumn() + 1, message);
    }
  }

  private int indentation(int lineInFile) {
    int at = Math.min(lineInFile, lines.size()) - 1;
    while (at >= 0 && at < lines.size() - 1 && lines.get(at).isBlank()) {
      at++;
    }
    String text = at < 0 ? "" : lines.get(at);
    return text.length() - text.stripLeading().length();
  }

  /** Notes a mistake. Lines and columns count from 1. */
  void wrongAt(int line, int column, String message) {
    mistakes.add(new PoliciesRefused.Mistake(file, line, column, message));
  }
}
