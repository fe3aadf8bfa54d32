package ronda.policies.cel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ronda.identify.decide.Condition;
import ronda.identify.decide.Policy;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;

/**
 * What one file says: a policy, or what is wrong with it.
 *
 * @param policy empty if there are mistakes
 * @param mistakes all that were found, in the order of the file
 */
record PolicyFile(Optional<Policy> policy, List<PoliciesRefused.Mistake> mistakes) {

  /** Reads files, and keeps the type checker of each category, which is slow to set up. */
  static final class Reader {
    private final Map<Category, Conditions> conditions = new EnumMap<>(Category.class);

    PolicyFile read(Path file) {
      Fields fields = new Fields(file);
      Optional<Policy> policy = Optional.empty();
      if (fields.parse(text(file, fields))) {
        policy = policy(file, fields);
      }
      return new PolicyFile(policy, fields.mistakes());
    }

    private Optional<Policy> policy(Path file, Fields fields) {
      String name = fields.text("name");
      if (!name.isEmpty() && !Policy.isName(name)) {
        fields.wrong("name", "a name has lower-case letters, digits and hyphens, at most 60");
      } else if (!name.isEmpty() && !file.getFileName().toString().equals(name + ".yaml")) {
        fields.wrong("name", "the file of this policy must be called " + name + ".yaml");
      }
      int version = (int) fields.number("version", 1, 1_000_000);
      Category category =
          fields.oneOf("category", List.of(Category.values()), Category::code, Category.GAMBLING);
      Severity severity =
          fields.oneOf(
              "severity",
              List.of(Severity.values()),
              value -> value.name().toLowerCase(Locale.ROOT),
              Severity.LOW);
      boolean shadow =
          fields.oneOf("mode", List.of(true, false), value -> value ? "shadow" : "live", true);
      double floor = fields.number("floor", 0, 1);
      String legalBasis = fields.text("legal-basis");
      Policy.About about =
          new Policy.About(
              fields.text("indonesian"), fields.text("english"), fields.text("can-hurt"));
      Optional<Condition> condition = condition(category, fields);
      fields.refuseOthers();
      if (!fields.mistakes().isEmpty() || condition.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new Policy(
                name,
                version,
                category,
                floor,
                condition.get(),
                severity,
                legalBasis,
                shadow,
                about));
      } catch (IllegalArgumentException refused) {
        fields.wrong("mode", String.valueOf(refused.getMessage()));
        return Optional.empty();
      }
    }

    private Optional<Condition> condition(Category category, Fields fields) {
      String expression = fields.text("condition");
      if (expression.isEmpty()) {
        return Optional.empty();
      }
      Conditions.Read read = conditions.computeIfAbsent(category, Conditions::of).read(expression);
      return switch (read) {
        case Conditions.Read.Sound sound -> Optional.of(sound.condition());
        case Conditions.Read.Unsound unsound -> {
          for (Conditions.Mistake mistake : unsound.mistakes()) {
            fields.wrongInside("condition", mistake.line(), mistake.column(), mistake.message());
          }
          yield Optional.empty();
        }
      };
    }

    private static String text(Path file, Fields fields) {
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(PolicyFolder.LARGEST_FILE + 1);
        if (bytes.length > PolicyFolder.LARGEST_FILE) {
          fields.wrongAt(1, 1, "is larger than " + PolicyFolder.LARGEST_FILE + " bytes");
          return "";
        }
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException notUtf8) {
        fields.wrongAt(1, 1, "is not UTF-8");
      } catch (IOException unreadable) {
        fields.wrongAt(1, 1, "cannot be read: " + unreadable);
      }
      return "";
    }
  }
}
