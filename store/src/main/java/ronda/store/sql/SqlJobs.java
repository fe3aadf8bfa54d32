package ronda.store.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.chain.Hash;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.RecentJobs;
import ronda.casework.intake.Trait;
import ronda.casework.review.Filter;
import ronda.casework.review.Hold;
import ronda.casework.review.Job;
import ronda.casework.review.Jobs;
import ronda.casework.review.Judgement;
import ronda.casework.review.QueuePage;
import ronda.identify.post.Category;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Review jobs in PostgreSQL, within one transaction of one office ({@link InOffice}). */
public final class SqlJobs implements Jobs {
  /** Stands after every id in PostgreSQL's order. */
  private static final UUID NEWER_THAN_ALL = new UUID(-1, -1);

  private final JdbcClient jdbc;
  private final SqlFoundPosts posts;
  private final SqlQueue queue;

  public SqlJobs(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.posts = new SqlFoundPosts(jdbc);
    this.queue = new SqlQueue(jdbc);
  }

  @Override
  public Set<Hash> known(Set<Hash> prints) {
    return posts.known(prints);
  }

  @Override
  public Optional<UUID> holding(Hash print) {
    return posts.holding(print);
  }

  @Override
  public void begin(List<Beginning> beginnings) {
    if (beginnings.isEmpty()) {
      return;
    }
    ArrayNode rows = JsonMapper.shared().createArrayNode();
    beginnings.forEach(beginning -> JobRows.begun(beginning, rows.addObject()));
    jdbc.sql(
            """
            INSERT INTO jobs (id, category, stance, severity, score, region, excerpt, platform,
              posts, accounts, first_seen, last_seen, due_at, weight, needs_two, standing, likeness,
              suspected)
            SELECT id, category, stance, severity, score, region, excerpt, platform,
              posts, accounts, %s, %s, %s, weight, needs_two, standing, likeness, suspected
            FROM jsonb_to_recordset(:rows::jsonb) AS rows (id uuid, category text, stance text,
              severity integer, score float8, region text, excerpt text, platform text,
              posts integer, accounts integer, first_seen bigint, last_seen bigint, due_at bigint,
              weight float8, needs_two boolean, standing text, likeness text, suspected text[])
            """
                .formatted(
                    Times.moment("first_seen"), Times.moment("last_seen"), Times.moment("due_at")))
        .param("rows", rows.toString())
        .update();
    posts.add(
        beginnings.stream().map(one -> new Joined(one.job().id(), one.post(), "first")).toList());
  }

  @Override
  public void join(List<Joined> joined) {
    Map<UUID, List<Joined>> byJob =
        joined.stream()
            .collect(Collectors.groupingBy(Joined::job, TreeMap::new, Collectors.toList()));
    if (byJob.isEmpty()) {
      return;
    }
    List<Job> before =
        jobs(
            "SELECT * FROM jobs WHERE id IN (:ids) ORDER BY id FOR UPDATE",
            Map.of("ids", byJob.keySet()));
    if (before.size() < byJob.size()) {
      throw new IllegalArgumentException("not all of these jobs are there: " + byJob.keySet());
    }
    if (before.stream().anyMatch(Job::isForgotten)) {
      // Whoever asked saw them before the round did. What joined would never be forgotten.
      throw new CannotAcquireLockException("a job was forgotten while posts came for it");
    }
    Map<UUID, Integer> accounts = posts.newAccounts(joined);
    posts.add(joined);
    ArrayNode rows = JsonMapper.shared().createArrayNode();
    for (Job job : before) {
      List<FoundPost> more =
          byJob.getOrDefault(job.id(), List.of()).stream().map(Joined::post).toList();
      JobRows.grown(job.grown(more, accounts.getOrDefault(job.id(), 0)), rows.addObject());
    }
    jdbc.sql(
            """
            UPDATE jobs SET posts = rows.posts, accounts = rows.accounts, first_seen = %s,
              last_seen = %s, due_at = %s, weight = rows.weight, needs_two = rows.needs_two,
              standing = rows.standing, suspected = rows.suspected
            FROM jsonb_to_recordset(:rows::jsonb) AS rows (id uuid, posts integer,
              accounts integer, first_seen bigint, last_seen bigint, due_at bigint, weight float8,
              needs_two boolean, standing text, suspected text[])
            WHERE jobs.id = rows.id
            """
                .formatted(
                    Times.moment("rows.first_seen"),
                    Times.moment("rows.last_seen"),
                    Times.moment("rows.due_at")))
        .param("rows", rows.toString())
        .update();
  }

  @Override
  public Optional<Job> byId(UUID id) {
    List<Job> found = jobs("SELECT * FROM jobs WHERE id = :id FOR UPDATE", Map.of("id", id));
    return found.stream().findFirst();
  }

  @Override
  public void put(Job job, Instant now) {
    jdbc.sql(
            """
            UPDATE jobs SET held_by = :by, held_until = :until, standing = :standing,
              needs_two = :two, told = :told
            WHERE id = :id
            """)
        .param("by", job.hold().map(Hold::officer).orElse(null))
        .param("until", Times.at(job.hold().map(Hold::until)))
        .param("standing", job.standing().name())
        .param("two", job.needsTwo())
        .param("told", job.told().toArray(UUID[]::new))
        .param("id", job.id())
        .update();
    new SqlJudgements(jdbc).put(job, now);
  }

  @Override
  public QueuePage queue(Filter filter, Instant now, Optional<QueuePage.Place> place, int limit) {
    List<QueuePage.Place> places = queue.places(filter, now, place, limit + 1);
    List<QueuePage.Place> shown = places.stream().limit(limit).toList();
    return new QueuePage(
        inOrder(shown.stream().map(QueuePage.Place::job).toList()),
        places.size() > limit ? Optional.of(shown.getLast()) : Optional.empty(),
        // Where one page holds them all, they are counted.
        place.isEmpty() && places.size() <= limit ? places.size() : count(filter, now));
  }

  /** These jobs of this office, in this order, as far as they are there. */
  public List<Job> inOrder(List<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, Job> found =
        jobs("SELECT * FROM jobs WHERE id IN (:ids)", Map.of("ids", ids)).stream()
            .collect(Collectors.toMap(Job::id, job -> job));
    return ids.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList();
  }

  @Override
  public long count(Filter filter, Instant now) {
    FreshPlan.eachTime(jdbc);
    return jdbc.sql(
            "SELECT count(*) FROM (SELECT FROM jobs WHERE %s LIMIT :most) AS passing"
                .formatted(FilterSql.where(filter)))
        .params(FilterSql.params(filter, now))
        .param("most", MOST_COUNTED)
        .query(Long.class)
        .single();
  }

  @Override
  public List<FoundPost> postsOf(UUID job, int limit) {
    return posts.ofJob(job, limit);
  }

  @Override
  public List<Job> with(Trait trait, int limit) {
    return jobs(
        """
        SELECT * FROM jobs
        WHERE id IN (SELECT job_id FROM post_traits WHERE kind = :kind AND value = :value)
        ORDER BY last_seen DESC, id LIMIT :limit
        """,
        Map.of("kind", trait.kind(), "value", trait.value(), "limit", limit));
  }

  /** What is written next in this transaction came in with this batch. */
  public void cameWith(UUID batch) {
    jdbc.sql("SELECT set_config('ronda.batch', :batch, true)")
        .param("batch", batch.toString())
        .query()
        .singleRow();
  }

  /**
   * The jobs with a post that came in with this batch, the newest first.
   *
   * @param after only those older than this one; empty for all
   */
  public List<Job> ofBatch(UUID batch, Optional<UUID> after, int limit) {
    return jobs(
        """
        SELECT * FROM jobs WHERE forgotten_at IS NULL AND id < :after
          AND id IN (SELECT job_id FROM found_posts WHERE batch = :batch)
        ORDER BY id DESC LIMIT :limit
        """,
        Map.of("batch", batch, "after", after.orElse(NEWER_THAN_ALL), "limit", limit));
  }

  /** The jobs that were put into a case, the oldest first. */
  public List<Job> ofCase(UUID file) {
    return jobs(
        """
        SELECT jobs.* FROM jobs JOIN case_jobs ON job_id = jobs.id WHERE case_id = :file
        ORDER BY jobs.id
        """,
        Map.of("file", file));
  }

  /** The same of many cases at once; a case without a job has none here. */
  public Map<UUID, List<Job>> ofCases(Collection<UUID> files) {
    if (files.isEmpty()) {
      return Map.of();
    }
    record Place(UUID file, UUID job) {}
    List<Place> places =
        jdbc.sql("SELECT case_id, job_id FROM case_jobs WHERE case_id IN (:files) ORDER BY job_id")
            .param("files", files)
            .query(
                (row, n) ->
                    new Place(
                        row.getObject("case_id", UUID.class), row.getObject("job_id", UUID.class)))
            .list();
    Map<UUID, Job> jobs =
        inOrder(places.stream().map(Place::job).distinct().toList()).stream()
            .collect(Collectors.toMap(Job::id, job -> job));
    Map<UUID, List<Job>> ofCases = new HashMap<>();
    for (Place place : places) {
      Job job = jobs.get(place.job());
      if (job != null) {
        ofCases.computeIfAbsent(place.file(), file -> new ArrayList<>()).add(job);
      }
    }
    return ofCases;
  }

  @Override
  public List<Job> duplicatesOf(UUID original) {
    return jobs(
            """
            SELECT * FROM jobs
            WHERE standing = 'DUPLICATE' AND forgotten_at IS NULL AND id IN (
              SELECT job_id FROM judgements WHERE original = :original AND undone_at IS NULL)
            ORDER BY id FOR UPDATE
            """,
            Map.of("original", original))
        .stream()
        .filter(job -> job.isDuplicateOf(original))
        .toList();
  }

  @Override
  public List<Job> judgedBy(UUID officer, Instant since) {
    return jobs(
        """
        SELECT jobs.* FROM jobs JOIN (
          SELECT DISTINCT ON (job_id) job_id, officer, at, overrules FROM judgements
          WHERE %s AND undone_at IS NULL AND at >= :since ORDER BY job_id, place DESC
        ) AS last ON last.job_id = jobs.id
        WHERE last.officer = :officer AND NOT last.overrules ORDER BY last.at DESC
        """
            .formatted(OwnOffice.ROWS),
        Map.of("officer", officer, "since", Times.at(since)));
  }

  @Override
  public Map<Wanted, List<RecentJobs.Told>> undecidedWith(Set<Wanted> wanted) {
    ArrayNode rows = JsonMapper.shared().createArrayNode();
    wanted.forEach(
        one ->
            rows.addObject()
                .put("kind", one.trait().kind())
                .put("value", one.trait().value())
                .put("category", one.category().name()));
    Map<Wanted, List<RecentJobs.Told>> found = new HashMap<>();
    jdbc.sql(
            """
            SELECT wanted.*, latest.*
            FROM jsonb_to_recordset(:rows::jsonb) AS wanted (kind text, value text, category text)
            CROSS JOIN LATERAL (
              SELECT DISTINCT ON (region) jobs.id, region, likeness, last_seen, standing, needs_two
              FROM post_traits JOIN jobs ON jobs.id = job_id
              WHERE post_traits.%s
                AND kind = wanted.kind AND value = wanted.value
                AND jobs.category = wanted.category
                AND standing IN ('WAITING', 'AWAITS_SECOND', 'DISPUTED')
              ORDER BY region, job_id DESC
            ) AS latest
            """
                .formatted(OwnOffice.ROWS))
        .param("rows", rows.toString())
        .query(
            row -> {
              var wish =
                  new Wanted(
                      new Trait(row.getString("kind"), row.getString("value")),
                      Category.valueOf(row.getString("category")));
              found.computeIfAbsent(wish, none -> new ArrayList<>()).add(JobRows.told(row));
            });
    return found;
  }

  @Override
  public List<RecentJobs.Told> lately(Category category, Instant since) {
    return jdbc.sql(
            """
            SELECT * FROM (SELECT id, region, likeness, last_seen, standing, needs_two FROM jobs
              WHERE %s AND category = :category AND last_seen >= :since AND forgotten_at IS NULL
              ORDER BY last_seen DESC LIMIT :limit) AS seen
            ORDER BY id DESC
            """
                .formatted(OwnOffice.ROWS))
        .param("category", category.name())
        .param("since", Times.at(since))
        .param("limit", MOST_LATELY)
        .query((row, n) -> JobRows.told(row))
        .list();
  }

  private List<Job> jobs(String sql, Map<String, ?> params) {
    List<Job> bare = jdbc.sql(sql).params(params).query((row, n) -> JobRows.job(row)).list();
    Map<UUID, List<Judgement>> said =
        new SqlJudgements(jdbc).of(bare.stream().map(Job::id).toList());
    List<Job> whole = new ArrayList<>(bare.size());
    bare.forEach(job -> whole.add(job.saying(said.getOrDefault(job.id(), List.of()))));
    return whole;
  }

  @Override
  public void forget(List<UUID> jobs, Instant now) {
    jdbc.sql(
            """
            UPDATE jobs SET excerpt = '', likeness = '', held_by = NULL, held_until = NULL,
              forgotten_at = :now
            WHERE id IN (:jobs)
            """)
        .param("now", Times.at(now))
        .param("jobs", jobs)
        .update();
    posts.forget(jobs);
    SqlItems.forgetLooks(jobs, jdbc);
  }
}
