package ronda.store.sql;

/**
 * The office of this transaction, said once more beside row-level security, which hides the rows of
 * others but lets no index that begins with the office be used: its condition has an {@code OR}.
 */
final class OwnOffice {
  /** True of the rows of this office. */
  static final String ROWS = "office_id = nullif(current_setting('ronda.office', true), '')::uuid";

  private OwnOffice() {}
}
