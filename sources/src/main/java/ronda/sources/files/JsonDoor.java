package ronda.sources.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ronda.sources.files.Why.Kind;
import ronda.sources.files.Why.Value;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON Lines: one object a line. Fields it does not know are skipped; known ones must be of their
 * kind, and may stand once.
 *
 * @param reading how its lines are read
 */
record JsonDoor(Input.Reading reading) implements Door {
  private static final int DEEPEST = 100;
  private static final int LONGEST_NAME = 10_000;
  private static final int LONGEST_NUMBER = 1_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(Limits.TEXT_UNITS)
                  .maxNameLength(LONGEST_NAME)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  @Override
  public void read(Chunk.Whole chunk, Rows rows) {
    Lines lines = new Lines(chunk);
    while (lines.next()) {
      if (lines.isBlank()) {
        continue;
      }
      try {
        rows.read(row(lines));
      } catch (Unreadable unreadable) {
        rows.refused(lines.refusal(unreadable.why()));
      }
    }
  }

  private Row row(Lines lines) throws Unreadable {
    @Nullable Fields common =
        isOurs() ? PlainJson.read(lines.bytes(), lines.from(), lines.to()) : null;
    return common == null ? parsed(lines) : common.row(lines.line(), reading.idPrefix());
  }

  /** Whether the input uses our names and nobody asks for labels, as nearly always. */
  private boolean isOurs() {
    return !reading.naming().isForeign()
        && reading.naming().zone().isEmpty()
        && reading.labelsField().isEmpty();
  }

  /** What the parser makes of the line. */
  Row parsed(Lines lines) throws Unreadable {
    lines.checkText();
    int length = lines.to() - lines.from();
    // A parser of its own for each line: an unclosed quote then spoils one line and no other.
    try (JsonParser json =
        JSON.createParser(ObjectReadContext.empty(), lines.bytes(), lines.from(), length)) {
      try {
        if (json.nextToken() != JsonToken.START_OBJECT) {
          throw new Unreadable(Why.of(Kind.NOT_AN_OBJECT, value(json.currentToken())));
        }
        Fields fields = new Fields(reading.naming());
        for (String name = json.nextName(); name != null; name = json.nextName()) {
          json.nextToken();
          field(reading.naming().ours(name), json, fields);
        }
        if (json.nextToken() != null) {
          throw new Unreadable(Why.of(Kind.MORE_THAN_ONE));
        }
        return fields.row(lines.line(), reading.idPrefix());
      } catch (JacksonException notJson) {
        throw new Unreadable(why(notJson, lines.from()));
      }
    }
  }

  private static Why why(JacksonException notJson, int lineStart) {
    String said = String.valueOf(notJson.getOriginalMessage());
    if (notJson instanceof StreamConstraintsException) {
      return Why.of(Kind.BEYOND_LIMIT, limit(said));
    }
    TokenStreamLocation where = notJson.getLocation();
    long at = where == null ? -1 : where.getByteOffset();
    return at < 0 ? Why.of(Kind.NOT_JSON, said) : Why.of(Kind.NOT_JSON_AT, said).and(at);
  }

  /** Which limit it was: the library names the setting, of which nobody who sent a file knows. */
  private static String limit(String said) {
    if (said.contains("getMaxStringLength")) {
      return "a string of more than %,d UTF-16 units".formatted(Limits.TEXT_UNITS);
    }
    if (said.contains("getMaxNestingDepth")) {
      return "objects and lists in each other more than %,d deep".formatted(DEEPEST);
    }
    if (said.contains("getMaxNameLength")) {
      return "the name of a field of more than %,d characters".formatted(LONGEST_NAME);
    }
    return said.contains("getMaxNumberLength")
        ? "a number of more than %,d digits".formatted(LONGEST_NUMBER)
        : "something is too long";
  }

  private void field(String name, JsonParser json, Fields fields) throws Unreadable {
    switch (name) {
      case "id" -> fields.id = id(json, fields.id);
      case "text" -> fields.text = text(json, fields.text);
      case "author" -> fields.author = account(json, fields.author);
      case "platform" -> fields.platform = string(name, json, fields.platform);
      case "url" -> fields.url = string(name, json, fields.url);
      case "postedAt" -> fields.postedAt = string(name, json, fields.postedAt);
      case "region" -> fields.region = string(name, json, fields.region);
      case "links" -> fields.links = strings(name, json, fields.links);
      case "images" -> fields.images = strings(name, json, fields.images);
      default -> unlisted(name, json, fields);
    }
  }

  private void unlisted(String name, JsonParser json, Fields fields) throws Unreadable {
    String labelsField = reading.labelsField();
    if (labelsField.isEmpty()) {
      json.skipChildren();
    } else if (name.equals(labelsField)) {
      fields.labels = strings(name, json, fields.labels);
    } else if (name.equals("source")) {
      fields.source = string(name, json, fields.source);
    } else if (name.equals("stance")) {
      fields.stance = string(name, json, fields.stance);
    } else {
      json.skipChildren();
    }
  }

  private static String text(JsonParser json, @Nullable String before) throws Unreadable {
    once("text", before);
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw notAString("text", json);
    }
    return json.getString();
  }

  private static @Nullable String id(JsonParser json, @Nullable String before) throws Unreadable {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      once("id", before);
      return json.getString();
    }
    return string("id", json, before);
  }

  /** Platforms number their accounts: a file that does not keep to our format may do so too. */
  private @Nullable String account(JsonParser json, @Nullable String before) throws Unreadable {
    if (reading.naming().isForeign() && json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      once("author", before);
      return json.getString();
    }
    return string("author", json, before);
  }

  private static @Nullable String string(String name, JsonParser json, @Nullable String before)
      throws Unreadable {
    once(name, before);
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getString();
      case VALUE_NULL -> null;
      default -> throw notAString(name, json);
    };
  }

  private static @Nullable List<String> strings(
      String name, JsonParser json, @Nullable List<String> before) throws Unreadable {
    once(name, before);
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (json.currentToken() != JsonToken.START_ARRAY) {
      String one = string(name, json, null);
      return one == null ? null : List.of(one);
    }
    List<String> values = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      switch (json.currentToken()) {
        case VALUE_STRING -> values.add(json.getString());
        case VALUE_NULL -> {}
        default ->
            throw new Unreadable(Why.of(Kind.EACH_NOT_A_STRING, name, value(json.currentToken())));
      }
      if (values.size() > Limits.LISTED) {
        throw new Unreadable(Why.of(Kind.TOO_MANY, name).and(Limits.LISTED));
      }
    }
    return values;
  }

  /** Two answers to one question: nobody can say which one was meant. */
  private static void once(String name, @Nullable Object before) throws Unreadable {
    if (before != null) {
      throw new Unreadable(Why.of(Kind.FIELD_TWICE, name));
    }
  }

  private static Unreadable notAString(String name, JsonParser json) {
    return new Unreadable(Why.of(Kind.NOT_A_STRING, name, value(json.currentToken())));
  }

  private static String value(@Nullable JsonToken token) {
    if (token == null) {
      return Value.NOTHING.code();
    }
    Value value =
        switch (token) {
          case START_OBJECT -> Value.OBJECT;
          case START_ARRAY -> Value.ARRAY;
          case VALUE_STRING -> Value.STRING;
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Value.NUMBER;
          case VALUE_TRUE, VALUE_FALSE -> Value.TRUTH;
          case VALUE_NULL -> Value.NULL;
          default -> Value.OTHER;
        };
    return value.code();
  }
}
