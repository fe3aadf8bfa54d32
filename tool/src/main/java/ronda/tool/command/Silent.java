package ronda.tool.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ronda.identify.decide.Failures;
import ronda.identify.decide.Policy;
import ronda.onnx.classify.OnnxOpinion;
import ronda.policies.outfit.Outfit;

/**
 * Tells of policies, hosts and networks that said nothing where they might have, so that nobody
 * takes their silence for an answer. Each is one line; where nothing was silent, there is none.
 */
final class Silent {
  private Silent() {}

  /** Which policies in force lack a model: before a run, which they will sleep through. */
  static void tell(Outfit outfit, Streams streams) {
    List<String> names = outfit.silent().stream().map(Policy::name).toList();
    if (!names.isEmpty()) {
      streams.say(
          "no model knows what these policies ask for, they find nothing: "
              + String.join(", ", names));
    }
  }

  /** Which conditions failed during the run, how often, and why the first time. */
  static void tellFailed(Outfit outfit, Streams streams) {
    List<Policy> failing = outfit.policies().failing();
    if (!failing.isEmpty()) {
      streams.say(
          "conditions that could not be answered, so that their policy found nothing there: "
              + failing.stream().map(Silent::failed).collect(Collectors.joining(", ")));
    }
  }

  private static String failed(Policy policy) {
    Failures failures = policy.condition().failures();
    return "%s %s (first: %s)"
        .formatted(
            policy.name(),
            times(failures.times()),
            failures.first().map(Failures.Why::words).orElseThrow());
  }

  private static String times(long number) {
    return number == 1 ? "once" : String.format(Locale.ROOT, "%,d times", number);
  }

  /** How many texts the second opinion could not answer for, and why the first time. */
  static void tellFailed(OnnxOpinion opinion, Streams streams) {
    if (opinion.failures() > 0) {
      streams.say(
          "the second opinion %s failed %s, the first opinion stands there (first: %s)"
              .formatted(
                  opinion.model(),
                  times(opinion.failures()),
                  opinion.firstFailure().orElseThrow()));
    }
  }

  /** How many listed hosts are not blocked, because they are none or must never be. */
  static void tellRefused(Outfit outfit, Streams streams) {
    List<String> refused = outfit.entities().blocked().refused();
    if (!refused.isEmpty()) {
      streams.say(
          "entries of the list of blocked domains that are not blocked: %,d (first: %s)"
              .formatted(refused.size(), refused.getFirst()));
    }
  }
}
