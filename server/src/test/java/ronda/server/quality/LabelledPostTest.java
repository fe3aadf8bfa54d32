package ronda.server.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.intake.FoundPost;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Finding;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.Resemblance;
import ronda.store.sql.SqlQuality.Decided;

/** The lines of docs/samples/decisions.jsonl, which the tool's own tests train and measure on. */
class LabelledPostTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("ronda.root", ".."), "docs", "samples", "decisions.jsonl");
  private static final Instant NINE = Instant.parse("2026-11-22T02:00:00Z");

  @Test
  void decisions_are_written_as_the_sample_shows_them() throws IOException {
    String lines =
        line(
                1,
                "Ayo main CONTOH88 gacor, wa 0812-3456-7890 atau tanya @budi",
                new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH))
            + line(2, "Awas, CONTOH88 itu penipuan kata akun Budi", new Verdict.NotHarmful());

    assertThat(lines).isEqualTo(Files.readString(SAMPLE));
  }

  private static String line(int number, String text, Verdict verdict) {
    Decided decided = decided(number, Category.GAMBLING, verdict);
    return new String(
        LabelledPost.line(decided, post(number, text), new UUID(0, 0x3271)).toBytes(),
        StandardCharsets.UTF_8);
  }

  private static Decided decided(int number, Category suspected, Verdict verdict) {
    return new Decided(new UUID(0, 100 + number), new UUID(0, number), suspected, verdict, NINE, 1);
  }

  private static FoundPost post(int number, String text) {
    Finding finding =
        new Finding(
            Category.GAMBLING,
            Stance.PROMOTES,
            0.9,
            List.of(new Resemblance("umum", Category.GAMBLING, new Span(0, 1), 1)),
            "contoh@1",
            Severity.HIGH,
            "contoh",
            false);
    Origin origin = new Origin("@budi", "video", "", Optional.empty(), "", List.of(), List.of());
    return new FoundPost(
        new UUID(0, number), new Post("x", text, origin), List.of(finding), List.of(), NINE);
  }
}
