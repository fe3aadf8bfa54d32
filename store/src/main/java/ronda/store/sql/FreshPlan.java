package ronda.store.sql;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * For statements whose best way depends on what is asked: of a place that all jobs are in, or none.
 * PostgreSQL may keep one plan for any value once it has seen a statement ten times. Within the
 * transaction it now looks at the values each time, which takes a millisecond.
 */
final class FreshPlan {
  private FreshPlan() {}

  static void eachTime(JdbcClient jdbc) {
    jdbc.sql("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
        .query(String.class)
        .single();
  }
}
