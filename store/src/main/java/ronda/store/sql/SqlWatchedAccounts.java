package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.office.Region;
import ronda.casework.watch.AccountName;
import ronda.casework.watch.Platform;
import ronda.casework.watch.Search;
import ronda.casework.watch.WatchFilter;
import ronda.casework.watch.WatchStep;
import ronda.casework.watch.WatchWords;
import ronda.casework.watch.WatchedAccount;
import ronda.casework.watch.WatchedAccounts;
import ronda.identify.post.Category;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A watchlist in PostgreSQL, within one transaction of one office ({@link InOffice}). */
public final class SqlWatchedAccounts implements WatchedAccounts {
  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

  private static final String PASSING =
      """
      FROM watched_accounts
      WHERE (:platform = '' OR platform = :platform)
        AND (:category = '' OR category = :category)
        AND (:region = '' OR region = '' OR region = :region
             OR starts_with(region, :region || '.'))
        AND (:state = '' OR state = :state)
        AND (:words = '' OR position(lower(:words) IN lower(handle)) > 0
             OR position(lower(:words) IN lower(display_name)) > 0)
      """;

  private final JdbcClient jdbc;

  public SqlWatchedAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean enter(WatchedAccount account) {
    int entered =
        jdbc.sql(
                """
                INSERT INTO watched_accounts (id, platform, handle, name_key, display_name, region,
                  category, state, first_seen, last_seen, seems_back)
                VALUES (:id, :platform, :handle, :key, :displayName, :region,
                  :category, :state, :firstSeen, :lastSeen, :seemsBack)
                ON CONFLICT (office_id, name_key) DO NOTHING
                """)
            .param("platform", account.name().platform().name())
            .param("handle", account.name().handle())
            .param("key", account.name().key())
            .params(computed(account))
            .update();
    if (entered == 1) {
      addLastStep(account);
    }
    return entered == 1;
  }

  @Override
  public void add(WatchedAccount account) {
    update(account);
    addLastStep(account);
  }

  private void update(WatchedAccount account) {
    jdbc.sql(
            """
            UPDATE watched_accounts SET display_name = :displayName, region = :region,
              category = :category, state = :state, first_seen = :firstSeen,
              last_seen = :lastSeen, seems_back = :seemsBack
            WHERE id = :id
            """)
        .params(computed(account))
        .update();
  }

  private static Map<String, Object> computed(WatchedAccount account) {
    WatchStep.Description known = account.description();
    return Map.of(
        "id", account.id(),
        "displayName", known.displayName(),
        "region", known.region().code(),
        "category", known.category().code(),
        "state", account.state().code(),
        "firstSeen", Times.at(account.firstSeen()),
        "lastSeen", Times.at(account.lastSeen()),
        "seemsBack", account.seemsBack().isPresent());
  }

  private void addLastStep(WatchedAccount account) {
    WatchStep.Taken taken = account.history().getLast();
    jdbc.sql(
            """
            INSERT INTO watch_steps (account_id, number, at, actor, kind, words)
            VALUES (:account, :number, :at, :actor, :kind, :words::jsonb)
            """)
        .param("account", account.id())
        .param("number", account.history().size())
        .param("at", Times.at(taken.at()))
        .param("actor", taken.by())
        .param("kind", taken.step().code())
        .param("words", JsonMapper.shared().writeValueAsString(WatchWords.of(taken.step())))
        .update();
  }

  @Override
  public Optional<WatchedAccount> byId(UUID id) {
    return accounts("SELECT * FROM watched_accounts WHERE id = :id", Map.of("id", id)).stream()
        .findFirst();
  }

  /** Many at once, in no order; an id that is none is passed over. */
  public List<WatchedAccount> these(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : accounts("SELECT * FROM watched_accounts WHERE id IN (:ids)", Map.of("ids", ids));
  }

  @Override
  public Optional<WatchedAccount> forChange(UUID id) {
    return accounts("SELECT * FROM watched_accounts WHERE id = :id FOR UPDATE", Map.of("id", id))
        .stream()
        .findFirst();
  }

  @Override
  public Optional<WatchedAccount> named(AccountName name) {
    return accounts(
            "SELECT * FROM watched_accounts WHERE name_key = :key", Map.of("key", name.key()))
        .stream()
        .findFirst();
  }

  @Override
  public Set<AccountName> among(Collection<AccountName> names) {
    if (names.isEmpty()) {
      return Set.of();
    }
    Set<String> watched =
        jdbc.sql("SELECT name_key FROM watched_accounts WHERE name_key = ANY (:keys)")
            .param("keys", names.stream().map(AccountName::key).toArray(String[]::new))
            .query((row, number) -> row.getString(1))
            .set();
    return names.stream().filter(name -> watched.contains(name.key())).collect(Collectors.toSet());
  }

  @Override
  public Optional<WatchedAccount> seen(AccountName name, Instant at) {
    Optional<WatchedAccount> watched = named(name).flatMap(found -> forChange(found.id()));
    watched.ifPresent(account -> update(account.seen(at)));
    return watched;
  }

  @Override
  public List<WatchedAccount> list(WatchFilter filter, int from, int limit) {
    Map<String, Object> params = new HashMap<>(params(filter));
    params.put("from", from);
    params.put("limit", limit);
    return accounts(
        "SELECT * " + PASSING + " ORDER BY last_seen DESC, id LIMIT :limit OFFSET :from", params);
  }

  @Override
  public long count(WatchFilter filter) {
    return jdbc.sql("SELECT count(*) " + PASSING).params(params(filter)).query(Long.class).single();
  }

  private static Map<String, Object> params(WatchFilter filter) {
    return Map.of(
        "platform", filter.platform().map(Platform::name).orElse(""),
        "category", filter.category().map(Category::code).orElse(""),
        "region", filter.region().code(),
        "state", filter.state().map(state -> state.code()).orElse(""),
        "words", filter.words());
  }

  @Override
  public List<WatchedAccount> seemBack(Region place, int limit) {
    return accounts(
        """
        SELECT * FROM watched_accounts WHERE seems_back
          AND (:place = '' OR region = '' OR region = :place
            OR starts_with(region, :place || '.'))
        ORDER BY last_seen DESC, id LIMIT :limit
        """,
        Map.of("place", place.code(), "limit", limit));
  }

  @Override
  public void searched(Search search) {
    jdbc.sql(
            """
            INSERT INTO watch_searches (at, actor, platform, category, region)
            VALUES (:at, :actor, :platform, :category, :region)
            """)
        .param("at", Times.at(search.at()))
        .param("actor", search.by())
        .param("platform", search.platform().map(Platform::name).orElse(""))
        .param("category", search.category().map(Category::code).orElse(""))
        .param("region", search.region().code())
        .update();
  }

  @Override
  public Optional<Search> lastSearch(WatchFilter filter) {
    return jdbc.sql(
            """
            SELECT * FROM watch_searches
            WHERE platform IN ('', :platform) AND category IN ('', :category)
              AND (region = '' OR region = :region OR starts_with(:region, region || '.'))
            ORDER BY at DESC LIMIT 1
            """)
        .params(params(filter))
        .query((row, n) -> search(row))
        .optional();
  }

  private static Search search(ResultSet row) throws SQLException {
    String platform = row.getString("platform");
    return new Search(
        platform.isEmpty() ? Optional.empty() : Optional.of(new Platform(platform)),
        Category.ofCode(row.getString("category")),
        new Region(row.getString("region")),
        Times.of(row, "at"),
        row.getString("actor"));
  }

  private record Bare(UUID id, AccountName name, Instant firstSeen, Instant lastSeen) {}

  private List<WatchedAccount> accounts(String sql, Map<String, ?> params) {
    List<Bare> bare = jdbc.sql(sql).params(params).query((row, n) -> bare(row)).list();
    if (bare.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<WatchStep.Taken>> histories = new HashMap<>();
    jdbc.sql("SELECT * FROM watch_steps WHERE account_id IN (:ids) ORDER BY number")
        .param("ids", bare.stream().map(Bare::id).toList())
        .query(
            row -> {
              histories
                  .computeIfAbsent(row.getObject("account_id", UUID.class), id -> new ArrayList<>())
                  .add(taken(row));
            });
    return bare.stream()
        .map(
            one ->
                new WatchedAccount(
                    one.id(),
                    one.name(),
                    one.firstSeen(),
                    one.lastSeen(),
                    histories.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private static Bare bare(ResultSet row) throws SQLException {
    return new Bare(
        row.getObject("id", UUID.class),
        new AccountName(new Platform(row.getString("platform")), row.getString("handle")),
        Times.of(row, "first_seen"),
        Times.of(row, "last_seen"));
  }

  private static WatchStep.Taken taken(ResultSet row) throws SQLException {
    Map<String, String> words = JsonMapper.shared().readValue(row.getString("words"), WORDS);
    return new WatchStep.Taken(
        Times.of(row, "at"), row.getString("actor"), WatchWords.read(row.getString("kind"), words));
  }
}
