package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.Items;
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
}
