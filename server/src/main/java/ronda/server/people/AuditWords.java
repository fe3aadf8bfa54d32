package ronda.server.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import ronda.casework.chain.Link;
import ronda.server.door.Caller;
import ronda.server.page.Signposts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Entries of the audit log as people read them: what was done to what in words, with the way to its
 * page. The entry itself is what was hashed, and leaves in the export as it is.
 */
@Component
class AuditWords {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final TypeReference<LinkedHashMap<String, Object>> FACTS =
      new TypeReference<>() {};

  /** What may be a word of ours, and not what somebody typed. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z-]{2,40}");

  /** So much of an id's end tells it from its neighbours: it begins with when it was made. */
  private static final int SHORT_ID = 8;

  private final List<Signposts> signposts;
  private final StillBlind blind;
  private final MessageSource messages;

  AuditWords(List<Signposts> signposts, StillBlind blind, MessageSource messages) {
    this.signposts = signposts;
    this.blind = blind;
    this.messages = messages;
  }

  /** One fact: what it is called, and what it says. */
  public record Fact(String name, String value) {}

  /**
   * One entry.
   *
   * @param subject what it was done to, in words
   * @param path the page of that; empty where there is none for this person
   * @param facts none where they are kept from this person
   * @param withheld whether they are, for now
   */
  public record Row(Link entry, String subject, String path, List<Fact> facts, boolean withheld) {}

  /** These entries for this person, in their order. */
  List<Row> rows(List<Link> entries, Caller.Person person) {
    Set<String> subjects = entries.stream().map(Link::subject).collect(Collectors.toSet());
    Map<String, String> places = new HashMap<>();
    signposts.forEach(room -> places.putAll(room.of(subjects, person)));
    Set<Long> withheld = blind.among(entries, person);
    return entries.stream()
        .map(
            entry ->
                new Row(
                    entry,
                    subject(entry.subject()),
                    places.getOrDefault(entry.subject(), ""),
                    withheld.contains(entry.number()) ? List.of() : facts(entry),
                    withheld.contains(entry.number())))
        .toList();
  }

  private String subject(String subject) {
    int colon = subject.indexOf(':');
    String kind = colon < 0 ? subject : subject.substring(0, colon);
    String name = subject.substring(colon + 1);
    boolean isId = name.matches("[0-9a-f]{8}-[0-9a-f-]{27}");
    Object[] shown = {isId ? name.substring(name.length() - SHORT_ID) : name};
    return words(List.of("audit.of." + kind), shown, subject);
  }

  /** The facts of an entry; one whole if it is no object, which only an older Ronda wrote. */
  private List<Fact> facts(Link entry) {
    boolean watched = entry.subject().startsWith("account:");
    try {
      Map<String, Object> facts = JSON.readValue(entry.body(), FACTS);
      return facts.entrySet().stream()
          .map(
              fact -> new Fact(name(fact.getKey()), value(fact.getKey(), fact.getValue(), watched)))
          .filter(fact -> !fact.value().isEmpty())
          .toList();
    } catch (JacksonException unreadable) {
      return List.of(new Fact("", entry.body()));
    }
  }

  private String name(String fact) {
    return words(List.of("fact." + fact, "retention.kind." + fact), new Object[0], fact);
  }

  /**
   * @param watched whether it is of a watched account, whose ways and states have words of their
   *     own
   */
  private String value(String name, Object value, boolean watched) {
    return switch (value) {
      case Collection<?> many ->
          many.stream()
              .map(one -> value(name.equals("roles") ? "role" : name, one, watched))
              .collect(Collectors.joining(", "));
      case String text when CODE.matcher(text).matches() ->
          words(
              Stream.of(text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT))
                  .flatMap(code -> places(name, watched).map(place -> place + "." + code))
                  .toList(),
              new Object[0],
              text);
      case Boolean isSo -> words(List.of(isSo ? "fact.true" : "fact.false"), new Object[0], "");
      default -> String.valueOf(value);
    };
  }

  /** Where the words of a code are found, the nearest first. */
  private static Stream<String> places(String name, boolean watched) {
    boolean to = name.equals("to");
    return watched
        ? Stream.of("watch." + (to ? "state" : name), "fact." + name, name)
        : Stream.of("fact." + name, to ? "recipient" : name);
  }

  /** The first of these that has words; {@code otherwise} if none has. */
  private String words(List<String> keys, Object[] shown, String otherwise) {
    Locale language = LocaleContextHolder.getLocale();
    return keys.stream()
        .map(key -> messages.getMessage(key, shown, "", language))
        .filter(words -> words != null && !words.isEmpty())
        .findFirst()
        .orElse(otherwise);
  }
}
