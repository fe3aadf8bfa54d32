package ronda.policies.cel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ronda.identify.decide.Policies;
import ronda.identify.decide.Policy;

/**
 * A folder of policies, one a file: {@code gambling-promotion.yaml}. It is read whole or refused
 * whole, because half of an office's policies is not what anyone decided.
 */
public final class PolicyFolder {
  /** How many policies a folder may hold. */
  public static final int MOST_POLICIES = 500;

  /** How large a file may be, in bytes. */
  public static final int LARGEST_FILE = 64 * 1024;

  private PolicyFolder() {}

  /**
   * The policies in {@code folder}, in the order of their names.
   *
   * @throws PoliciesRefused if anything is wrong, with every mistake that was found
   */
  public static Policies read(Path folder) {
    List<Path> files = files(folder);
    List<PoliciesRefused.Mistake> mistakes = new ArrayList<>();
    List<Policy> policies = new ArrayList<>();
    Map<String, Path> names = new HashMap<>();
    PolicyFile.Reader reader = new PolicyFile.Reader();
    for (Path file : files) {
      PolicyFile read = reader.read(file);
      mistakes.addAll(read.mistakes());
      read.policy().ifPresent(policies::add);
      read.policy()
          .map(policy -> names.putIfAbsent(policy.name(), file))
          .ifPresent(
              other ->
                  mistakes.add(
                      new PoliciesRefused.Mistake(
                          file, 1, 1, "has the same name as " + other.getFileName())));
    }
    if (!mistakes.isEmpty()) {
      throw new PoliciesRefused(mistakes);
    }
    return Policies.of(policies);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files =
          entries
              .filter(file -> file.getFileName().toString().endsWith(".yaml"))
              .sorted()
              .limit(MOST_POLICIES + 1L)
              .toList();
      if (files.isEmpty()) {
        throw PoliciesRefused.because(folder, "holds no policy (no file ends in .yaml)");
      }
      if (files.size() > MOST_POLICIES) {
        throw PoliciesRefused.because(folder, "holds more than " + MOST_POLICIES + " policies");
      }
      return files;
    } catch (IOException unreadable) {
      throw PoliciesRefused.because(folder, "cannot be listed: " + unreadable);
    }
  }
}
