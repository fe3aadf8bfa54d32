package ronda.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ronda.identify.Patrol;
import ronda.identify.classify.Classifier;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.TermFound;
import ronda.identify.text.PlainText;
import ronda.policies.outfit.Outfit;
import ronda.sources.files.Row;
import ronda.sources.files.Source;

/** A post that trips us goes to the rejects, and the others are done. */
class FaultsTest {
  @Test
  void a_row_that_cannot_be_kept_is_refused_and_the_others_are_kept() throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    byte[] in =
        "{\"text\":\"satu\"}\n{\"text\":\"jatuh\"}\n{\"text\":\"tiga\"}\n"
            .getBytes(StandardCharsets.UTF_8);
    Streams streams =
        new Streams(
            new ByteArrayInputStream(in),
            new ByteArrayOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            err,
            false,
            false);

    LabelledRows.Read<String> read =
        LabelledRows.of(List.of("-"), "labels", FaultsTest::fallsOver, streams);

    assertThat(read.rows()).containsExactly("satu", "tiga");
    assertThat(read.refused()).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("\"line\":2", "a fault in Ronda itself", "jatuh");
  }

  private static String fallsOver(Row row) {
    if (row.post().text().equals("jatuh")) {
      throw new IllegalStateException("made up");
    }
    return row.post().text();
  }

  @Test
  void a_post_whose_findings_cannot_be_written_is_refused_and_leaves_no_half_line()
      throws IOException {
    Outfit shipped = Outfit.read(Root.path());
    Classifier nameless = new Nameless(shipped.classifier());
    Patrol patrol = new Patrol(shipped.lexicon(), shipped.entities(), nameless, shipped.policies());
    String advert = "Slot gacor maxwin hari ini, daftar sekarang bonus new member 100%";
    byte[] in =
        ("{\"text\":\"satu\"}\n{\"text\":\"" + advert + "\"}\n{\"text\":\"tiga\"}\n")
            .getBytes(StandardCharsets.UTF_8);
    Reading reading =
        new Reading(List.of(Source.of("-")), Optional.empty(), "", new ByteArrayInputStream(in));

    Done done = Done.of(reading.next().orElseThrow(), patrol, Optional.empty());

    assertThat(new String(done.findings().toBytes(), StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"id\":") && line.endsWith("]}"));
    assertThat(new String(done.rejects().toBytes(), StandardCharsets.UTF_8))
        .contains("\"line\":2", "a fault in Ronda itself", "Slot gacor");
  }

  /** Judges as another, and cannot say which model did: that shows only when it is written. */
  private record Nameless(Classifier judge) implements Classifier {
    @Override
    public List<String> labels() {
      return judge.labels();
    }

    @Override
    @SuppressWarnings("NullAway")
    public String model(int label) {
      return null;
    }

    @Override
    public float[] scores(PlainText text, List<TermFound> terms, List<EntityFound> entities) {
      return judge.scores(text, terms, entities);
    }

    @Override
    public float threshold(int label) {
      return judge.threshold(label);
    }

    @Override
    public List<Contribution> reasons(
        PlainText text, List<TermFound> terms, List<EntityFound> entities, int label, int atMost) {
      return judge.reasons(text, terms, entities, label, atMost);
    }
  }
}
