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
import ronda.casework.chain.Link;
import ronda.casework.intake.FoundPost;
import ronda.casework.review.Job;
import ronda.proof.vault.Vault;
import ronda.server.door.Acts;
import ronda.server.door.Caller;
import ronda.store.sql.SqlGolden;
import ronda.store.sql.SqlJobs;
import ronda.store.sql.SqlPoliceLane;

/**
 * Sends suspected material with children to the police lane (dugaan materi anak): hashed, not kept,
 * shown to nobody.
 */
@Component
public final class ChildLane {
  /** Tables of which rows lose their words. */
  private static final List<String> ERASED =
      List.of(
          "found_posts",
          "post_traits",
          "jobs",
          "evidence_parts",
          "picture_looks",
          "evidence_bundles",
          "evidence_captures",
          "letters",
          "outbox",
          "replies");

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
    lane.jobOf(kept)
        .ifPresent(
            job ->
                add(
                    lane,
                    job,
                    asItCame.post().text(),
                    asItCame.post().origin().url(),
                    Link.RONDA,
                    "MACHINE"));
  }

  /**
   * Writes down a page that was captured for a case and not kept, within that change.
   *
   * @param job one of the case's jobs
   */
  public void reportPage(UUID job, String text, String url, JdbcClient jdbc) {
    add(new SqlPoliceLane(jdbc), job, text, url, Link.RONDA, "MACHINE");
  }

  private void add(
      SqlPoliceLane lane, UUID job, String text, String url, String actor, String way) {
    UUID id = desks.newId();
    byte[] sealed = vault.seal(url.getBytes(StandardCharsets.UTF_8), purpose(id));
    var entry =
        new SqlPoliceLane.Entry(
            id, job, desks.clock().instant(), actor, way, Hash.of(text), Hash.of(url));
    lane.add(entry, sealed);
  }

  /** The address of an entry, for the police form alone: that it is opened is entered before. */
  public String address(UUID entry, byte[] sealed) {
    return new String(vault.open(sealed, purpose(entry)), StandardCharsets.UTF_8);
  }

  /** What the sealed address of an entry is sealed for. */
  public static String purpose(UUID entry) {
    return "police-lane:" + entry;
  }

  /**
   * A person says that jobs' posts are such material: every word of them goes. Whoever sees one job
   * of a case reports all of it: what they may not see must not stay for that.
   *
   * @return false if there is no such job for this person, and nothing was done
   */
  public boolean says(Caller.Person person, List<UUID> jobs) {
    boolean done =
        desks.change(
            person.office(),
            (desk, jdbc) -> {
              List<Job> all =
                  jobs.stream().flatMap(id -> new SqlJobs(jdbc).byId(id).stream()).toList();
              boolean seen = all.stream().anyMatch(job -> Desk.isFor(person.officer(), job));
              if (seen) {
                all.forEach(job -> erase(person, job.id(), jdbc));
              }
              return seen;
            });
    if (done) {
      forget();
    }
    return done;
  }

  private void erase(Caller.Person person, UUID job, JdbcClient jdbc) {
    var lane = new SqlPoliceLane(jdbc);
    List<FoundPost> posts = lane.erase(job);
    new SqlGolden(jdbc).without(List.of(job), desks.clock().instant());
    String who = person.officer().name();
    posts.forEach(
        found -> add(lane, job, found.post().text(), found.post().origin().url(), who, "PERSON"));
    acts.write(person, "child-reported", "job:" + job, Map.of("posts", posts.size()));
  }

  /**
   * PostgreSQL keeps a row's old words in its file until the row's place is cleaned: so clean it
   * now. Outside any transaction, as VACUUM asks.
   */
  private void forget() {
    for (String table : ERASED) {
      database.sql("VACUUM " + table).update();
    }
  }
}
