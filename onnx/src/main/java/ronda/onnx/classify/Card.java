package ronda.onnx.classify;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code labels.json} says of a model.
 *
 * @param model its name and version, such as {@code indobert-judol@2}
 * @param outputs what each of the model's outputs means, in order
 * @param activation how an output becomes a score
 * @param maxTokens how many tokens of a text it reads, 8 to 8192
 * @param from the uncertain band's lower end, inclusive
 * @param to its upper end, inclusive
 */
record Card(
    String model,
    List<String> outputs,
    Activation activation,
    int maxTokens,
    float from,
    float to) {

  private static final Set<String> FIELDS =
      Set.of("model", "outputs", "activation", "maxTokens", "band", "licence", "source", "note");

  private static final int MOST_OUTPUTS = 1_000;

  Card {
    outputs = List.copyOf(outputs);
  }

  /** How the numbers that a model gives become scores from 0 to 1. */
  enum Activation {
    /** Each output for itself: a text may be several things at once. */
    SIGMOID,
    /** All outputs share 1: a text is exactly one of them. */
    SOFTMAX;

    /** The scores of {@code logits}. */
    float[] of(float[] logits) {
      float[] scores = new float[logits.length];
      double highest = Double.NEGATIVE_INFINITY;
      for (float logit : logits) {
        highest = Math.max(highest, logit);
      }
      double sum = 0;
      for (int i = 0; i < logits.length; i++) {
        switch (this) {
          case SIGMOID -> scores[i] = (float) (1 / (1 + Math.exp(-logits[i])));
          case SOFTMAX -> {
            double share = Math.exp(logits[i] - highest);
            sum += share;
            scores[i] = (float) share;
          }
        }
      }
      if (this == SOFTMAX) {
        for (int i = 0; i < scores.length; i++) {
          scores[i] = (float) (scores[i] / sum);
        }
      }
      return scores;
    }
  }

  /**
   * The card written in {@code json}.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static Card parse(String json) {
    JsonObject card = object(json);
    for (String field : card.keySet()) {
      if (!FIELDS.contains(field)) {
        throw new IllegalArgumentException(
            "unknown field '" + field + "'; the fields are " + FIELDS.stream().sorted().toList());
      }
    }
    JsonElement band = card.get("band");
    if (band == null || !band.isJsonObject()) {
      throw new IllegalArgumentException("'band' must be {\"from\": 0.2, \"to\": 0.8}");
    }
    double from = number(band.getAsJsonObject(), "from", 0, 1);
    double to = number(band.getAsJsonObject(), "to", from, 1);
    return new Card(
        text(card, "model"),
        outputs(card),
        activation(text(card, "activation")),
        (int) number(card, "maxTokens", 8, 8192),
        (float) from,
        (float) to);
  }

  private static JsonObject object(String json) {
    try {
      JsonReader reader = new JsonReader(new StringReader(json));
      reader.setStrictness(Strictness.STRICT);
      reader.setNestingLimit(8);
      JsonElement root = JsonParser.parseReader(reader);
      if (!root.isJsonObject() || reader.peek() != JsonToken.END_DOCUMENT) {
        throw new IllegalArgumentException("must hold one JSON object");
      }
      return root.getAsJsonObject();
    } catch (JsonParseException | IOException broken) {
      throw new IllegalArgumentException("is not JSON" + place(broken), broken);
    }
  }

  /** Gson's messages advise programmers; an officer needs the place, which stands behind. */
  private static String place(Exception broken) {
    String message = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
    int place = message.indexOf(" at line ");
    return place < 0 ? ": " + message : message.substring(place);
  }

  private static List<String> outputs(JsonObject card) {
    JsonElement listed = card.get("outputs");
    if (listed == null || !listed.isJsonArray()) {
      throw new IllegalArgumentException("'outputs' must list what each output means");
    }
    List<String> outputs = new ArrayList<>();
    for (JsonElement output : listed.getAsJsonArray()) {
      if (!(output instanceof JsonPrimitive primitive && primitive.isString())) {
        throw new IllegalArgumentException("'outputs' must hold texts, held " + output);
      }
      outputs.add(primitive.getAsString());
    }
    if (outputs.isEmpty() || outputs.size() > MOST_OUTPUTS) {
      throw new IllegalArgumentException(
          "'outputs' must hold 1 to %d names, held %d".formatted(MOST_OUTPUTS, outputs.size()));
    }
    if (new HashSet<>(outputs).size() < outputs.size()) {
      throw new IllegalArgumentException("'outputs' names one label twice: " + outputs);
    }
    return outputs;
  }

  private static Activation activation(String code) {
    return switch (code) {
      case "sigmoid" -> Activation.SIGMOID;
      case "softmax" -> Activation.SOFTMAX;
      default ->
          throw new IllegalArgumentException(
              "'activation' must be sigmoid or softmax, was '" + code + "'");
    };
  }

  private static String text(JsonObject card, String field) {
    JsonElement value = card.get(field);
    if (value instanceof JsonPrimitive text && text.isString() && !text.getAsString().isBlank()) {
      return text.getAsString();
    }
    throw new IllegalArgumentException("'" + field + "' must be a text");
  }

  private static double number(JsonObject card, String field, double from, double to) {
    JsonElement value = card.get(field);
    if (value instanceof JsonPrimitive number && number.isNumber()) {
      double found = number.getAsDouble();
      if (found >= from && found <= to) {
        return found;
      }
    }
    throw new IllegalArgumentException(
        "'%s' must be a number from %s to %s, was %s"
            .formatted(field, plain(from), plain(to), value));
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
