package ronda.policies.cel;

import ronda.policies.cel.Complaint.Kind;

/** CEL's own messages in words for an author who has never heard of overloads. */
final class CelWords {
  private static final String NO_OVERLOAD = "found no matching overload for '";
  private static final String APPLIED = "' applied to '(";
  private static final String EXPECTED = "expected type 'bool' but found '";

  private CelWords() {}

  /** What {@code message} complains of; CEL's own words where the message is of no known form. */
  static Complaint complaint(String message) {
    if (message.startsWith(NO_OVERLOAD)) {
      int applied = message.indexOf(APPLIED);
      int end = message.indexOf(")'", applied);
      if (applied > 0 && end > applied) {
        return Complaint.of(
            Kind.TYPES,
            operator(message.substring(NO_OVERLOAD.length(), applied)),
            types(message.substring(applied + APPLIED.length(), end)));
      }
    }
    if (message.startsWith(EXPECTED)) {
      int end = message.indexOf('\'', EXPECTED.length());
      if (end > 0) {
        return Complaint.of(Kind.NOT_A_TRUTH, types(message.substring(EXPECTED.length(), end)));
      }
    }
    return Complaint.of(Kind.NOT_A_CONDITION, message);
  }

  /** CEL writes {@code _>=_} and {@code !_}. */
  private static String operator(String name) {
    return name.equals("_?_:_") ? "? :" : name.replace("_", "");
  }

  private static String types(String types) {
    return types
        .replace("bool", "true/false")
        .replace("double", "number")
        .replace("int", "count")
        .replace("string", "text");
  }
}
