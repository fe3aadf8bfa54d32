package ronda.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ronda.casework.authority.AuthorityChanges;
import ronda.casework.authority.AuthorityChanges.Answer;
import ronda.casework.authority.AuthorityChanges.Refusal;
import ronda.casework.authority.Row;
import ronda.casework.authority.RowVersion;
import ronda.casework.authority.RowVersions;
import ronda.casework.authority.RowWords;
import ronda.casework.authority.ShippedRows;
import ronda.casework.chain.Link;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.office.Role;

/** What every {@link RowVersions} must do, and how a table changes. */
public abstract class RowVersionsContract {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final Row OLD = row("contoh.satu", "dasar lama");
  private static final Row NEW = row("contoh.satu", "dasar baru");
  private static final Row OTHER = row("contoh.dua", "dasar lain");

  /** Works on the table in one change. */
  protected abstract <T> T with(Function<RowVersions, T> work);

  /** The ids of two people whom the store knows. */
  protected abstract List<UUID> officers();

  @Test
  protected void the_shipped_rows_hold_at_once_and_are_brought_once() {
    assertThat(bring(ShippedRows.all())).isEqualTo(ShippedRows.all().size());
    assertThat(inForce()).isEqualTo(ShippedRows.all());
    assertThat(bring(ShippedRows.all())).isZero();
    assertThat(waiting()).isEmpty();
  }

  @Test
  void a_shipped_row_that_changed_waits_for_a_person() {
    bring(List.of(OLD, OTHER));
    bring(List.of(NEW, OTHER));
    assertThat(inForce()).containsExactly(OLD, OTHER);
    assertThat(bring(List.of(NEW, OTHER))).as("it waits already").isZero();
    decide(ani(), waiting().getFirst().id(), true, "sudah dibaca");
    assertThat(inForce()).containsExactly(NEW, OTHER);
  }

  @Test
  void a_proposal_holds_when_a_second_person_approves_it() {
    bring(List.of(OLD, OTHER));
    RowVersion proposed = done(propose(ani(), NEW, false, "pasal berubah"));
    assertThat(inForce()).containsExactly(OLD, OTHER);
    assertThat(refused(decide(ani(), proposed.id(), true, "setuju")))
        .isEqualTo(Refusal.SAME_PERSON);
    assertThat(done(decide(budi(), proposed.id(), true, "setuju")).isApproved()).isTrue();
    assertThat(inForce()).containsExactly(NEW, OTHER);
    assertThat(refused(decide(budi(), proposed.id(), false, "berubah pikiran")))
        .isEqualTo(Refusal.DECIDED);
  }

  @Test
  void what_was_stays_readable() {
    bring(List.of(OLD));
    RowVersion proposed = done(propose(ani(), NEW, false, "pasal berubah"));
    RowVersion decided = done(decide(budi(), proposed.id(), true, "setuju"));
    List<RowVersion> history = with(versions -> versions.history(OLD.id()));
    assertThat(history).extracting(RowVersion::row).containsExactly(NEW, OLD);
    assertThat(history.getFirst()).isEqualTo(decided);
    assertThat(history.getLast().by()).isEqualTo(Link.RONDA);
  }

  @Test
  void what_a_second_person_rejects_does_not_hold() {
    bring(List.of(OLD));
    RowVersion proposed = done(propose(ani(), NEW, false, "pasal berubah"));
    decide(budi(), proposed.id(), false, "sumbernya bukan undang-undang");
    assertThat(inForce()).containsExactly(OLD);
    assertThat(waiting()).isEmpty();
  }

  @Test
  void a_row_can_be_struck_out_and_brought_back() {
    bring(List.of(OLD, OTHER));
    decide(budi(), done(propose(ani(), OLD, true, "dicabut")).id(), true, "benar");
    assertThat(inForce()).containsExactly(OTHER);
    assertThat(bring(List.of(OLD, OTHER))).as("Ronda does not bring it back").isZero();
    decide(budi(), done(propose(ani(), OLD, false, "keliru dicabut")).id(), true, "benar");
    assertThat(inForce()).containsExactly(OLD, OTHER);
  }

  @Test
  void a_proposal_needs_a_reason_a_change_and_no_other_before_it() {
    bring(List.of(OLD));
    assertThat(refused(propose(ani(), NEW, false, " "))).isEqualTo(Refusal.NO_REASON);
    assertThat(refused(propose(ani(), OLD, false, "sama"))).isEqualTo(Refusal.NOTHING_CHANGED);
    Row law =
        RowWords.row(
            Map.of(
                "id",
                OLD.id(),
                "category",
                "scam",
                "from",
                "2020-01-01",
                "basis",
                "x",
                "check",
                "unread"));
    assertThat(refused(propose(ani(), law, false, "lain"))).isEqualTo(Refusal.OTHER_KIND);
    RowVersion first = done(propose(ani(), NEW, false, "pasal berubah"));
    assertThat(refused(propose(budi(), NEW, false, "saya juga"))).isEqualTo(Refusal.ANOTHER_WAITS);
    assertThat(refused(decide(budi(), first.id(), true, ""))).isEqualTo(Refusal.NO_REASON);
    assertThat(refused(decide(budi(), new UUID(0, 404), true, "setuju")))
        .isEqualTo(Refusal.NO_SUCH_VERSION);
  }

  @Test
  void a_number_is_taken_once() {
    RowVersion first = version(OLD);
    with(
        versions -> {
          versions.add(first);
          return true;
        });
    assertThatThrownBy(
            () ->
                with(
                    versions -> {
                      versions.add(version(NEW));
                      return true;
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("contoh.satu has a version 1");
  }

  private static RowVersion version(Row row) {
    return new RowVersion(
        UUID.randomUUID(),
        row,
        1,
        false,
        Optional.empty(),
        "Ronda",
        NOW,
        "bawaan",
        Optional.empty());
  }

  private int bring(List<Row> rows) {
    return with(versions -> changes(versions).bring(rows, NOW));
  }

  private List<Row> inForce() {
    return with(RowVersions::inForce);
  }

  private List<RowVersion> waiting() {
    return with(RowVersions::waiting);
  }

  private Answer propose(Officer officer, Row row, boolean struck, String why) {
    return with(versions -> changes(versions).propose(officer, row, struck, why, NOW));
  }

  private Answer decide(Officer officer, UUID id, boolean approved, String why) {
    return with(versions -> changes(versions).decide(officer, id, approved, why, NOW));
  }

  private static AuthorityChanges changes(RowVersions versions) {
    return new AuthorityChanges(versions, entry -> {}, UUID::randomUUID);
  }

  private static RowVersion done(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done) answer).version();
  }

  private static Refusal refused(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) answer).reason();
  }

  private Officer ani() {
    return officer(officers().get(0), "Ani Contoh");
  }

  private Officer budi() {
    return officer(officers().get(1), "Budi Contoh");
  }

  private static Officer officer(UUID id, String name) {
    return new Officer(
        id,
        new UUID(0, 0),
        name,
        id + "@contoh.invalid",
        Set.of(Role.ADMINISTRATOR),
        Region.UNKNOWN,
        false);
  }

  private static Row row(String id, String basis) {
    return RowWords.row(
        Map.of(
            "id",
            id,
            "act",
            "observe",
            "by",
            "citizen",
            "says",
            "allowed",
            "from",
            "2020-01-01",
            "basis",
            basis,
            "check",
            "unread"));
  }
}
