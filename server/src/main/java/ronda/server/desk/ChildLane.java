package ronda.server.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.Desk;
import ronda.casework.chain.Hash;
import ronda.casework.intake.FoundPost;
import ronda.casework.review.Job;
import ronda.proof.vault.Vault;
import ronda.server.door.Acts;
import ronda.server.door.Caller;
import ronda.store.sql.SqlJobs;
import ronda.store.sql.SqlPoliceLane;

/**
 * Sends suspected material with children to the police lane (dugaan materi anak): hashed, not kept,
 * shown to nobody.
 */
@Component
public final class ChildLane {
  private final Desks desks;
  private final Vault vault;
  private final Acts acts;
  private final JdbcClient database;

  ChildLane(Desks desks, Vault vault, Acts acts, DataSource database) {
    this.desks = desks;
    this.vault = vault;
    this.acts = acts;
    this.database = JdbcClient.create(database);
  }

  /** Writes down a post that was kept without a word, within the change that kept it. */
  void report(UUID kept, FoundPost asItCame, JdbcClient jdbc) {
    var lane = new SqlPoliceLane(jdbc);
    lane.jobOf(kept).ifPresent(job -> add(lane, job, asItCame, "Ronda", "MACHINE"));
  }

  private void add(SqlPoliceLane lane, UUID job, FoundPost found, String actor, String way) {
    UUID id = desks.newId();
    String url = found.post().origin().url();
    byte[] sealed = vault.seal(url.getBytes(StandardCharsets.UTF_8), purpose(id));
    var entry =
        new SqlPoliceLane.Entry(
            id,
            job,
            desks.clock().instant(),
            actor,
            way,
            Hash.of(found.post().text()),
            Hash.of(url));
    lane.add(entry, sealed);
  }

  /** What the sealed address of an entry is sealed for. */
  public static String purpose(UUID entry) {
    return "police-lane:" + entry;
  }

  /**
   * A person says that a job's posts are such material: every word of them goes.
   *
   * @return false if there is no such job for this person
   */
  public boolean says(Caller.Person person, List<UUID> jobs) {
    boolean done =
        desks.change(
            person.office(),
            (desk, jdbc) -> {
              List<Job> mine =
                  jobs.stream()
                      .flatMap(id -> new SqlJobs(jdbc).byId(id).stream())
                      .filter(job -> Desk.isFor(person.officer(), job))
                      .toList();
              mine.forEach(job -> erase(person, job.id(), jdbc));
              return !mine.isEmpty() && mine.size() == jobs.size();
            });
    if (done) {
      forget();
    }
    return done;
  }

  private void erase(Caller.Person person, UUID job, JdbcClient jdbc) {
    var lane = new SqlPoliceLane(jdbc);
    List<FoundPost> posts = lane.erase(job);
    posts.forEach(found -> add(lane, job, found, person.officer().name(), "PERSON"));
    acts.write(person, "child-reported", "job:" + job, Map.of("posts", posts.size()));
  }

  /**
   * PostgreSQL keeps a row's old words in its file until the row's place is cleaned: so clean it
   * now. Outside any transaction, as VACUUM asks.
   */
  private void forget() {
    for (String table : List.of("found_posts", "post_traits", "jobs", "evidence_parts")) {
      database.sql("VACUUM " + table).update();
    }
  }
}
