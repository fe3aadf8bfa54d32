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
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import ronda.policies.cel.Complaint.Kind;

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
  private String text = "";
  private boolean inBraces;
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
    this.text = text;
    lines = text.lines().toList();
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(4);
    options.setCodePointLimit(PolicyFolder.LARGEST_FILE);
    try {
      @Nullable Node root = new Yaml(options).compose(new StringReader(text));
      if (root instanceof MappingNode mapping) {
        inBraces = mapping.getFlowStyle() == DumperOptions.FlowStyle.FLOW;
        mapping.getValue().forEach(this::add);
      } else {
        wrongAt(1, 1, Complaint.of(Kind.NO_FIELDS));
      }
    } catch (MarkedYAMLException broken) {
      @Nullable Mark mark = broken.getProblemMark();
      wrongAt(
          mark == null ? 1 : mark.getLine() + 1,
          mark == null ? 1 : mark.getColumn() + 1,
          Complaint.of(Kind.NOT_YAML, String.valueOf(broken.getProblem())));
    } catch (YAMLException broken) {
      wrongAt(1, 1, Complaint.of(Kind.NOT_YAML, String.valueOf(broken.getMessage())));
    }
    return mistakes.isEmpty();
  }

  private void add(NodeTuple tuple) {
    Mark place = tuple.getKeyNode().getStartMark();
    if (!(tuple.getKeyNode() instanceof ScalarNode key)
        || !(tuple.getValueNode() instanceof ScalarNode value)) {
      wrongAt(place.getLine() + 1, place.getColumn() + 1, Complaint.of(Kind.NO_FIELD));
    } else if (value.getAnchor() != null) {
      wrongAt(place.getLine() + 1, place.getColumn() + 1, Complaint.of(Kind.ANCHOR));
    } else if (fields.put(key.getValue(), value) != null) {
      wrongAt(
          place.getLine() + 1,
          place.getColumn() + 1,
          Complaint.of(Kind.FIELD_TWICE, key.getValue()));
    } else {
      places.put(key.getValue(), value.getStartMark());
    }
  }

  /** The text of a field, without the blanks around it; empty, and a mistake, if it is missing. */
  String text(String name) {
    asked.add(name);
    @Nullable ScalarNode value = fields.get(name);
    if (value == null) {
      wrongAt(1, 1, Complaint.of(Kind.MISSING, name));
      return "";
    }
    String text = value.getValue();
    if (text.isBlank()) {
      wrong(name, Complaint.of(Kind.EMPTY, name));
      return "";
    }
    // A condition keeps its leading lines: the places of mistakes are counted from them.
    return name.equals("condition") ? text : text.strip();
  }

  /** The same; {@code otherwise} if the field is missing. */
  String textOr(String name, String otherwise) {
    asked.add(name);
    return fields.containsKey(name) ? text(name) : otherwise;
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
    wrong(name, Complaint.of(Kind.NOT_A_NUMBER, name, plain(from), plain(to)));
    return from;
  }

  /** The same; {@code otherwise} if the field is missing. */
  double numberOr(String name, double from, double to, double otherwise) {
    asked.add(name);
    return fields.containsKey(name) ? number(name, from, to) : otherwise;
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
      wrong(name, Complaint.of(Kind.NOT_ONE_OF, text, known));
    }
    return otherwise;
  }

  /** Every field that nobody asked for is a mistake: it would be believed and not obeyed. */
  void refuseOthers() {
    for (String name : fields.keySet()) {
      if (!asked.contains(name)) {
        wrong(
            name,
            Spelling.closest(name, asked)
                .map(meant -> Complaint.of(Kind.FIELD_MISSPELT, name, meant))
                .orElse(
                    Complaint.of(
                        Kind.FIELD_UNKNOWN,
                        name,
                        String.join(", ", asked.stream().sorted().toList()))));
      }
    }
  }

  /** Notes a mistake at a field's value. */
  void wrong(String name, Complaint complaint) {
    @Nullable Mark place = places.get(name);
    wrongAt(
        place == null ? 1 : place.getLine() + 1,
        place == null ? 1 : place.getColumn() + 1,
        complaint);
  }

  /** Notes a mistake inside a field's text. */
  void wrongInside(String name, int line, int column, Complaint complaint) {
    @Nullable ScalarNode value = fields.get(name);
    if (value == null) {
      wrongAt(1, 1, complaint);
      return;
    }
    Mark start = value.getStartMark();
    switch (value.getScalarStyle()) {
      case LITERAL -> {
        int inFile = start.getLine() + 1 + line;
        wrongAt(inFile, indentation(start.getLine() + 2) + column, complaint);
      }
      case PLAIN -> wrongAt(start.getLine() + 1, start.getColumn() + column, complaint);
      case SINGLE_QUOTED, DOUBLE_QUOTED, JSON_SCALAR_STYLE, FOLDED ->
          wrongAt(start.getLine() + 1, start.getColumn() + 1, complaint);
    }
  }

  /** A field and the value it is to have. */
  record Line(String name, String value) {}

  /**
   * The text with these values in their fields. A field that is missing is added behind the first
   * of them, which must be there.
   */
  String rewritten(List<Line> values) {
    StringBuilder rewritten = new StringBuilder(text);
    Mark first = node(values.getFirst()).getEndMark();
    StringBuilder missing = new StringBuilder();
    List<Line> there = new ArrayList<>();
    for (Line line : values) {
      if (fields.containsKey(line.name)) {
        there.add(line);
      } else {
        missing.append(inBraces ? ", " : "\n").append(line.name).append(": ").append(line.value);
      }
    }
    // From the end to the beginning, so that the places not yet reached stay true.
    there.sort(Comparator.comparingInt((Line line) -> node(line).getStartMark().getIndex()));
    for (Line line : there.reversed()) {
      ScalarNode value = node(line);
      if (line.equals(values.getFirst())) {
        rewritten.insert(offset(inBraces ? first.getIndex() : endOfLine(first)), missing);
      }
      rewritten.replace(
          offset(value.getStartMark().getIndex()),
          offset(value.getEndMark().getIndex()),
          line.value);
    }
    return rewritten.toString();
  }

  private ScalarNode node(Line line) {
    ScalarNode value = fields.get(line.name);
    if (value == null) {
      throw new IllegalStateException("'" + line.name + "' is not among the fields");
    }
    return value;
  }

  /** YAML counts code points, a text counts UTF-16 units. */
  private int offset(int codePoints) {
    return text.offsetByCodePoints(0, codePoints);
  }

  /** The code points before the end of the line on which {@code mark} stands, comment and all. */
  private int endOfLine(Mark mark) {
    int from = offset(mark.getIndex());
    int end = text.indexOf('\n', from);
    return text.codePointCount(0, end < 0 ? text.length() : end);
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
  void wrongAt(int line, int column, Complaint complaint) {
    mistakes.add(new PoliciesRefused.Mistake(file, line, column, complaint));
  }
}
