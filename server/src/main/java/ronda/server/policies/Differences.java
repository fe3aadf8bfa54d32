package ronda.server.policies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ronda.identify.decide.Policy;
import ronda.policies.cel.PolicyText;

/** In what two texts of a policy differ, field by field; version, mode and limit are not told. */
final class Differences {
  private Differences() {}

  /**
   * One field of which the two say different things.
   *
   * @param field as it is called in the text
   * @param own what the office's text says
   * @param shipped what came with Ronda
   */
  record Difference(String field, String own, String shipped) {
    /** Whether it is told as it is written, not in words for people. */
    public boolean isCode() {
      return switch (field) {
        case "condition", "floor", "floor-with-term", "stretch" -> true;
        default -> false;
      };
    }
  }

  static List<Difference> between(PolicyText own, PolicyText shipped) {
    Map<String, String> before = fields(own.policy());
    return fields(shipped.policy()).entrySet().stream()
        .map(
            now ->
                new Difference(now.getKey(), before.getOrDefault(now.getKey(), ""), now.getValue()))
        .filter(one -> !one.own.equals(one.shipped))
        .toList();
  }

  /** The fields in the order in which an officer asks for them. */
  private static Map<String, String> fields(Policy policy) {
    Policy.Look look = policy.look();
    Policy.About about = policy.about();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("condition", policy.condition().toString().strip());
    fields.put("floor", String.valueOf(look.floor()));
    fields.put("floor-with-term", String.valueOf(look.floorWithTerm()));
    fields.put("stretch", String.valueOf(look.stretch()));
    fields.put("category", policy.category().code());
    fields.put("severity", policy.severity().name());
    fields.put("legal-basis", policy.legalBasis());
    fields.put("indonesian", about.indonesian());
    fields.put("english", about.english());
    fields.put("can-hurt", about.canHurt());
    fields.put("can-hurt-indonesian", about.canHurtIndonesian());
    return fields;
  }
}
