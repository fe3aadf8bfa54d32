package ronda.tool.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON object, asked for its fields by name and kind; a wrong kind is told with its place. */
record JsonTree(String at, Map<String, Object> fields) {
  private static final JsonFactory FACTORY = new JsonFactory();

  /**
   * Reads a text that is one JSON object.
   *
   * @throws IllegalArgumentException if it is not
   */
  static JsonTree read(String json) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      return tree("", value(parser));
    } catch (JacksonException broken) {
      throw new IllegalArgumentException("not JSON: " + broken.getOriginalMessage(), broken);
    }
  }

  private static @Nullable Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> fields = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        Object value = value(parser);
        if (value != null) {
          fields.put(name, value);
        }
      }
      return fields;
    }
    if (token == JsonToken.START_ARRAY) {
      List<@Nullable Object> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(parser));
      }
      return items;
    }
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return parser.getDoubleValue();
    }
    return token == JsonToken.VALUE_NULL ? null : parser.getString();
  }

  @SuppressWarnings("unchecked")
  private static JsonTree tree(String at, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return new JsonTree(at, (Map<String, Object>) map);
    }
    throw new IllegalArgumentException((at.isEmpty() ? "it" : at) + " must be an object");
  }

  /** Refuses fields that nobody asks for: a misspelt one would silently be left out. */
  JsonTree allowing(String... names) {
    Set<String> unknown = new TreeSet<>(fields.keySet());
    Set.of(names).forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(at + " has fields that mean nothing here: " + unknown);
    }
    return this;
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  String text(String name) {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(at + "." + name + " must be a text");
  }

  double number(String name, double otherwise) {
    Object value = fields.getOrDefault(name, otherwise);
    if (value instanceof Double number) {
      return number;
    }
    throw new IllegalArgumentException(at + "." + name + " must be a number");
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object item : list(name)) {
      if (!(item instanceof String text)) {
        throw new IllegalArgumentException(at + "." + name + " must hold texts only");
      }
      texts.add(text);
    }
    return texts;
  }

  List<JsonTree> trees(String name) {
    List<JsonTree> trees = new ArrayList<>();
    for (Object item : list(name)) {
      trees.add(tree("%s.%s[%d]".formatted(at, name, trees.size()), item));
    }
    return trees;
  }

  JsonTree tree(String name) {
    return tree(at + "." + name, fields.getOrDefault(name, Map.of()));
  }

  private List<?> list(String name) {
    Object value = fields.getOrDefault(name, List.of());
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException(at + "." + name + " must be a list");
  }
}
