package ronda.store.sql;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Statements whose best way depends on what is asked: of a place that all jobs are in, or none.
 * From the tenth time on PostgreSQL may go about a statement as it would for any value, and then
 * sorts all jobs of an office for the fifty of a page. Within the transaction it looks at the
 * values each time: that takes a millisecond.
 */
final class FreshPlan {
  private FreshPlan() {}

  static void eachTime(JdbcClient jdbc) {
    jdbc.sql("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
        .query(String.class)
        .single();
  }
}
