package ronda.casework.authority;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ronda.casework.chain.Body;
import ronda.casework.chain.Link;
import ronda.casework.office.Officer;

/**
 * Changes an office's authority table: one person proposes, another approves. Each method is one
 * change, to be made whole or not at all.
 */
public final class AuthorityChanges {
  private final RowVersions versions;
  private final Consumer<Link.Entry> audit;
  private final Supplier<UUID> ids;

  public AuthorityChanges(RowVersions versions, Consumer<Link.Entry> audit, Supplier<UUID> ids) {
    this.versions = versions;
    this.audit = audit;
    this.ids = ids;
  }

  /** What came of an attempt. */
  public sealed interface Answer {
    record Done(RowVersion version) implements Answer {}

    record Refused(Refusal reason) implements Answer {}
  }

  /** Why a change cannot be made. */
  public enum Refusal {
    /** A change without a reason cannot be judged. */
    NO_REASON,
    /** It says what the table says already. */
    NOTHING_CHANGED,
    /** Another change of the same row waits. */
    ANOTHER_WAITS,
    /** A row stays about acts, or about laws. */
    OTHER_KIND,
    NO_SUCH_VERSION,
    /** Somebody has decided it. */
    DECIDED,
    /** Whoever proposes does not approve. */
    SAME_PERSON
  }

  /**
   * Brings the rows that ship with Ronda: one that the office has never had holds at once; one that
   * differs from what Ronda brought last waits for a person. Answers how many were brought.
   */
  public int bring(List<Row> shipped, Instant now) {
    Map<String, Row> before = new HashMap<>();
    versions.brought().forEach(row -> before.put(row.id(), row));
    int brought = 0;
    for (Row row : shipped) {
      @Nullable Row last = before.get(row.id());
      if (row.equals(last) || last != null && waits(row.id())) {
        continue;
      }
      List<RowVersion> history = versions.history(row.id());
      boolean fresh = history.isEmpty();
      versions.add(
          new RowVersion(
              ids.get(),
              row,
              history.size() + 1,
              false,
              Optional.empty(),
              Link.RONDA,
              now,
              fresh ? "Bawaan Ronda" : "Ronda membawa teks baru",
              fresh
                  ? Optional.of(
                      new RowVersion.Decision(
                          Optional.empty(), Link.RONDA, now, true, "Bawaan Ronda"))
                  : Optional.empty()));
      brought++;
    }
    return brought;
  }

  private boolean waits(String row) {
    return versions.history(row).stream().anyMatch(RowVersion::isWaiting);
  }

  /** {@code officer} proposes a text of a row, new or known; {@code struck} to strike it out. */
  public Answer propose(Officer officer, Row row, boolean struck, String why, Instant now) {
    if (why.isBlank()) {
      return new Answer.Refused(Refusal.NO_REASON);
    }
    List<RowVersion> history = versions.history(row.id());
    if (history.stream().anyMatch(RowVersion::isWaiting)) {
      return new Answer.Refused(Refusal.ANOTHER_WAITS);
    }
    if (!history.isEmpty() && history.getFirst().row().getClass() != row.getClass()) {
      return new Answer.Refused(Refusal.OTHER_KIND);
    }
    boolean same =
        history.stream()
            .filter(RowVersion::isApproved)
            .findFirst()
            .filter(last -> last.row().equals(row) && last.struck() == struck)
            .isPresent();
    if (same) {
      return new Answer.Refused(Refusal.NOTHING_CHANGED);
    }
    RowVersion version =
        new RowVersion(
            ids.get(),
            row,
            history.size() + 1,
            struck,
            Optional.of(officer.id()),
            officer.name(),
            now,
            why.strip(),
            Optional.empty());
    versions.add(version);
    enter(officer, now, "authority-proposed", version, why);
    return new Answer.Done(version);
  }

  /** Another person approves a proposal, or does not. */
  public Answer decide(Officer officer, UUID id, boolean approved, String why, Instant now) {
    Optional<RowVersion> found = versions.byId(id);
    if (found.isEmpty()) {
      return new Answer.Refused(Refusal.NO_SUCH_VERSION);
    }
    RowVersion version = found.get();
    if (!version.isWaiting()) {
      return new Answer.Refused(Refusal.DECIDED);
    }
    if (version.proposer().filter(officer.id()::equals).isPresent()) {
      return new Answer.Refused(Refusal.SAME_PERSON);
    }
    if (why.isBlank()) {
      return new Answer.Refused(Refusal.NO_REASON);
    }
    RowVersion decided =
        version.decided(
            new RowVersion.Decision(
                Optional.of(officer.id()), officer.name(), now, approved, why.strip()));
    versions.decide(decided);
    enter(officer, now, approved ? "authority-approved" : "authority-rejected", decided, why);
    return new Answer.Done(decided);
  }

  private void enter(Officer officer, Instant now, String act, RowVersion version, String why) {
    audit.accept(
        new Link.Entry(
            now,
            officer.signature(),
            act,
            "authority:" + version.row().id(),
            Body.of(Map.of("version", String.valueOf(version.number()), "why", why.strip()))));
  }
}
