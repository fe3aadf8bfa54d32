package ronda.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.proof.vault.Vault;
import ronda.proof.vault.VaultKeys;
import ronda.proof.vault.VaultRefused;
import ronda.server.desk.ChildLane;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlSealed;

/** After the key was changed: everything under the new one, whatever stops it on the way. */
class ResealTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final String OLD = "11".repeat(32);
  private static final String NEW = "22".repeat(32);
  private static final byte[] CONTENT = "isi barang bukti contoh".getBytes(StandardCharsets.UTF_8);
  private static final int PARTS = 300;

  @TempDir private Path home;

  private final InOffice tables = new InOffice(DATABASE.source());
  private final UUID office = UUID.randomUUID();
  private final List<UUID> items = new ArrayList<>();
  private final UUID bundle = UUID.randomUUID();
  private final UUID lane = UUID.randomUUID();

  private static Vault vault(String... keys) {
    return new Vault(VaultKeys.read(String.join(",", keys), "test"));
  }

  @BeforeEach
  void sealWithTheOldKey() throws IOException {
    Vault old = vault(OLD);
    tables.everywhere(
        jdbc -> {
          for (String table : List.of("evidence_parts", "evidence_bundles", "police_lane")) {
            jdbc.sql("DELETE FROM " + table).update(); // What another test of this class left.
          }
          UUID file = UUID.randomUUID();
          jdbc.sql("INSERT INTO offices (id, name, kind, region) VALUES (?, ?, 'ministry', '')")
              .params(office, "Contoh " + office)
              .update();
          jdbc.sql(
                  """
                  INSERT INTO cases (id, office_id, number, region, status, last_step)
                  VALUES (?, ?, '2026-000001', '', 'OPEN', now())
                  """)
              .params(file, office)
              .update();
          for (int i = 0; i < PARTS; i++) {
            items.add(part(file, i + 1, old, jdbc));
          }
          jdbc.sql(
                  """
                  INSERT INTO evidence_bundles (id, office_id, case_id, made_at, made_by, items,
                    withheld, size, sha256, sealed)
                  VALUES (?, ?, ?, now(), 'Ani', 1, 0, 1, repeat('0', 64), ?)
                  """)
              .params(bundle, office, file, old.seal(CONTENT, Bundling.purpose(bundle)))
              .update();
          jdbc.sql(
                  """
                  INSERT INTO evidence_bundles (id, office_id, case_id, made_at, made_by, items,
                    withheld, size, sha256, sealed)
                  VALUES (uuidv7(), ?, ?, now(), 'Ani', 1, 0, 1, repeat('0', 64), '')
                  """) // destroyed
              .params(office, file)
              .update();
          jdbc.sql(
                  """
                  INSERT INTO police_lane (id, office_id, at, actor, way, sha256, url_sha256, address)
                  VALUES (uuidv7(), ?, now(), 'Ani', 'PERSON', repeat('0', 64), repeat('0', 64), '')
                  """) // forgotten
              .params(office)
              .update();
          return jdbc.sql(
                  """
                  INSERT INTO police_lane (id, office_id, at, actor, way, sha256, url_sha256, address)
                  VALUES (?, ?, now(), 'Ani', 'PERSON', repeat('0', 64), repeat('0', 64), ?)
                  """)
              .params(lane, office, old.seal(CONTENT, ChildLane.purpose(lane)))
              .update();
        });
    Files.write(home.resolve(AnchorRound.KEY), old.seal(CONTENT, AnchorRound.PURPOSE));
    Files.write(home.resolve(OwnStamps.FILE), old.seal(CONTENT, OwnStamps.PURPOSE));
  }

  private UUID part(UUID file, int place, Vault old, JdbcClient jdbc) {
    UUID item = UUID.randomUUID();
    jdbc.sql(
            """
            INSERT INTO evidence_items (id, office_id, case_id, place, kind, facts, hash)
            VALUES (?, ?, ?, ?, 'file', '{}', repeat('0', 64))
            """)
        .params(item, office, file, place)
        .update();
    jdbc.sql(
            """
            INSERT INTO evidence_parts (office_id, item_id, place, name, type, size, sha256, sealed)
            VALUES (?, ?, 1, 'a.txt', 'text/plain', 1, repeat('0', 64), ?),
              (?, ?, 2, 'erased.txt', 'text/plain', 1, repeat('0', 64), '')
            """)
        .params(office, item, old.seal(CONTENT, Keeping.purpose(item, "a.txt")), office, item)
        .update();
    return item;
  }

  private Resealing.Outcome reseal(Vault vault) {
    return new Resealing(DATABASE.source(), vault, home).run(progress -> {});
  }

  /** Every sealed thing opens with these keys, and holds what it held. */
  private void assertAllOpenWith(Vault vault) throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    tables.everywhere(
        jdbc -> {
          for (UUID item : items) {
            all.put(
                Keeping.purpose(item, "a.txt"),
                bytes("evidence_parts", "sealed", "item_id", item, " AND name = 'a.txt'", jdbc));
          }
          all.put(
              Bundling.purpose(bundle),
              bytes("evidence_bundles", "sealed", "id", bundle, "", jdbc));
          all.put(ChildLane.purpose(lane), bytes("police_lane", "address", "id", lane, "", jdbc));
          return true;
        });
    all.put(AnchorRound.PURPOSE, Files.readAllBytes(home.resolve(AnchorRound.KEY)));
    all.put(OwnStamps.PURPOSE, Files.readAllBytes(home.resolve(OwnStamps.FILE)));
    all.forEach(
        (purpose, box) -> assertThat(vault.open(box, purpose)).as(purpose).isEqualTo(CONTENT));
  }

  private static byte[] bytes(
      String table, String column, String id, UUID value, String more, JdbcClient jdbc) {
    return jdbc.sql("SELECT %s FROM %s WHERE %s = ?%s".formatted(column, table, id, more))
        .param(value)
        .query((row, n) -> row.getBytes(1))
        .single();
  }

  @Test
  void everything_is_sealed_with_the_new_key_and_the_old_one_is_needed_no_more()
      throws IOException {
    Resealing.Outcome outcome = reseal(vault(NEW, OLD));

    assertThat(outcome).isEqualTo(new Resealing.Outcome(PARTS + 4, List.of(), 0));
    assertAllOpenWith(vault(NEW));
    assertThat(reseal(vault(NEW))).as("again").isEqualTo(new Resealing.Outcome(0, List.of(), 0));
  }

  @Test
  void killed_in_the_middle_it_leaves_nothing_half_and_the_next_run_goes_on() throws Exception {
    Process child = ResealAccomplice.start(DATABASE.source(), NEW + "," + OLD, home);
    try (BufferedReader told = child.inputReader()) {
      for (int i = 0; i < 60; i++) {
        assertThat(told.readLine()).as("it ended before it could be killed").isNotNull();
      }
      child.destroyForcibly().waitFor();
    }

    assertAllOpenWith(vault(NEW, OLD));
    Resealing.Outcome rest = reseal(vault(NEW, OLD));
    assertThat(rest.done()).isBetween(1L, PARTS + 4L - 60);
    assertThat(rest.left()).isZero();
    assertAllOpenWith(vault(NEW));
  }

  @Test
  void what_cannot_be_opened_is_named_and_the_rest_is_sealed_anew() {
    UUID damaged = items.get(7);
    boolean changed =
        tables.everywhere(
            jdbc ->
                jdbc.sql(
                            "UPDATE evidence_parts SET sealed = set_byte(sealed, 31, get_byte(sealed, 31) # 1) WHERE item_id = ? AND length(sealed) > 0")
                        .param(damaged)
                        .update()
                    == 1);
    assertThat(changed).isTrue();

    Resealing.Outcome outcome = reseal(vault(NEW, OLD));
    assertThat(outcome.done()).isEqualTo(PARTS + 3);
    assertThat(outcome.left()).isEqualTo(1);
    assertThat(outcome.refused())
        .singleElement()
        .asString()
        .startsWith("evidence_parts " + damaged + " a.txt");
  }

  @Test
  void without_the_old_key_nothing_is_touched() throws IOException {
    Resealing.Outcome outcome = reseal(vault(NEW));
    assertThat(outcome.done()).isZero();
    assertThat(outcome.left()).isEqualTo(PARTS + 4);
    assertThat(outcome.refused()).hasSize(100);
    assertAllOpenWith(vault(OLD));
  }

  @Test
  void a_key_that_is_not_there_is_not_made_up() {
    VaultSettings none = VaultSettings.of(Map.of(), home);
    assertThatThrownBy(none::knownVault)
        .isInstanceOf(VaultRefused.class)
        .hasMessageContaining("evidence.keys");
    assertThat(home.resolve("evidence.keys")).doesNotExist();
  }

  @Test
  void what_is_empty_was_erased_and_stays_so() {
    reseal(vault(NEW, OLD));
    long empty =
        tables.everywhere(
            jdbc ->
                jdbc.sql("SELECT count(*) FROM evidence_parts WHERE sealed = ''")
                    .query(Long.class)
                    .single());
    assertThat(empty).isEqualTo(PARTS);
    long others =
        tables.everywhere(
            jdbc -> new SqlSealed(jdbc).count(SqlSealed.Place.PARTS, vault(NEW).beginning()));
    assertThat(others).isZero();
  }
}
