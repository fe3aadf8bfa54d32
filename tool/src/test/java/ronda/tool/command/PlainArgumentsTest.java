package ronda.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments in their plain form are taken without picocli, and mean what picocli makes of them. */
class PlainArgumentsTest {
  @TempDir private Path folder;
  private String posts = "";

  @BeforeEach
  void write_posts() throws IOException {
    posts = folder.resolve("posts.txt").toString();
    Files.writeString(
        Path.of(posts), "selamat pagi\nMain di CONTOH88 gacor maxwin, wa 0812-0000-0188\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "POSTS",
        "POSTS --explain",
        "--explain --lang en POSTS",
        "--format text - --lang id",
        "POSTS POSTS",
        "--format klingon POSTS",
        "--explain --lang xx POSTS",
        "missing.jsonl",
      })
  void plain_arguments_mean_the_same_to_both(String line) {
    String[] arguments = arguments(line);

    assertThat(new IdentifyCommand(Streams.ofProcess()).takes(rest(arguments))).isTrue();
    assertThat(told(arguments)).isEqualTo(told(arguments(line + " --threads=2")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "-h",
        "--nonsense",
        "POSTS --out",
        "POSTS --out --explain",
        "--lang en --lang id POSTS",
        "--explain --explain POSTS",
        "--format=text POSTS",
        "@POSTS",
        "-- POSTS",
        "--threads 2 POSTS",
      })
  void anything_else_is_left_to_picocli(String line) {
    assertThat(new IdentifyCommand(Streams.ofProcess()).takes(rest(arguments(line)))).isFalse();
  }

  @Test
  void findings_go_where_out_says() throws IOException {
    Path one = folder.resolve("one.jsonl");
    Path other = folder.resolve("other.jsonl");

    told("identify", posts, "--out", one.toString());
    told("identify", posts, "--out=" + other);

    assertThat(Files.readAllLines(one)).hasSize(2).isEqualTo(Files.readAllLines(other));
  }

  private List<Object> told(String... arguments) {
    Told told = Told.on("{\"text\":\"selamat sore\"}\n", arguments);
    // The rate at the end of the summary is never the same.
    return List.of(told.exit(), told.out(), told.err().replaceAll("[0-9,]+ posts/s", ""));
  }

  private String[] arguments(String line) {
    return ("identify " + line).strip().replace("POSTS", posts).split(" +");
  }

  private static String[] rest(String... arguments) {
    return List.of(arguments).subList(1, arguments.length).toArray(String[]::new);
  }
}
