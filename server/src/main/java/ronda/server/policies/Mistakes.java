package ronda.server.policies;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import ronda.policies.cel.Complaint;
import ronda.policies.cel.Complaint.Kind;
import ronda.policies.cel.PoliciesRefused;

/** Says the mistakes in a policy's text in the reader's language. */
@Component
final class Mistakes {
  private final MessageSource words;

  Mistakes(MessageSource words) {
    this.words = words;
  }

  /**
   * A mistake on the page.
   *
   * @param line counts from 1
   * @param column counts from 1
   */
  record Told(int line, int column, String what) {}

  List<Told> tell(List<PoliciesRefused.Mistake> mistakes) {
    return mistakes.stream()
        .map(mistake -> new Told(mistake.line(), mistake.column(), what(mistake)))
        .toList();
  }

  private String what(PoliciesRefused.Mistake mistake) {
    Complaint complaint = mistake.complaint();
    if (complaint.kind() == Kind.NOT_YAML) {
      // The library speaks English; where it stumbled can be said in any language.
      complaint =
          new Complaint(
              Kind.NOT_YAML,
              List.of(
                  complaint.words().getFirst(),
                  Integer.toString(mistake.line()),
                  Integer.toString(mistake.column())));
    }
    return what(complaint);
  }

  private String what(Complaint complaint) {
    Locale locale = LocaleContextHolder.getLocale();
    String key = "policy.mistake." + complaint.kind().code();
    if (complaint.kind() == Kind.NOT_ALLOWED) {
      String said = message(key, complaint.words(), locale);
      String category = key + "." + complaint.words().getLast();
      return String.valueOf(words.getMessage(category, new Object[0], said, locale));
    }
    boolean namesTypes = complaint.kind() == Kind.TYPES || complaint.kind() == Kind.NOT_A_TRUTH;
    return message(
        key, namesTypes ? localised(complaint.words(), locale) : complaint.words(), locale);
  }

  private String message(String key, List<String> arguments, Locale locale) {
    return words.getMessage(key, arguments.toArray(), locale);
  }

  /** The last word lists types, such as {@code true/false, number}. */
  private List<String> localised(List<String> complaint, Locale locale) {
    String types =
        Stream.of(complaint.getLast().split(", ", -1))
            .map(
                type ->
                    String.valueOf(
                        words.getMessage("policy.type." + type, new Object[0], type, locale)))
            .collect(Collectors.joining(", "));
    return Stream.concat(complaint.subList(0, complaint.size() - 1).stream(), Stream.of(types))
        .toList();
  }
}
