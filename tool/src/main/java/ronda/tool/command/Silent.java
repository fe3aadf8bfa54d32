package ronda.tool.command;

import java.util.List;
import ronda.identify.decide.Policy;
import ronda.policies.outfit.Outfit;

/**
 * Tells of policies that cannot find anything, so that nobody takes their silence for an answer.
 */
final class Silent {
  private Silent() {}

  /** Says in one line which policies in force lack a model; nothing where none does. */
  static void tell(Outfit outfit, Streams streams) {
    List<String> names = outfit.silent().stream().map(Policy::name).toList();
    if (!names.isEmpty()) {
      streams.say(
          "no model knows what these policies ask for, they find nothing: "
              + String.join(", ", names));
    }
  }
}
