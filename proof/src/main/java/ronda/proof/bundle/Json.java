package ronda.proof.bundle;

import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON within a bundle: written the same way everywhere, read without mercy. */
final class Json {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  static ObjectNode object() {
    return STRICT.createObjectNode();
  }

  /** With two blanks a level and line feeds, on whatever system. */
  static byte[] bytes(JsonNode node) {
    var indent = new DefaultIndenter("  ", "\n");
    var printer = new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
    byte[] json = STRICT.writer().with(printer).writeValueAsBytes(node);
    byte[] line = Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    return line;
  }

  /** The object in these bytes; empty if there is none. */
  static Optional<JsonNode> read(byte[] bytes) {
    try {
      return Optional.of(STRICT.readTree(bytes)).filter(JsonNode::isObject);
    } catch (JacksonException unreadable) {
      return Optional.empty();
    }
  }

  /** A text of this name; "" where there is none. */
  static String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value != null && value.isString() ? value.stringValue() : "";
  }
}
