package ronda.server.objection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import ronda.casework.objection.Objection;
import ronda.casework.office.Office;
import ronda.casework.office.Offices;
import ronda.paper.print.Piece;
import ronda.paper.print.Print;
import ronda.paper.print.Sheet;
import ronda.server.page.LocalTimes;

/**
 * The answer to an objection as a letter (surat jawaban): it says nothing of what the case holds.
 */
@Component
final class AnswerLetter {
  private final Offices offices;
  private final MessageSource messages;
  private final LocalTimes times;

  AnswerLetter(Offices offices, MessageSource messages, LocalTimes times) {
    this.offices = offices;
    this.messages = messages;
    this.times = times;
  }

  /** The letter as PDF, in the reader's language. */
  byte[] pdf(Hearing.Told.Decided decided) {
    Locale language = LocaleContextHolder.getLocale();
    Objection objection = decided.objection();
    String name = offices.byId(decided.office()).map(Office::name).orElse("");
    Objection.Decision decision = objection.decision().orElseThrow();
    List<Piece> pieces = new ArrayList<>();
    pieces.add(Piece.heading(1, say("objection.letter.title", language)));
    pieces.add(Piece.paragraph(name));
    pieces.add(
        Piece.paragraph(
            say(
                "objection.letter.about",
                language,
                objection.receipt(),
                times.day(objection.at()),
                times.day(decision.at()))));
    pieces.add(
        Piece.paragraph(
            say(
                decision.upheld() ? "objection.answer.upheld" : "objection.answer.dismissed",
                language)));
    if (decision.upheld()) {
      String last = decided.reached().lastLeft().map(times::day).orElse("");
      String reached = "objection.answer.reached." + decided.reached().code();
      pieces.add(Piece.paragraph(say(reached, language, last)));
    }
    pieces.add(Piece.heading(2, say("objection.answer.reason", language)));
    decision.reason().lines().map(Piece::paragraph).forEach(pieces::add);
    pieces.add(Piece.paragraph(say("objection.letter.other", language)));
    pieces.add(Piece.paragraph(say("objection.letter.next", language)));
    return Print.pdf(
        new Sheet(
            say("objection.letter.title", language),
            name,
            language,
            objection.receipt(),
            decision.at(),
            pieces));
  }

  private String say(String key, Locale language, Object... words) {
    return messages.getMessage(key, words, language);
  }
}
