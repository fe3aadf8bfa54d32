package ronda.policies.cel;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ronda.identify.decide.Policy;
import ronda.policies.cel.Complaint.Kind;

/**
 * A policy as its author wrote it, and what it says (teks kebijakan). The text is kept to the
 * letter, comments and all; only Ronda's own fields in it are written anew when the policy gets a
 * new version.
 *
 * @param dailyLimit how many findings a day it may raise before it only marks them; from 1 to
 *     {@value #HIGHEST_LIMIT}
 */
public record PolicyText(String text, Policy policy, int dailyLimit) {
  /** The limit of a policy whose text names none. */
  public static final int ORDINARY_LIMIT = 2_000;

  /** The highest limit that a text may name. */
  public static final int HIGHEST_LIMIT = 1_000_000;

  static final String LIMIT = "daily-limit";
  static final String MODE = "mode";

  /** What came of reading a text. */
  public sealed interface Read {
    /** It holds a policy. */
    record Sound(PolicyText policy) implements Read {}

    /** It holds none, and every mistake that was found, in the order of the text. */
    record Unsound(List<PoliciesRefused.Mistake> mistakes) implements Read {
      public Unsound {
        mistakes = List.copyOf(mistakes);
      }
    }
  }

  /** Reads the text of the policy that is named {@code name}. Any text is read; none throws. */
  public static Read read(String name, String text) {
    Fields fields = new Fields(Path.of(Policy.isName(name) ? name + ".yaml" : "policy.yaml"));
    String ended = text.replace("\r\n", "\n").replace('\r', '\n');
    if (ended.getBytes(StandardCharsets.UTF_8).length > PolicyFolder.LARGEST_FILE) {
      fields.wrongAt(1, 1, Complaint.of(Kind.TOO_LARGE, String.valueOf(PolicyFolder.LARGEST_FILE)));
    }
    Optional<PolicyText> policy =
        new PolicyReader()
            .read(
                ended,
                fields,
                named ->
                    named.equals(name)
                        ? Optional.empty()
                        : Optional.of(Complaint.of(Kind.NAME_STAYS, name)));
    return policy.<Read>map(Read.Sound::new).orElseGet(() -> new Read.Unsound(fields.mistakes()));
  }

  /**
   * The same text, except that it names this version, mode and limit. Everything else, comments and
   * blanks too, stays as the author wrote it.
   *
   * @return a refusal where the policy may not be in this mode
   */
  public Read as(int version, boolean shadow, int dailyLimit) {
    Fields fields = new Fields(Path.of(policy.name() + ".yaml"));
    if (!fields.parse(text)) {
      throw new IllegalStateException("was read before: " + text);
    }
    String rewritten =
        fields.rewritten(
            List.of(
                new Fields.Line("version", String.valueOf(version)),
                new Fields.Line(MODE, mode(shadow)),
                new Fields.Line(LIMIT, String.valueOf(dailyLimit))));
    return read(policy.name(), rewritten);
  }

  /**
   * What decides which posts it finds: its category, which posts it looks at, and its condition.
   * Two texts that share it find the same posts, whatever else they say.
   */
  public String substance() {
    Policy.Look look = policy.look();
    return policy.category().code()
        + '\n'
        + look.floor()
        // What is as usual is not told: what was run before it could be said still counts.
        + (look.floorWithTerm() < look.floor() ? " or " + look.floorWithTerm() : "")
        + (look.stretch() > 0 ? " in " + look.stretch() : "")
        + '\n'
        + policy.condition();
  }

  static String mode(boolean shadow) {
    return shadow ? "shadow" : "live";
  }
}
