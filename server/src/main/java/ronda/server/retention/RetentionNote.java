package ronda.server.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ronda.casework.cases.CaseFile;
import ronda.casework.retention.Fate;
import ronda.casework.retention.LegalHold;
import ronda.casework.retention.Periods;
import ronda.casework.retention.RecordKind;

/**
 * What a page says about how long a job or case is kept.
 *
 * @param key the message that says what becomes of it
 * @param moment that the message names, if it names one
 * @param path where a hold is placed
 * @param holds all that were ever placed, the latest first
 */
public record RetentionNote(
    String key, Optional<Instant> moment, String path, List<LegalHold> holds) {
  static RetentionNote of(Fate fate, String path, List<LegalHold> holds) {
    return switch (fate) {
      case Fate.Forgotten forgotten ->
          new RetentionNote("retention.forgotten", Optional.of(forgotten.at()), path, holds);
      case Fate.OnHold hold ->
          new RetentionNote(
              "retention.on-hold", Optional.of(hold.hold().placed().at()), path, holds);
      case Fate.WhileCaseLasts lasts ->
          new RetentionNote("retention.while-case-lasts", Optional.empty(), path, holds);
      case Fate.Until until ->
          new RetentionNote(
              "retention.until." + until.kind().code(), Optional.of(until.moment()), path, holds);
    };
  }

  static RetentionNote of(CaseFile file, Periods periods, String path, List<LegalHold> holds) {
    Optional<LegalHold> standing = holds.stream().filter(LegalHold::stands).findFirst();
    if (standing.isPresent()) {
      return new RetentionNote(
          "retention.on-hold", Optional.of(standing.get().placed().at()), path, holds);
    }
    return switch (file.status()) {
      case OPEN -> new RetentionNote("retention.case.open", Optional.empty(), path, holds);
      case CLOSED ->
          new RetentionNote(
              "retention.until.closed-cases",
              Optional.of(file.history().getLast().at().plus(periods.of(RecordKind.CLOSED_CASES))),
              path,
              holds);
      case WITHDRAWN ->
          new RetentionNote("retention.case.withdrawn", Optional.empty(), path, holds);
    };
  }

  /** Whether a hold stands: no second one is needed. */
  public boolean isHeld() {
    return holds.stream().anyMatch(LegalHold::stands);
  }
}
