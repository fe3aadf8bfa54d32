package ronda.policies.cel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import ronda.identify.decide.Policies;
import ronda.policies.cel.Complaint.Kind;

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
    return Policies.of(texts(folder).stream().map(PolicyText::policy).toList());
  }

  /**
   * The same, by means of a file that keeps what was checked before: without it, the first policy
   * costs a second of one core. It is read if it fits, and written anew if it does not.
   *
   * @throws PoliciesRefused if anything is wrong, with every mistake that was found
   */
  public static Policies read(Path folder, Path prepared) {
    CheckedBefore before = CheckedBefore.read(prepared);
    List<PolicyText> texts = texts(folder, before);
    before.write(prepared);
    return Policies.of(texts.stream().map(PolicyText::policy).toList());
  }

  /**
   * The same, each with its text as it was written.
   *
   * @throws PoliciesRefused if anything is wrong, with every mistake that was found
   */
  public static List<PolicyText> texts(Path folder) {
    return texts(folder, CheckedBefore.nothing());
  }

  private static List<PolicyText> texts(Path folder, CheckedBefore before) {
    List<Path> files = files(folder);
    List<PoliciesRefused.Mistake> mistakes = new ArrayList<>();
    List<PolicyText> policies = new ArrayList<>();
    Map<String, Path> names = new HashMap<>();
    PolicyReader reader = new PolicyReader(before);
    for (Path file : files) {
      PolicyFile read = PolicyFile.read(file, reader);
      mistakes.addAll(read.mistakes());
      read.policy().ifPresent(policies::add);
      read.policy()
          .map(text -> names.putIfAbsent(text.policy().name(), file))
          .ifPresent(
              other ->
                  mistakes.add(
                      new PoliciesRefused.Mistake(
                          file,
                          1,
                          1,
                          Complaint.of(Kind.SAME_NAME, other.getFileName().toString()))));
    }
    if (!mistakes.isEmpty()) {
      throw new PoliciesRefused(mistakes);
    }
    return List.copyOf(policies);
  }

  /**
   * Whether somebody meant a policy by this file. One that ends in {@code .yml} or {@code .YAML} is
   * then refused for its name: passed over, it would be a policy that nobody knows is not in force.
   */
  private static boolean isMeantForOne(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files =
          entries.filter(PolicyFolder::isMeantForOne).sorted().limit(MOST_POLICIES + 1L).toList();
      if (files.isEmpty()) {
        throw PoliciesRefused.because(folder, Complaint.of(Kind.NO_POLICY));
      }
      if (files.size() > MOST_POLICIES) {
        throw PoliciesRefused.because(
            folder, Complaint.of(Kind.TOO_MANY, String.valueOf(MOST_POLICIES)));
      }
      return files;
    } catch (IOException unreadable) {
      throw PoliciesRefused.because(folder, Complaint.of(Kind.NO_FOLDER, unreadable.toString()));
    }
  }
}
