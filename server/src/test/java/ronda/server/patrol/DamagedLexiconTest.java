package ronda.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import ronda.identify.lexicon.LexiconFolder;
import ronda.identify.post.Post;
import ronda.policies.cel.PolicyFolder;
import ronda.policies.outfit.Outfit;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.sql.InOffice;

/** A word list is changed, damaged and mended while posts come in. */
class DamagedLexiconTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final Path ROOT = Path.of(System.getProperty("ronda.root", ".."));
  private static final UUID OFFICE = UUID.randomUUID();
  private static final Post POST =
      Post.of("1", "Main di CONTOH88 slot gacor maxwin deposit pulsa daftar sekarang");

  @TempDir Path folder;

  @Test
  void the_last_sound_words_stay_until_the_list_is_sound_again() throws IOException {
    try (Stream<Path> lists = Files.list(ROOT.resolve("lexicons"))) {
      for (Path list : lists.filter(Files::isRegularFile).toList()) {
        Files.copy(list, folder.resolve(list.getFileName().toString()));
      }
    }
    LexiconFolder words = LexiconFolder.open(folder, Duration.ZERO);
    AtomicLong nanos = new AtomicLong();
    OfficePatrols patrols =
        new OfficePatrols(
            new InOffice(DATABASE.source()),
            words,
            Outfit.withoutPolicies(ROOT, words.current()),
            PolicyFolder.texts(OfficePatrols.policies(ROOT)),
            nanos::get);
    assertThat(terms(patrols)).contains("slot gacor").doesNotContain("contoh88");
    Path gambling = folder.resolve("gambling.tsv");
    String sound = Files.readString(gambling);
    assertThat(sound).contains("slot gacor");

    Files.writeString(gambling, "rusak\tsekali", StandardOpenOption.APPEND);

    assertThat(terms(patrols)).contains("slot gacor");
    assertThat(patrols.words()).isInstanceOf(LexiconFolder.Outcome.Refused.class);

    Files.write(gambling, new byte[] {(byte) 0xff, 0, 1, 2});
    assertThat(terms(patrols)).contains("slot gacor");

    String more = "contoh88\tgambling\tpromotes\t1.5\tword\t\t\town\t2026-11-22\n";
    Files.writeString(
        gambling, (sound.endsWith("\n") ? sound : sound + "\n") + more, StandardCharsets.UTF_8);

    assertThat(terms(patrols)).contains("slot gacor", "contoh88");
  }

  private static List<String> terms(OfficePatrols patrols) {
    return patrols.of(OFFICE).examine(POST).findings().stream()
        .flatMap(finding -> finding.reasons().stream())
        .filter(ronda.identify.signal.TermFound.class::isInstance)
        .map(reason -> ((ronda.identify.signal.TermFound) reason).term())
        .toList();
  }
}
