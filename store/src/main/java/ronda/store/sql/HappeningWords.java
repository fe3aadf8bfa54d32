package ronda.store.sql;

import java.util.Map;
import java.util.UUID;
import ronda.casework.referral.Happening;
import ronda.casework.referral.Outcome;

/** A happening as words, to be kept, and back. */
final class HappeningWords {
  private HappeningWords() {}

  static Map<String, String> of(Happening happening) {
    return switch (happening) {
      case Happening.Sent sent -> Map.of("way", sent.way(), "note", sent.note());
      case Happening.Chased chased ->
          Map.of("way", chased.way(), "number", Integer.toString(chased.number()));
      case Happening.Discarded discarded -> Map.of("reason", discarded.reason());
      case Happening.Replied replied -> Map.of("reply", replied.reply().toString());
      case Happening.NoAnswerYet none ->
          Map.of("reply", none.reply().toString(), "reason", none.reason());
      case Happening.Concluded concluded ->
          Map.of("outcome", concluded.outcome().code(), "words", concluded.words());
      case Happening.Recalled recalled -> Map.of("reason", recalled.reason());
    };
  }

  static Happening read(String kind, Map<String, String> words) {
    return switch (kind) {
      case "sent" -> new Happening.Sent(word(words, "way"), word(words, "note"));
      case "chased" ->
          new Happening.Chased(word(words, "way"), Integer.parseInt(word(words, "number")));
      case "discarded" -> new Happening.Discarded(word(words, "reason"));
      case "replied" -> new Happening.Replied(UUID.fromString(word(words, "reply")));
      case "no-answer-yet" ->
          new Happening.NoAnswerYet(UUID.fromString(word(words, "reply")), word(words, "reason"));
      case "concluded" ->
          new Happening.Concluded(
              Outcome.ofCode(word(words, "outcome")).orElseThrow(), word(words, "words"));
      case "recalled" -> new Happening.Recalled(word(words, "reason"));
      default -> throw new IllegalArgumentException("no happening is called '" + kind + "'");
    };
  }

  private static String word(Map<String, String> words, String name) {
    String word = words.get(name);
    if (word == null) {
      throw new IllegalArgumentException("the happening lacks '" + name + "'");
    }
    return word;
  }
}
