package ronda.tool.report;

import java.util.ArrayList;
import java.util.List;
import ronda.identify.Examination;
import ronda.identify.decide.Finding;
import ronda.identify.post.Span;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;
import ronda.identify.signal.PatternFound;
import ronda.identify.signal.Resemblance;
import ronda.identify.signal.Signal;
import ronda.identify.signal.TermFound;
import ronda.sources.files.PostJson;

/** Tells an officer what was found in a post, and why. */
public final class Explanation {
  private final Wording wording;
  private final Marked marked;

  /**
   * In these words.
   *
   * @param inColour mark words by colour, for a terminal; else by brackets
   */
  public Explanation(Wording wording, boolean inColour) {
    this.wording = wording;
    this.marked = new Marked(inColour);
  }

  /** The report on one post; empty where it has no finding, not even one on trial. */
  public String of(Examination examined) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : examined.findings()) {
      if (!finding.shadow() || examined.findings().stream().allMatch(Finding::shadow)) {
        finding(examined, finding, text);
      }
    }
    if (!text.isEmpty()) {
      text.append("  ").append(wording.of("caution")).append("\n\n");
    }
    return text.toString();
  }

  private void finding(Examination examined, Finding finding, StringBuilder text) {
    text.append(
        "%s %s · %s: %s (%s) · %s %s%n"
            .formatted(
                wording.of("post"),
                Marked.visible(examined.post().id()),
                wording.of("suspected"),
                wording.category(finding.category()),
                wording.stance(finding.stance()),
                wording.of("score"),
                wording.number("%.2f", finding.score())));
    List<Span> places = finding.reasons().stream().map(Signal::span).toList();
    text.append("  “").append(marked.text(shown(examined), places)).append("”\n");
    text.append("  ").append(wording.of("reasons")).append(":\n");
    for (Signal reason : finding.reasons()) {
      reason(examined, reason, text);
    }
    if (!examined.entities().isEmpty()) {
      text.append("  %s: %s%n".formatted(wording.of("entities"), entities(examined.entities())));
    }
    text.append(
        "  %s: %s · %s: %s · %s: %s%s%n"
            .formatted(
                wording.of("policy"),
                finding.policy(),
                wording.of("severity"),
                wording.severity(finding.severity()),
                wording.of("basis"),
                finding.legalBasis(),
                finding.shadow() ? " · " + wording.of("trial") : ""));
  }

  /** The post's text, in which no citizen's identity number can be read. */
  private static String shown(Examination examined) {
    StringBuilder text = new StringBuilder(examined.post().text());
    for (EntityFound entity : examined.entities()) {
      if (entity.entityKind() == EntityKind.NIK) {
        Span span = entity.span();
        String hidden = PostJson.shown(examined.post().text(), span, examined.entities());
        text.replace(span.start(), span.end(), hidden);
      }
    }
    return text.toString();
  }

  private void reason(Examination examined, Signal reason, StringBuilder text) {
    String words = PostJson.shown(examined.post().text(), reason.span(), examined.entities());
    text.append(
        "    %s  %s: %s%s%n"
            .formatted(
                wording.number("%+6.2f", reason.weight()),
                wording.signal(reason.kind()),
                Marked.visible(words),
                more(reason, words)));
  }

  /** What the words alone do not show. */
  private static String more(Signal reason, String words) {
    return switch (reason) {
      case TermFound term -> words.equalsIgnoreCase(term.term()) ? "" : " = " + term.term();
      case PatternFound pattern -> " (" + pattern.pattern() + ")";
      case Resemblance resemblance -> " (" + resemblance.model() + ")";
      case EntityFound entity -> " = " + entity.entityKind().code() + " " + entity.value();
    };
  }

  private static String entities(List<EntityFound> entities) {
    List<String> each = new ArrayList<>();
    for (EntityFound entity : entities) {
      each.add(entity.entityKind().code() + " " + Marked.visible(entity.value()));
    }
    return String.join(", ", each);
  }
}
