package ronda.store.sql;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.evidence.Item;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Empties what a case holds, by decision of two persons (pemusnahan); within one transaction of one
 * office ({@link InOffice}). Rows, hashes, numbers, times and states stay: counts and chains are
 * made of them.
 */
public final class SqlDestruction {
  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String THEIRS =
      "referral_id IN (SELECT r.id FROM referrals r JOIN cases c ON c.number = r.case_number"
          + " WHERE c.id = :file)";

  private final JdbcClient jdbc;
  private final UUID file;
  private final UUID disposal;

  /**
   * @param file the case's id
   * @param disposal the decision, which says that it is agreed
   */
  public SqlDestruction(UUID file, UUID disposal, JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.file = file;
    this.disposal = disposal;
  }

  /** Takes all contents out of all papers of the case that have any. */
  public void destroy() {
    evidence();
    letters();
    objections();
  }

  private void evidence() {
    Map<UUID, Map<String, String>> facts = new TreeMap<>();
    jdbc.sql("SELECT id, facts FROM evidence_items WHERE case_id = :file AND disposal_id IS NULL")
        .param("file", file)
        .query(
            row -> {
              facts.put(
                  row.getObject("id", UUID.class), JSON.readValue(row.getString("facts"), WORDS));
            });
    facts.forEach(this::item);
    // Who asked why is told by the record of custody; here the words may name the page.
    update(
        """
        UPDATE evidence_captures SET url = '', why = '', told = '', disposal_id = :disposal,
          state = CASE WHEN state IN ('WAITING', 'RUNNING') THEN 'FAILED' ELSE state END
        WHERE case_id = :file AND disposal_id IS NULL
        """);
    update(
        """
        UPDATE evidence_bundles SET sealed = ''::bytea, disposal_id = :disposal
        WHERE case_id = :file AND disposal_id IS NULL
        """);
  }

  private void item(UUID id, Map<String, String> facts) {
    Map<String, String> kept = new TreeMap<>(facts);
    kept.entrySet().removeIf(one -> !Item.staysWhenDestroyed(one.getKey(), one.getValue()));
    jdbc.sql("UPDATE evidence_items SET facts = :facts::jsonb, disposal_id = :by WHERE id = :id")
        .param("facts", JSON.writeValueAsString(kept))
        .param("by", disposal)
        .param("id", id)
        .update();
    jdbc.sql("DELETE FROM picture_looks WHERE item_id = :id").param("id", id).update();
    jdbc.sql("UPDATE evidence_parts SET sealed = ''::bytea WHERE item_id = :id")
        .param("id", id)
        .update();
  }

  private void letters() {
    jdbc.sql("UPDATE outbox SET content = ''::bytea, address = '', words = '' WHERE " + THEIRS)
        .param("file", file)
        .update();
    // Of those that the police lane erased, hashes are left; they go on saying so.
    update(
        """
        UPDATE letters SET subject = '', typed = '{}', json = '', pdf = ''::bytea,
          disposal_id = :disposal
        WHERE disposal_id IS NULL AND length(pdf) > 0 AND\s"""
            + THEIRS);
    update(
        """
        UPDATE replies SET sender = '', subject = '', text = '', attachments = '{}',
          disposal_id = :disposal
        WHERE disposal_id IS NULL AND\s"""
            + THEIRS);
  }

  private void objections() {
    jdbc.sql(
            """
            DELETE FROM objection_contacts WHERE objection_id IN (
              SELECT id FROM objections WHERE case_id = :file)
            """)
        .param("file", file)
        .update();
    update(
        """
        UPDATE objections SET words = '', disposal_id = :disposal
        WHERE case_id = :file AND disposal_id IS NULL
        """);
  }

  private void update(String sql) {
    jdbc.sql(sql).param("file", file).param("disposal", disposal).update();
  }
}
