package ronda.sources.files;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import ronda.identify.Examination;
import ronda.identify.Scores;
import ronda.identify.decide.Finding;
import ronda.identify.post.Category;
import ronda.identify.post.Post;
import ronda.identify.post.Span;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;
import ronda.identify.signal.PatternFound;
import ronda.identify.signal.Resemblance;
import ronda.identify.signal.Signal;
import ronda.identify.signal.TermFound;

/**
 * Writes what was found in a post as one line of JSON.
 *
 * <p>A citizen's identity number (NIK) is never written out: not as an entity, and not as the text
 * of a reason that stands on it.
 */
public final class PostJson {
  private static final Category[] CATEGORIES = Category.values();

  private PostJson() {}

  /** Adds one line, with its line end, to {@code json}. */
  public static void write(Examination examined, JsonBytes json) {
    Post post = examined.post();
    json.raw("{\"id\":").string(post.id()).raw(",\"findings\":[");
    findings(post, examined, false, json);
    json.raw("],\"scores\":{");
    scores(examined.scores(), json);
    json.raw("},\"entities\":[");
    entities(examined.entities(), json);
    json.raw(']');
    if (examined.findings().stream().anyMatch(Finding::shadow)) {
      json.raw(",\"shadow\":[");
      findings(post, examined, true, json);
      json.raw(']');
    }
    json.raw("}\n");
  }

  private static void findings(Post post, Examination examined, boolean shadow, JsonBytes json) {
    boolean first = true;
    for (Finding finding : examined.findings()) {
      if (finding.shadow() != shadow) {
        continue;
      }
      comma(first, json);
      first = false;
      json.raw("{\"category\":\"").raw(finding.category().code());
      json.raw("\",\"stance\":\"").raw(finding.stance().code());
      json.raw("\",\"score\":").number(finding.score());
      json.raw(",\"policy\":").string(finding.policy());
      json.raw(",\"severity\":\"").raw(finding.severity().name().toLowerCase(Locale.ROOT));
      json.raw("\",\"legalBasis\":").string(finding.legalBasis());
      json.raw(",\"reasons\":[");
      reasons(post.text(), finding.reasons(), examined.entities(), json);
      json.raw("]}");
    }
  }

  private static void reasons(
      String text, List<Signal> reasons, List<EntityFound> entities, JsonBytes json) {
    boolean first = true;
    for (Signal reason : reasons) {
      comma(first, json);
      first = false;
      json.raw("{\"signal\":\"").raw(reason.kind());
      json.raw("\",\"text\":").string(shown(text, reason.span(), entities));
      span(reason.span(), json);
      json.raw(",\"weight\":").number(reason.weight());
      switch (reason) {
        case TermFound term -> json.raw(",\"term\":").string(term.term());
        case PatternFound pattern -> json.raw(",\"pattern\":").string(pattern.pattern());
        case Resemblance resemblance -> json.raw(",\"model\":").string(resemblance.model());
        case EntityFound entity ->
            json.raw(",\"kind\":\"")
                .raw(entity.entityKind().code())
                .raw("\",\"value\":")
                .string(entity.value());
      }
      json.raw('}');
    }
  }

  /** The words a reason stands on, with every digit hidden where that is an identity number. */
  public static String shown(String text, Span span, List<EntityFound> entities) {
    String words = span.of(text);
    for (EntityFound entity : entities) {
      if (entity.entityKind() == EntityKind.NIK
          && entity.span().start() < span.end()
          && span.start() < entity.span().end()) {
        return masked(words);
      }
    }
    return words;
  }

  private static String masked(String words) {
    StringBuilder hidden = new StringBuilder(words.length());
    words.chars().forEach(c -> hidden.append(Character.isDigit(c) ? '*' : (char) c));
    return hidden.toString();
  }

  /** Every category has its place, so that a reader never looks in vain: 0 where no model knows. */
  private static void scores(Scores scores, JsonBytes json) {
    boolean first = true;
    for (Category category : CATEGORIES) {
      comma(first, json);
      first = false;
      json.raw('"').raw(category.code()).raw("\":").number(scores.of(category).orElse(0));
    }
  }

  private static void entities(List<EntityFound> entities, JsonBytes json) {
    boolean first = true;
    for (EntityFound entity : entities) {
      comma(first, json);
      first = false;
      json.raw("{\"kind\":\"").raw(entity.entityKind().code());
      json.raw("\",\"value\":").string(entity.value());
      span(entity.span(), json);
      if (!entity.details().isEmpty()) {
        details(entity.details(), json);
      }
      json.raw('}');
    }
  }

  private static void details(Map<String, String> details, JsonBytes json) {
    json.raw(",\"details\":{");
    boolean first = true;
    // An immutable map's order differs from run to run; the same input must give the same bytes.
    for (Map.Entry<String, String> detail : new TreeMap<>(details).entrySet()) {
      comma(first, json);
      first = false;
      json.string(detail.getKey()).raw(':').string(detail.getValue());
    }
    json.raw('}');
  }

  private static void span(Span span, JsonBytes json) {
    json.raw(",\"start\":").number(span.start()).raw(",\"end\":").number(span.end());
  }

  private static void comma(boolean first, JsonBytes json) {
    if (!first) {
      json.raw(',');
    }
  }
}
