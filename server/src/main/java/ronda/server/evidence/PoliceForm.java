package ronda.server.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ronda.paper.print.Piece;
import ronda.paper.print.Print;
import ronda.paper.print.Sheet;
import ronda.server.page.LocalTimes;
import ronda.store.sql.SqlPoliceLane;

/**
 * The sheet by which suspected material with children is handed to the police: where it was seen,
 * the hashes, and who opened the address. Nothing of the material itself is here to be told.
 */
@Component
class PoliceForm {
  private static final Locale LANGUAGE = Locale.of("id");

  private final MessageSource messages;
  private final LocalTimes times;

  PoliceForm(MessageSource messages, LocalTimes times) {
    this.messages = messages;
    this.times = times;
  }

  /** The sheet as PDF. */
  byte[] pdf(
      SqlPoliceLane.Entry entry, String address, String office, SqlPoliceLane.Opening opening) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(say("lane.form.from"), office);
    facts.put(say("lane.form.to"), opening.to());
    facts.put(say("lane.form.number"), entry.id().toString());
    facts.put(say("lane.at"), times.minute(entry.at()));
    facts.put(say("lane.form.way"), say("lane.way." + entry.way()) + ", " + entry.actor());
    facts.put(say("lane.form.opened"), times.minute(opening.at()) + ", " + opening.by());
    facts.put(say("lane.form.why"), opening.why());
    List<Piece> pieces =
        List.of(
            Piece.heading(1, say("lane.form.title")),
            Piece.facts(facts),
            Piece.paragraph(say("lane.form.suspicion")),
            Piece.heading(2, say("lane.form.address")),
            address.isBlank() ? Piece.paragraph(say("lane.form.no-address")) : Piece.code(address),
            Piece.heading(2, say("lane.url")),
            Piece.code(entry.url().hex()),
            Piece.heading(2, say("lane.text")),
            Piece.code(entry.text().hex()),
            Piece.paragraph(say("lane.form.not-kept")),
            Piece.heading(2, say("lane.form.received")),
            Piece.paragraph(say("lane.form.signature")));
    return Print.pdf(
        new Sheet(
            say("lane.form.title"),
            office,
            LANGUAGE,
            say("lane.form.running", entry.id()),
            opening.at(),
            pieces));
  }

  private String say(String key, Object... words) {
    return messages.getMessage(key, words, LANGUAGE);
  }
}
