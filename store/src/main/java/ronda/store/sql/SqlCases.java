package ronda.store.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Cases;
import ronda.casework.cases.Step;
import ronda.casework.cases.StepWords;
import ronda.casework.chain.Link;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Cases in PostgreSQL, within one transaction of one office ({@link InOffice}). */
public final class SqlCases implements Cases {
  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

  /** Row-level security leaves out the posts of other offices. */
  private static final String HOLDING =
      """
      (:words = '' OR position(lower(:words) IN lower(c.number)) > 0 OR c.id IN (
        SELECT case_id FROM case_jobs JOIN found_posts ON found_posts.job_id = case_jobs.job_id
        WHERE words @@ plainto_tsquery('indonesian', :words)))\
      """;

  private final JdbcClient jdbc;
  private final Sight sight;
  private final String words;

  public SqlCases(JdbcClient jdbc) {
    this(jdbc, Sight.OF_ALL, "");
  }

  private SqlCases(JdbcClient jdbc, Sight sight, String words) {
    this.jdbc = jdbc;
    this.sight = sight;
    this.words = words;
  }

  /** The same, whose list and total leave out what this person may not be shown. */
  public SqlCases seenBy(Officer viewer) {
    return new SqlCases(jdbc, new Sight(Optional.of(viewer)), words);
  }

  /**
   * The same, whose list and total have only those whose number holds this, or a post of which
   * holds these words; all for none.
   */
  public SqlCases holding(String some) {
    return new SqlCases(jdbc, sight, some.strip());
  }

  @Override
  public String nextNumber(int year) {
    int next =
        jdbc.sql(
                """
                INSERT INTO case_numbers (year, last) VALUES (:year, 1)
                ON CONFLICT (office_id, year) DO UPDATE SET last = case_numbers.last + 1
                RETURNING last
                """)
            .param("year", year)
            .query(Integer.class)
            .single();
    return "%d-%06d".formatted(year, next);
  }

  @Override
  public void open(CaseFile file) {
    jdbc.sql(
            """
            INSERT INTO cases (id, number, region, status, last_step)
            VALUES (:id, :number, :region, :status, :at)
            """)
        .param("id", file.id())
        .param("number", file.number())
        .param("region", file.region().code())
        .param("status", file.status().name())
        .param("at", Times.at(file.history().getLast().at()))
        .update();
    addStep(file);
  }

  @Override
  public void add(CaseFile file) {
    jdbc.sql("UPDATE cases SET status = :status, last_step = :at WHERE id = :id")
        .param("status", file.status().name())
        .param("at", Times.at(file.history().getLast().at()))
        .param("id", file.id())
        .update();
    addStep(file);
  }

  private void addStep(CaseFile file) {
    Link.Entry entry = StepWords.lastEntry(file);
    List<Link> before =
        links(
            "SELECT * FROM case_steps WHERE case_id = :id ORDER BY number DESC LIMIT 1", file.id());
    Link link = before.isEmpty() ? Link.first(entry) : before.getFirst().then(entry);
    jdbc.sql(
            """
            INSERT INTO case_steps (case_id, number, at, actor, act, subject, body, before, hash)
            VALUES (:case, :number, :at, :actor, :act, :subject, :body, :before, :hash)
            """)
        .param("case", file.id())
        .params(ChainRows.columns(link))
        .update();
    Step step = file.history().getLast().step();
    step.joins()
        .ifPresent(
            job ->
                jdbc.sql("INSERT INTO case_jobs (job_id, case_id) VALUES (:job, :case)")
                    .param("job", job)
                    .param("case", file.id())
                    .update());
    step.leaves()
        .ifPresent(
            job ->
                jdbc.sql("DELETE FROM case_jobs WHERE job_id = :job AND case_id = :case")
                    .param("job", job)
                    .param("case", file.id())
                    .update());
  }

  @Override
  public Optional<CaseFile> byNumber(String number) {
    return files("SELECT * FROM cases WHERE number = :number FOR UPDATE", Map.of("number", number))
        .stream()
        .findFirst();
  }

  /** The case as it is now, for a look only. */
  public Optional<CaseFile> find(String number) {
    return files("SELECT * FROM cases WHERE number = :number", Map.of("number", number)).stream()
        .findFirst();
  }

  /** The same of many at once, in no order; a number that is none is passed over. */
  public List<CaseFile> numbered(Collection<String> numbers) {
    return numbers.isEmpty()
        ? List.of()
        : files("SELECT * FROM cases WHERE number IN (:numbers)", Map.of("numbers", numbers));
  }

  @Override
  public Optional<CaseFile> byId(UUID id) {
    return files("SELECT * FROM cases WHERE id = :id", Map.of("id", id)).stream().findFirst();
  }

  @Override
  public Optional<CaseFile> ofJob(UUID job) {
    return files(
            """
            SELECT cases.* FROM cases JOIN case_jobs ON case_jobs.case_id = cases.id
            WHERE job_id = :job FOR UPDATE OF cases
            """,
            Map.of("job", job))
        .stream()
        .findFirst();
  }

  @Override
  public void grew(Map<UUID, Integer> copies) {
    if (copies.isEmpty()) {
      return;
    }
    List<UUID> jobs = copies.keySet().stream().sorted().toList();
    jdbc.sql(
            """
            UPDATE case_jobs SET untold = untold + more
            FROM unnest(:jobs, :more) AS grown (job, more) WHERE job_id = job
            """)
        .param("jobs", jobs.toArray(UUID[]::new))
        .param(
            "more", jobs.stream().map(job -> copies.getOrDefault(job, 0)).toArray(Integer[]::new))
        .update();
  }

  @Override
  public int untold(UUID file) {
    return jdbc.sql("SELECT coalesce(sum(untold), 0) FROM case_jobs WHERE case_id = :file")
        .param("file", file)
        .query(Integer.class)
        .single();
  }

  @Override
  public int takeUntold(UUID file) {
    return jdbc.sql(
            """
            WITH grown AS (SELECT job_id, untold FROM case_jobs
                WHERE case_id = :file AND untold > 0 ORDER BY job_id FOR UPDATE),
              told AS (UPDATE case_jobs c SET untold = 0 FROM grown WHERE c.job_id = grown.job_id
                RETURNING grown.untold)
            SELECT coalesce(sum(untold), 0) FROM told
            """)
        .param("file", file)
        .query(Integer.class)
        .single();
  }

  @Override
  public List<UUID> grown(int limit) {
    return jdbc.sql("SELECT DISTINCT case_id FROM case_jobs WHERE untold > 0 LIMIT :limit")
        .param("limit", limit)
        .query((row, n) -> row.getObject("case_id", UUID.class))
        .list();
  }

  @Override
  public List<CaseFile> unreferred(int from, int limit) {
    return files(
        """
        SELECT * FROM cases c WHERE status = 'CLOSED' AND %s AND NOT EXISTS (
          SELECT FROM case_steps s WHERE s.case_id = c.id AND s.act = 'referral-sent')
        ORDER BY last_step DESC, number DESC LIMIT :limit OFFSET :from
        """
            .formatted(sight.onCases()),
        sight.and(Map.of("limit", limit, "from", from)));
  }

  @Override
  public List<CaseFile> latest(Optional<CaseFile.Status> status, int from, int limit) {
    return files(
        """
        SELECT * FROM cases c WHERE (:status = '' OR status = :status) AND %s AND %s
        ORDER BY last_step DESC, number DESC LIMIT :limit OFFSET :from
        """
            .formatted(HOLDING, sight.onCases()),
        sight.and(
            Map.of(
                "status",
                status.map(Enum::name).orElse(""),
                "words",
                words,
                "limit",
                limit,
                "from",
                from)));
  }

  @Override
  public long count(Optional<CaseFile.Status> status) {
    return jdbc.sql(
            "SELECT count(*) FROM cases c WHERE (:status = '' OR status = :status) AND "
                + HOLDING
                + " AND "
                + sight.onCases())
        .params(sight.and(Map.of("status", status.map(Enum::name).orElse(""), "words", words)))
        .query(Long.class)
        .single();
  }

  @Override
  public List<Link> chainOf(UUID file) {
    return links("SELECT * FROM case_steps WHERE case_id = :id ORDER BY number", file);
  }

  private List<Link> links(String sql, UUID file) {
    return jdbc.sql(sql).param("id", file).query((row, n) -> ChainRows.link(row)).list();
  }

  private record Bare(UUID id, String number, Region region) {}

  private List<CaseFile> files(String sql, Map<String, ?> params) {
    List<Bare> bare =
        jdbc.sql(sql)
            .params(params)
            .query(
                (row, n) ->
                    new Bare(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        new Region(row.getString("region"))))
            .list();
    if (bare.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Step.Taken>> histories = new HashMap<>();
    jdbc.sql("SELECT * FROM case_steps WHERE case_id IN (:ids) ORDER BY number")
        .param("ids", bare.stream().map(Bare::id).toList())
        .query(
            row -> {
              histories
                  .computeIfAbsent(row.getObject("case_id", UUID.class), id -> new ArrayList<>())
                  .add(taken(ChainRows.link(row)));
            });
    return bare.stream()
        .map(
            file ->
                new CaseFile(
                    file.id(),
                    file.number(),
                    file.region(),
                    histories.getOrDefault(file.id(), List.of())))
        .toList();
  }

  private static Step.Taken taken(Link link) {
    Map<String, String> words = JsonMapper.shared().readValue(link.body(), WORDS);
    return new Step.Taken(link.at(), link.actor(), StepWords.read(link.act(), words));
  }
}
