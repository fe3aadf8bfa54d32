package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.Items;
import ronda.casework.evidence.Look;
import ronda.casework.evidence.Part;
import ronda.casework.evidence.Touch;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.ItemsContract;

class SqlItemsTest extends ItemsContract {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private TwoOffices offices;

  @BeforeEach
  void enter() {
    offices = new TwoOffices(DATABASE.source());
  }

  @Override
  protected <T> T within(Function<Items, T> work) {
    return offices.tables().write(offices.mine(), jdbc -> work.apply(new SqlItems(jdbc)));
  }

  @Override
  protected UUID someCase() {
    UUID id = UUID.randomUUID();
    offices
        .tables()
        .run(
            offices.mine(),
            jdbc ->
                jdbc.sql(
                        """
                        INSERT INTO cases (id, number, region, status, last_step)
                        VALUES (:id, :number, '', 'OPEN', now())
                        """)
                    .param("id", id)
                    .param("number", "n-" + id)
                    .update());
    return id;
  }

  private Item keep(UUID file) {
    Part part = new Part("a.txt", "text/plain", 1, Hash.of("a"));
    var item = new Item(UUID.randomUUID(), Item.Kind.FILE, Map.of(), List.of(part));
    within(
        items -> {
          items.keep(file, item);
          ((SqlItems) items).keepPart(item.id(), "a.txt", new byte[] {7});
          var touch =
              new Touch(
                  item.id(), Touch.Act.KEPT, "uji", Hash.NONE, item.hash(), Touch.State.SEALED);
          return items.touch(file, touch.entry(Instant.EPOCH, "Ani Contoh"));
        });
    return item;
  }

  @Test
  void another_office_sees_neither_items_nor_parts_nor_touches() {
    UUID file = someCase();
    Item item = keep(file);

    boolean seen =
        offices
            .tables()
            .read(
                offices.other(),
                jdbc -> {
                  var items = new SqlItems(jdbc);
                  return items.byId(item.id()).isPresent()
                      || items.sealed(item.id(), "a.txt").isPresent()
                      || !items.custodyOf(file).isEmpty();
                });
    assertThat(seen).isFalse();
  }

  @Test
  void the_database_itself_refuses_to_change_a_touch() {
    UUID file = someCase();
    keep(file);

    for (String sql : List.of("UPDATE custody SET actor = 'Budi'", "DELETE FROM custody")) {
      assertThatThrownBy(
              () -> offices.tables().write(offices.mine(), jdbc -> jdbc.sql(sql).update()))
          .hasMessageContaining("custody");
    }
    assertThat(this.<List<Link>>within(items -> items.custodyOf(file))).hasSize(1);
  }

  /** How long it takes is told, not demanded: {@code -Dronda.looks=50000} asks among more. */
  @Test
  void a_similar_picture_is_found_among_very_many(TestReporter reporter) {
    int pictures = Integer.getInteger("ronda.looks", 5_000);
    UUID file = someCase();
    strangers(file, pictures);
    Look look = Look.of(Hash.of("gambar").hex());
    List<Look> asked = List.of(look, new Look(1, 2, 3, 4), new Look(5, 6, 7, 8));
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      long begin = System.nanoTime();
      List<Items.Alike> found =
          offices
              .tables()
              .read(offices.mine(), jdbc -> new SqlItems(jdbc).casesLike(asked, Look.ALIKE, 7));
      millis.add((System.nanoTime() - begin) / 1_000_000);
      assertThat(found).isEmpty();
    }
    millis.sort(Long::compare);
    reporter.publishEntry(pictures + " pictures, median of 7, milliseconds", "" + millis.get(3));

    Item kept = keep(file);
    within(
        items -> {
          items.keepLooks(kept.id(), "a.txt", List.of(look));
          return true;
        });
    List<Items.Alike> found = within(items -> items.casesLike(asked, Look.ALIKE, 7));
    assertThat(found).containsExactly(new Items.Alike(file, 0));
  }

  /** Pictures that look like nothing else, three looks each. */
  private void strangers(UUID file, int pictures) {
    offices
        .tables()
        .run(
            offices.mine(),
            jdbc -> {
              jdbc.sql(
                      """
                      INSERT INTO evidence_items (id, case_id, place, kind, facts, hash)
                      SELECT gen_random_uuid(), :file, n, 'file', '{}', repeat('0', 64)
                      FROM generate_series(1, :pictures) n
                      """)
                  .param("file", file)
                  .param("pictures", pictures)
                  .update();
              jdbc.sql(
                      """
                      INSERT INTO evidence_parts (item_id, place, name, type, size, sha256, sealed)
                      SELECT id, 0, 'a.png', 'image/png', 1, repeat('0', 64), ''
                      FROM evidence_items WHERE case_id = :file
                      """)
                  .param("file", file)
                  .update();
              jdbc.sql(
                      """
                      INSERT INTO picture_looks (item_id, part, place, look)
                      SELECT id, 'a.png', n,
                        CAST('x' || md5(random()::text) || md5(random()::text) AS bit(256))
                      FROM evidence_items, generate_series(0, 2) n WHERE case_id = :file
                      """)
                  .param("file", file)
                  .update();
            });
  }
}
