package ronda.server.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ronda.casework.cases.CaseFile;
import ronda.casework.chain.Link;
import ronda.paper.print.Piece;
import ronda.paper.print.Print;
import ronda.paper.print.Sheet;
import ronda.proof.bundle.Bundle;
import ronda.proof.bundle.Bundles;
import ronda.server.page.LocalTimes;

/**
 * The bundle for people, to print: which items there are, with their hashes, the case's history and
 * who touched what. In Indonesian, as it lies in a file at an office; no word of a post is on it.
 */
@Component
class CaseSheet {
  private static final Locale LANGUAGE = Locale.of("id");

  private final MessageSource messages;
  private final LocalTimes times;

  CaseSheet(MessageSource messages, LocalTimes times) {
    this.messages = messages;
    this.times = times;
  }

  /** The sheet as PDF, the same bytes for the same bundle. */
  byte[] pdf(CaseFile file, String office, String by, Instant now, Bundle bundle) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(Piece.heading(1, say("evidence.sheet.title", file.number())));
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(say("evidence.sheet.office"), office);
    facts.put(say("job.suspected"), say("category." + file.category().code()));
    facts.put(say("evidence.sheet.made"), times.minute(now) + ", " + by);
    pieces.add(Piece.facts(facts));
    pieces.add(Piece.paragraph(say("evidence.sheet.suspicion")));
    pieces.add(Piece.heading(2, say("evidence.title")));
    for (int place = 0; place < bundle.items().size(); place++) {
      Bundle.Kept kept = bundle.items().get(place);
      String kind = say("evidence.kind." + kept.item().kind().code());
      pieces.add(Piece.heading(3, kept.name()));
      pieces.add(Piece.paragraph(say("evidence.sheet.lies", kind, Bundles.folder(place))));
      pieces.add(Piece.code(kept.item().hash().hex()));
      pieces.add(
          Piece.points(
              kept.item().parts().stream()
                  .map(
                      part ->
                          part.name()
                              + (kept.parts().containsKey(part.name())
                                  ? ""
                                  : " (" + say("evidence.sheet.withheld") + ")")
                              + ": "
                              + part.sha256().hex())
                  .toList()));
    }
    pieces.add(Piece.heading(2, say("case.history")));
    pieces.add(Piece.numbered(bundle.chain().stream().map(link -> told("step.", link)).toList()));
    pieces.add(Piece.heading(2, say("evidence.touches")));
    pieces.add(
        Piece.numbered(
            bundle.custody().stream()
                .map(link -> told("evidence.act.", link) + ": " + TouchLine.of(link).why())
                .toList()));
    pieces.add(Piece.paragraph(say("evidence.sheet.verify")));
    return Print.pdf(
        new Sheet(
            say("evidence.sheet.title", file.number()),
            office,
            LANGUAGE,
            file.number(),
            now,
            pieces));
  }

  private String told(String words, Link link) {
    return say(words + link.act()) + ", " + times.minute(link.at()) + ", " + link.actor();
  }

  private String say(String key, Object... words) {
    return messages.getMessage(key, words, LANGUAGE);
  }
}
