package ronda.onnx.classify;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.testkit.network.Encoder;

class OpinionRefusedTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"model.onnx", "tokenizer.json", "labels.json"})
  void a_missing_or_empty_file(String name) throws IOException {
    sound();
    Files.delete(folder.resolve(name));
    refused(name, "cannot be read");

    Files.createFile(folder.resolve(name));
    refused(name, "is empty");
  }

  @Test
  void a_model_cut_short() throws IOException {
    sound();
    Files.write(folder.resolve("model.onnx"), Arrays.copyOf(Encoder.model(), 1_000_000));
    refused("model.onnx", "");
  }

  @Test
  void a_model_that_is_something_else() throws IOException {
    sound();
    Files.writeString(folder.resolve("model.onnx"), "<html>Not found</html>");
    refused("model.onnx", "");
  }

  @Test
  void a_network_that_classifies_nothing() throws IOException {
    sound();
    Files.write(folder.resolve("model.onnx"), Encoder.model());
    refused("model.onnx", "must be floats of shape [texts, 384]");
  }

  @Test
  void a_tokenizer_that_is_something_else() throws IOException {
    sound();
    Files.writeString(folder.resolve("tokenizer.json"), "{\"version\": \"1.0\"}");
    refused("tokenizer.json", "is no tokenizer");
  }

  @Test
  void more_or_fewer_labels_than_outputs() throws IOException {
    sound();
    Files.writeString(folder.resolve("labels.json"), Encoder.CARD);
    refused("model.onnx", "must be floats of shape [texts, 2]");
  }

  @Test
  void a_huge_card() throws IOException {
    sound();
    Files.writeString(
        folder.resolve("labels.json"), " ".repeat((int) OnnxOpinion.LARGEST_CARD) + Encoder.CARD);
    refused("labels.json", "at most 65536 are read");
  }

  @Test
  void a_card_that_is_not_utf_8() throws IOException {
    sound();
    Files.write(folder.resolve("labels.json"), Encoder.CARD.getBytes(StandardCharsets.UTF_16BE));
    refused("labels.json", "");
  }

  private void sound() throws IOException {
    Encoder.embedder(folder);
  }

  private void refused(String file, String message) {
    assertThatThrownBy(() -> OnnxOpinion.open(folder))
        .isInstanceOf(OpinionRefused.class)
        .hasMessageContaining(file)
        .hasMessageContaining(message);
  }
}
