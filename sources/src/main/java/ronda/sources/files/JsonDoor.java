package ronda.sources.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(100)
                  .maxStringLength(Limits.TEXT_UNITS)
                  .maxNameLength(10_000)
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
        rows.refused(lines.refusal(unreadable.reason()));
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
          throw new Unreadable("not a JSON object, but " + kind(json.currentToken()));
        }
        Fields fields = new Fields(reading.naming());
        for (String name = json.nextName(); name != null; name = json.nextName()) {
          json.nextToken();
          field(reading.naming().ours(name), json, fields);
        }
        if (json.nextToken() != null) {
          throw new Unreadable("more than one JSON value stands on the line");
        }
        return fields.row(lines.line(), reading.idPrefix());
      } catch (JacksonException notJson) {
        throw new Unreadable(reason(notJson, lines.from()));
      }
    }
  }

  private static String reason(JacksonException notJson, int lineStart) {
    if (notJson instanceof StreamConstraintsException) {
      return "beyond a limit: " + notJson.getOriginalMessage();
    }
    TokenStreamLocation where = notJson.getLocation();
    long at = where == null ? -1 : where.getByteOffset();
    return (at < 0 ? "not JSON: " : "not JSON, at byte %d of the line: ".formatted(at))
        + notJson.getOriginalMessage();
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
      throw new Unreadable("text must be a string, was " + kind(json.currentToken()));
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
      default ->
          throw new Unreadable(
              "%s must be a string, was %s".formatted(name, kind(json.currentToken())));
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
      String value = string("each of " + name, json, null);
      if (value != null) {
        values.add(value);
      }
      if (values.size() > Limits.LISTED) {
        throw new Unreadable("%s holds more than %,d".formatted(name, Limits.LISTED));
      }
    }
    return values;
  }

  /** Two answers to one question: nobody can say which one was meant. */
  private static void once(String name, @Nullable Object before) throws Unreadable {
    if (before != null) {
      throw new Unreadable("the field \"" + name + "\" stands twice");
    }
  }

  private static String kind(@Nullable JsonToken token) {
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NULL -> "null";
      default -> "something else";
    };
  }
}
