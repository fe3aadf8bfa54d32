package ronda.server.referral;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import ronda.casework.authority.Recipient;
import ronda.casework.referral.Discreet;
import ronda.server.page.Fields;

/**
 * What an officer typed into the form of a referral (rancangan).
 *
 * @param typed the form's fields by their codes
 * @param laws the rows of the laws to be cited
 * @param necessity why it is needed, and why nothing milder will do
 * @param offending the digits of the numbers that served the offence
 * @param names what is to be hidden beside what is found by itself
 */
record Draft(
    Map<String, String> typed,
    Set<String> laws,
    String necessity,
    Set<String> offending,
    List<String> names) {
  private static final int LONGEST = 4_000;
  private static final int MOST = 200;

  Draft {
    typed = Map.copyOf(typed);
    laws = Set.copyOf(laws);
    offending = Set.copyOf(offending);
    names = List.copyOf(names);
  }

  /** The draft that a form sent; bounded, whatever was sent. */
  static Draft of(MultiValueMap<String, String> sent) {
    Map<String, String> typed = new LinkedHashMap<>();
    sent.forEach(
        (name, values) -> {
          if (name.startsWith("f.") && typed.size() < MOST && !values.isEmpty()) {
            typed.put(name.substring(2), Fields.lines(values.getFirst(), LONGEST));
          }
        });
    return new Draft(
        typed,
        sent.getOrDefault("law", List.of()).stream().limit(MOST).collect(Collectors.toSet()),
        Fields.lines(first(sent, "necessity"), LONGEST),
        sent.getOrDefault("offending", List.of()).stream()
            .limit(MOST)
            .map(Discreet::digits)
            .collect(Collectors.toSet()),
        Fields.lines(first(sent, "names"), LONGEST).lines().map(Fields::line).limit(MOST).toList());
  }

  /** What of it is hidden from this recipient. */
  Discreet discreet(Recipient recipient) {
    return new Discreet(recipient, offending, names);
  }

  private static String first(MultiValueMap<String, String> sent, String name) {
    return sent.getOrDefault(name, List.of("")).getFirst();
  }
}
