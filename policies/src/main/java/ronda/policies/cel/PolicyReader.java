package ronda.policies.cel;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import ronda.identify.decide.Condition;
import ronda.identify.decide.Policy;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.policies.cel.Complaint.Kind;

/**
 * Reads policies, and keeps the words of each category, which are slow to set up. For one thread.
 */
final class PolicyReader {
  private final Map<Category, Conditions> conditions = new EnumMap<>(Category.class);
  private final CheckedBefore before;

  PolicyReader() {
    this(CheckedBefore.nothing());
  }

  /**
   * @param before conditions that need not be checked again
   */
  PolicyReader(CheckedBefore before) {
    this.before = before;
  }

  /**
   * The policy that {@code text} holds; empty, and at least one mistake among the fields', if it
   * holds none.
   *
   * @param rightName what is wrong with a name that has the form of one; empty if nothing is
   */
  Optional<PolicyText> read(
      String text, Fields fields, Function<String, Optional<Complaint>> rightName) {
    return fields.parse(text) ? policy(text, fields, rightName) : Optional.empty();
  }

  private Optional<PolicyText> policy(
      String text, Fields fields, Function<String, Optional<Complaint>> rightName) {
    String name = name(fields, rightName);
    int version = (int) fields.number("version", 1, 1_000_000);
    int dailyLimit =
        (int)
            fields.numberOr(
                PolicyText.LIMIT, 1, PolicyText.HIGHEST_LIMIT, PolicyText.ORDINARY_LIMIT);
    Category category =
        fields.oneOf("category", List.of(Category.values()), Category::code, Category.GAMBLING);
    Severity severity =
        fields.oneOf(
            "severity",
            List.of(Severity.values()),
            value -> value.name().toLowerCase(Locale.ROOT),
            Severity.LOW);
    boolean shadow = fields.oneOf(PolicyText.MODE, List.of(true, false), PolicyText::mode, true);
    double floor = fields.number("floor", 0, 1);
    double floorWithTerm = fields.numberOr("floor-with-term", 0, floor, floor);
    int stretch = (int) fields.numberOr("stretch", 1, Policy.Look.LONGEST_STRETCH, 0);
    String legalBasis = fields.text("legal-basis");
    String canHurt = fields.text("can-hurt");
    Policy.About about =
        new Policy.About(
            fields.text("indonesian"),
            fields.text("english"),
            canHurt,
            fields.textOr("can-hurt-indonesian", canHurt));
    Optional<Condition> condition = condition(category, fields);
    fields.refuseOthers();
    if (!fields.mistakes().isEmpty() || condition.isEmpty()) {
      return Optional.empty();
    }
    try {
      Policy policy =
          new Policy(
              name,
              version,
              category,
              new Policy.Look(floor, floorWithTerm, stretch),
              condition.get(),
              severity,
              legalBasis,
              shadow,
              about);
      return Optional.of(new PolicyText(text, policy, dailyLimit));
    } catch (IllegalArgumentException refused) {
      fields.wrong(
          PolicyText.MODE,
          Complaint.of(Kind.NOT_ALLOWED, String.valueOf(refused.getMessage()), category.code()));
      return Optional.empty();
    }
  }

  private static String name(Fields fields, Function<String, Optional<Complaint>> rightName) {
    String name = fields.text("name");
    if (!name.isEmpty()) {
      Optional<Complaint> wrong =
          Policy.isName(name) ? rightName.apply(name) : Optional.of(Complaint.of(Kind.NAME));
      wrong.ifPresent(complaint -> fields.wrong("name", complaint));
    }
    return name;
  }

  private Optional<Condition> condition(Category category, Fields fields) {
    String expression = fields.text("condition");
    if (expression.isEmpty()) {
      return Optional.empty();
    }
    Conditions.Read read =
        conditions
            .computeIfAbsent(category, asked -> Conditions.of(asked, before))
            .read(expression);
    if (read instanceof Conditions.Read.Sound sound) {
      return Optional.of(sound.condition());
    }
    for (Conditions.Mistake mistake : ((Conditions.Read.Unsound) read).mistakes()) {
      fields.wrongInside("condition", mistake.line(), mistake.column(), mistake.complaint());
    }
    return Optional.empty();
  }
}
