package ronda.server.referral;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    addLinks(typed, sent.getOrDefault("link", List.of()));
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

  /** Ticked links become lines among the addresses; one that stands there already is no second. */
  private static void addLinks(Map<String, String> typed, List<String> links) {
    if (links.isEmpty()) {
      return; // What was typed stays as it is.
    }
    Set<String> lines =
        new LinkedHashSet<>(typed.getOrDefault(PostLink.FIELD, "").lines().toList());
    links.stream().limit(MOST).map(Fields::line).filter(one -> !one.isBlank()).forEach(lines::add);
    typed.put(PostLink.FIELD, String.join("\n", lines));
  }

  /** What of it is hidden from this recipient. */
  Discreet discreet(Recipient recipient) {
    return new Discreet(recipient, offending, names);
  }

  private static String first(MultiValueMap<String, String> sent, String name) {
    return sent.getOrDefault(name, List.of("")).getFirst();
  }
}
