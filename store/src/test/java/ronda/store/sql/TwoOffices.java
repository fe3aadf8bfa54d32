package ronda.store.sql;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.casework.review.Jobs;
import ronda.identify.decide.Severity;
import ronda.testkit.contract.FoundPosts;

/** Two offices that nobody has used yet, and two people in the first. */
final class TwoOffices {
  private final InOffice tables;
  private final Office mine = office("Contoh");
  private final Office other = office("Tetangga");
  private final List<UUID> officers = List.of(UUID.randomUUID(), UUID.randomUUID());

  TwoOffices(DataSource source) {
    tables = new InOffice(source);
    SqlOffices offices = new SqlOffices(tables);
    offices.put(mine);
    offices.put(other);
    officers.forEach(id -> offices.put(officer(id)));
  }

  private static Office office(String name) {
    return new Office(
        UUID.randomUUID(), name, Office.Kind.COMMUNICATIONS_OFFICE, new Region("32.71"));
  }

  private Officer officer(UUID id) {
    return new Officer(
        id,
        mine.id(),
        "Ani Contoh",
        id + "@contoh.invalid",
        Set.of(Role.REVIEWER),
        Region.UNKNOWN,
        true);
  }

  InOffice tables() {
    return tables;
  }

  UUID mine() {
    return mine.id();
  }

  UUID other() {
    return other.id();
  }

  List<UUID> officers() {
    return officers;
  }

  /** The first of the two people. */
  Officer reviewer() {
    return officer(officers.getFirst());
  }

  /** A job of ours that just began with a post. */
  UUID begunJob() {
    long number = FoundPosts.fresh();
    FoundPost post = FoundPosts.post(number, "Main " + number, "akun", FoundPosts.NINE);
    tables.run(
        mine(),
        jdbc ->
            new SqlJobs(jdbc)
                .begin(
                    List.of(Jobs.Beginning.of(FoundPosts.job(number, post, Severity.HIGH), post))));
    return FoundPosts.id(number);
  }
}
