package ronda.policies.cel;

import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A folder of policies cannot be used. Trying again helps only after the files were mended; the
 * message lists every mistake, one a line, as {@code file:line:column: what is wrong}.
 */
public final class PoliciesRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient List<Mistake> mistakes;

  PoliciesRefused(List<Mistake> mistakes) {
    super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  static PoliciesRefused because(Path place, Complaint why) {
    return new PoliciesRefused(List.of(new Mistake(place, 1, 1, why)));
  }

  /** Every mistake, in the order of the files. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  /**
   * One mistake.
   *
   * @param line counts from 1
   * @param column counts from 1
   */
  public record Mistake(Path file, int line, int column, Complaint complaint) {
    /** What is wrong, in English. */
    public String message() {
      return complaint.toString();
    }

    @Override
    public String toString() {
      return file + ":" + line + ":" + column + ": " + complaint;
    }
  }
}
