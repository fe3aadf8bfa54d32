package ronda.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.store.login.SignInLinks;
import ronda.store.postgres.Database;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlOffices;

/**
 * A desk's database after years without enough people: a million jobs that wait, each with its
 * post, of all ages up to four weeks and all degrees, from several places and platforms, a few of
 * them rare. And the people who work there.
 */
final class ManyJobs implements AutoCloseable {
  static final int JOBS = 1_000_000;

  /** Where one job in two thousand comes from. */
  static final String RARE_REGION = "32.71.04";

  /** Where one job in fifty thousand was posted. */
  static final String RAREST_PLATFORM = "papan";

  /** Where one in two thousand was. */
  static final String RARE_PLATFORM = "kabar";

  /** What one in four thousand is suspected of. */
  static final String RARE_CATEGORY = "scam";

  /**
   * One post of the sample for each of five categories. The million look like these five; a hash of
   * their number, and not its remainder, says where they are from, so that nothing goes together by
   * chance but what does in life: gambling is never urgent.
   */
  private static final String TEMPLATES =
      """
      CREATE TEMP TABLE templates AS
      SELECT DISTINCT ON (j.category) j.category, j.stance, j.suspected, j.office_id, p.text, p.links,
        p.images, p.findings, p.entities, p.plain
      FROM jobs j JOIN found_posts p ON p.job_id = j.id
      WHERE j.category IN ('GAMBLING', 'ILLEGAL_LENDING', 'ILLEGAL_TRADE', 'PROSTITUTION', 'SCAM')
        AND cardinality(j.suspected) = 1 AND p.text <> '' ORDER BY j.category, p.id
      """;

  private static final String MANY =
      """
      CREATE TEMP TABLE many AS
      SELECT n, uuidv7(-n * interval '2.4 s') AS id, uuidv7(-n * interval '2.4 s') AS post,
        now() - n * interval '2.4 s' AS seen, 1 + (d %% 40) AS posts, 1 + (d / 64 %% 12) AS accounts,
        CASE t.category WHEN 'GAMBLING' THEN c %% 2 ELSE c %% 4 END AS severity,
        CASE WHEN a %% 2000 = 7 THEN '%s' WHEN a %% 1000 = 3 THEN ''
          WHEN a %% 10 < 6 THEN '32.71.0' || 1 + a %% 3 ELSE '32.71' END AS region,
        CASE WHEN b %% 50000 = 11 THEN '%s' WHEN b %% 2000 = 13 THEN '%s'
          ELSE (ARRAY['video', 'video', 'foto', 'forum', 'obrolan'])[1 + b %% 5] END AS platform,
        t.*
      FROM (SELECT n, hashint4(n) & 1048575 AS a, hashint4(n + 7000000) & 1048575 AS b,
          hashint4(n + 17000000) & 1048575 AS c, hashint4(n + 27000000) & 1048575 AS d
        FROM generate_series(1, %d) AS n) AS numbers
      JOIN templates t ON t.category = CASE WHEN c / 4 %% 4000 = 17 THEN 'SCAM'
        ELSE (ARRAY['GAMBLING', 'GAMBLING', 'ILLEGAL_LENDING', 'ILLEGAL_TRADE', 'PROSTITUTION'])
          [1 + c / 4 %% 5] END
      """
          .formatted(RARE_REGION, RAREST_PLATFORM, RARE_PLATFORM, JOBS);

  private static final String AS_JOBS =
      """
      INSERT INTO jobs (id, office_id, category, stance, severity, score, region, excerpt,
        platform, posts, accounts, first_seen, last_seen, due_at, weight, needs_two, standing,
        likeness, suspected)
      SELECT id, office_id, category, stance, severity, 0.5 + (n % 50) / 100.0, region,
        left(text, 200) || ' ' || n, platform, posts, accounts, seen, seen,
        seen + CASE severity WHEN 3 THEN interval '4 h' WHEN 2 THEN interval '24 h'
          ELSE interval '72 h' END,
        (1 << severity) * (1 + ln(posts) / ln(2) + ln(accounts) / ln(2)),
        n % 20 = 9, 'WAITING', 'bench' || n, suspected FROM many
      """;

  private static final String AS_POSTS =
      """
      INSERT INTO found_posts (id, office_id, job_id, join_reason, print, post_id, text, author,
        platform, url, region, links, images, received_at, findings, entities, plain)
      SELECT post, office_id, id, 'first', encode(sha256(('bench' || n)::bytea), 'hex'),
        'many' || n, text || ' ' || n, 'many' || n, platform, '', region, links, images, seen,
        findings, entities, plain FROM many
      """;

  private static final String TRAITS =
      """
      INSERT INTO post_traits (office_id, post, job_id, kind, value)
      SELECT office_id, post, id, 'account', platform || '/many' || n FROM many
      """;

  private final Database database;

  ManyJobs(Path home) {
    database = Database.openOrJoin(home, System.getenv());
  }

  void fill() throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT set_config('ronda.everything', 'yes', true)");
      for (String step : List.of(TEMPLATES, MANY, AS_JOBS, AS_POSTS, TRAITS)) {
        statement.execute(step);
      }
      statement.execute("DROP TABLE many, templates");
      connection.commit();
      connection.setAutoCommit(true);
      // As autovacuum does it within a minute or two, on a desk that was not filled in one go.
      statement.execute("VACUUM ANALYZE jobs");
      statement.execute("VACUUM ANALYZE found_posts");
    }
  }

  /** So many reviewers of the first office, each by a link that signs in once. */
  List<String> links(int people) {
    InOffice tables = new InOffice(database.source());
    SqlOffices offices = new SqlOffices(tables);
    Office office = offices.all().getFirst();
    List<String> links = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      UUID id = UUID.randomUUID();
      offices.put(
          new Officer(
              id,
              office.id(),
              "Peninjau Ukur " + i,
              id + "@contoh.invalid",
              Set.of(Role.REVIEWER),
              office.region(),
              false));
      links.add(
          "/sign-in/link/"
              + new SignInLinks(tables).make(id, SignInLinks.Purpose.START, Instant.now()).text());
    }
    return links;
  }

  @Override
  public void close() {
    database.close();
  }
}
