package ronda.store.sql;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ronda.casework.review.Filter;
import ronda.casework.review.Hold;
import ronda.identify.post.Category;

/** A filter of jobs as a condition. Only fixed words go into the SQL; all values are parameters. */
final class FilterSql {
  private FilterSql() {}

  static String where(Filter filter) {
    // The standings stand here as words, so that the indexes of waiting jobs can be used.
    StringBuilder where =
        new StringBuilder(OwnOffice.ROWS)
            .append(" AND category IN (:categories) AND standing IN (")
            .append(standings(filter))
            .append(')');
    where.append(" AND score >= :leastScore");
    where.append(filter.counted().map(CountedSql::where).orElse(" AND forgotten_at IS NULL"));
    if (filter.region().isKnown()) {
      // Whatever begins with the place and a point lies between that and the place with the sign
      // that follows the point: so said, an index of places is used with any plan.
      where.append(
          " AND (region = '' OR region = :region"
              + " OR region ~>=~ (:region || '.') AND region ~<~ (:region || '/'))");
    }
    if (!filter.platform().isEmpty()) {
      where.append(" AND platform = :platform");
    }
    if (filter.seenSince().isPresent()) {
      where.append(" AND last_seen >= :seenSince");
    }
    switch (filter.holder()) {
      case Filter.Holder.Anyone anyone -> {}
      case Filter.Holder.Nobody nobody ->
          where.append(" AND (held_by IS NULL OR held_until <= :now OR held_until > :latestHold)");
      case Filter.Holder.Of of ->
          where.append(
              " AND held_by = :holder AND held_until > :now AND held_until <= :latestHold");
    }
    if (filter.notJudgedBy().isPresent()) {
      where.append(
          " AND NOT EXISTS (SELECT FROM judgements m WHERE m.job_id = jobs.id"
              + " AND m.officer = :notJudgedBy AND m.undone_at IS NULL"
              + " AND (m.verdict <> 'needs-second' OR NOT EXISTS (SELECT FROM judgements o"
              + " WHERE o.job_id = m.job_id AND o.officer <> m.officer AND o.undone_at IS NULL)))"
              + " AND NOT (standing = 'AWAITS_SECOND' AND :notJudgedBy = ANY (told)"
              + " AND EXISTS (SELECT FROM judgements f WHERE f.job_id = jobs.id"
              + " AND f.verdict <> 'needs-second' AND f.undone_at IS NULL))");
    }
    if (!filter.without().isEmpty()) {
      where.append(
          " AND NOT suspected && CAST(:without AS text[]) AND NOT EXISTS (SELECT FROM judgements"
              + " WHERE job_id = jobs.id AND category = ANY (CAST(:without AS text[])) AND undone_at IS NULL)");
    }
    if (!filter.words().isBlank()) {
      // No index of words can serve this under row-level security (V21): frequent words are found
      // among the first jobs of the page, rare ones by reading the office's posts.
      where.append(
          " AND id IN (SELECT job_id FROM found_posts WHERE "
              + OwnOffice.ROWS
              + " AND words @@ plainto_tsquery('indonesian', :words))");
    }
    return where.toString();
  }

  static Map<String, Object> params(Filter filter, Instant now) {
    Map<String, Object> params = new HashMap<>();
    params.put("categories", names(List.copyOf(filter.categories())));
    params.put("without", filter.without().stream().map(Category::name).toArray(String[]::new));
    params.put("leastScore", filter.leastScore());
    params.put("region", filter.region().code());
    params.put("platform", filter.platform());
    params.put("words", filter.words());
    params.put("now", Times.at(now));
    params.put("latestHold", Times.at(Hold.latest(now)));
    filter.seenSince().ifPresent(since -> params.put("seenSince", Times.at(since)));
    if (filter.holder() instanceof Filter.Holder.Of(UUID officer)) {
      params.put("holder", officer);
    }
    filter.counted().ifPresent(figure -> params.putAll(CountedSql.params(figure)));
    filter.notJudgedBy().ifPresent(officer -> params.put("notJudgedBy", officer));
    return params;
  }

  private static String standings(Filter filter) {
    return names(List.copyOf(filter.standings())).stream()
        .sorted()
        .collect(Collectors.joining("', '", "'", "'"));
  }

  /** SQL has no empty IN (): what bears no name at all stands for none. */
  private static List<String> names(List<? extends Enum<?>> values) {
    return values.isEmpty() ? List.of("") : values.stream().map(Enum::name).toList();
  }
}
