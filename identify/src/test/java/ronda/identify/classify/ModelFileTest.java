package ronda.identify.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ronda.identify.Hostile;
import ronda.identify.text.Fold;
import ronda.identify.text.PlainText;

class ModelFileTest {
  private static final Model MODEL = Trainer.train("made-up", MadeUp.examples(60), MadeUp.QUICK);
  private static final byte[] BYTES = ModelFile.write(MODEL);

  @Test
  void a_model_read_back_judges_as_the_one_written(@TempDir Path folder) throws IOException {
    Classifiers.save(MODEL, folder.resolve("new/made-up"));
    PlainText text = Fold.plain("zonkawin88 gampang menang, hujan");

    Classifier read = Classifiers.load(folder.resolve("new/made-up"));

    assertThat(read.scores(text, List.of(), List.of()))
        .isEqualTo(Classifiers.of(MODEL).scores(text, List.of(), List.of()));
    assertThat(read.labels()).isEqualTo(MODEL.labels());
    assertThat(read.threshold(0)).isEqualTo(MODEL.threshold(MODEL.labels().get(0)));
  }

  @Test
  void a_model_without_a_name_is_called_as_the_folder_it_is_in(@TempDir Path folder)
      throws IOException {
    Classifiers.save(MODEL.called(""), folder.resolve("pasar"));
    Classifiers.save(MODEL.called(""), folder.resolve("desa"));

    assertThat(Classifiers.load(folder.resolve("pasar")).model(0)).isEqualTo("pasar");
    assertThat(Classifiers.load(folder.resolve("pasar/../desa/.")).model(0)).isEqualTo("desa");
  }

  @Test
  void a_model_with_a_name_keeps_it_wherever_it_is_put(@TempDir Path folder) throws IOException {
    Classifiers.save(MODEL, folder.resolve("pasar"));

    assertThat(Classifiers.load(folder.resolve("pasar")).model(0)).isEqualTo("made-up");
  }

  @Test
  void a_flip_of_any_byte_is_found() {
    for (int at = 0; at < BYTES.length; at++) {
      byte[] damaged = BYTES.clone();
      damaged[at] ^= (byte) (1 << at % 8);
      assertThatThrownBy(() -> ModelFile.read(damaged, "m"))
          .as("byte %d", at)
          .isInstanceOf(ModelRefused.class);
    }
  }

  @Test
  void a_file_cut_short_anywhere_is_refused() {
    for (int length = 0; length < BYTES.length; length += 1 + length / 50) {
      byte[] cut = Arrays.copyOf(BYTES, length);
      assertThatThrownBy(() -> ModelFile.read(cut, "m")).isInstanceOf(ModelRefused.class);
    }
  }

  @Test
  void the_refusal_says_what_is_wrong_and_where() {
    byte[] damaged = BYTES.clone();
    damaged[BYTES.length / 2] ^= 1;

    assertThatThrownBy(() -> ModelFile.read(damaged, "models/umum/model.ronda"))
        .hasMessage("models/umum/model.ronda is damaged or cut short: its checksum does not fit");
    assertThatThrownBy(() -> ModelFile.read(new byte[100], "photo.png"))
        .hasMessage("photo.png is not a model file");
  }

  @Test
  void a_missing_model_is_refused(@TempDir Path folder) {
    assertThatThrownBy(() -> Classifiers.load(folder))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("model.ronda");
  }

  @Test
  void a_file_that_is_no_file_is_refused(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve(ModelFile.NAME));

    assertThatThrownBy(() -> Classifiers.load(folder)).isInstanceOf(ModelRefused.class);
  }

  @Test
  void whatever_bytes_come_they_are_refused_and_nothing_else_happens() {
    Hostile.tries(
        1_000,
        random -> Hostile.bytes(random, 400),
        bytes ->
            assertThatThrownBy(() -> ModelFile.read(bytes, "m")).isInstanceOf(ModelRefused.class));
  }

  @Test
  void a_damaged_head_with_a_fitting_checksum_is_refused_or_read_but_never_breaks() {
    Hostile.tries(
        1_000,
        random -> new Damage(random.nextInt(200), (byte) Hostile.anyLong(random)),
        ModelFileTest::checkForged);
  }

  private record Damage(int at, byte value) {}

  private static void checkForged(Damage damage) {
    byte[] forged = BYTES.clone();
    forged[damage.at()] = damage.value();
    ModelFile.sign(forged);
    try {
      assertThat(ModelFile.read(forged, "m").labels()).isNotEmpty();
    } catch (ModelRefused refused) {
      assertThat(refused.getMessage()).startsWith("m ");
    }
  }
}
