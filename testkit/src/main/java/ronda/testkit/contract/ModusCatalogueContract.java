package ronda.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ronda.casework.modus.Modus;
import ronda.casework.modus.ModusCatalogue;
import ronda.identify.post.Category;

/** What every {@link ModusCatalogue} must do. */
public abstract class ModusCatalogueContract {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  /** Works on the catalogue in one change. */
  protected abstract <T> T with(Function<ModusCatalogue, T> work);

  @Test
  protected void every_version_comes_back_as_it_was_written() {
    Modus first = put(begun("Lama", Category.SCAM));
    Modus second = put(first.after(text("Baru", Category.HOAX), true, "diperiksa", "Kepala", NOW));
    assertThat(byId(first.id())).contains(second);
    assertThat(forChange(first.id())).contains(second);
    assertThat(byId(UUID.randomUUID())).isEmpty();
  }

  @Test
  void the_list_is_by_title_and_by_the_category_of_the_latest_version() {
    Modus moved = put(begun("apk", Category.SCAM));
    Modus latest = put(moved.after(text("Zakat palsu", Category.HOAX), false, "x", "y", NOW));
    Modus other = put(begun("Bot", Category.GAMBLING));
    assertThat(list(Optional.empty())).containsExactly(other, latest);
    assertThat(list(Optional.of(Category.HOAX))).containsExactly(latest);
    assertThat(list(Optional.of(Category.SCAM))).isEmpty();
    assertThat(count()).isEqualTo(2);
  }

  private Optional<Modus> byId(UUID id) {
    return with(catalogue -> catalogue.byId(id));
  }

  private Optional<Modus> forChange(UUID id) {
    return with(catalogue -> catalogue.forChange(id));
  }

  private List<Modus> list(Optional<Category> category) {
    return with(catalogue -> catalogue.list(category));
  }

  private long count() {
    return with(ModusCatalogue::count);
  }

  private Modus put(Modus modus) {
    return with(
        catalogue -> {
          catalogue.put(modus);
          return modus;
        });
  }

  private static Modus begun(String title, Category category) {
    return Modus.begun(UUID.randomUUID(), text(title, category), false, "baru", "Petugas", NOW);
  }

  private static Modus.Text text(String title, Category category) {
    return new Modus.Text(
        title, category, "Pola\n\"baris dua\" 💥", List.of("tanda, satu", "tanda {dua}"), "Saran");
  }
}
