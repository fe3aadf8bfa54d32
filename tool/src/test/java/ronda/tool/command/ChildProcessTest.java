package ronda.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ronda.tool.Main;

/** What only a process of its own can show: a small heap, a pipe that closes. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ChildProcessTest {
  @TempDir Path folder;

  @Test
  void a_stream_of_any_length_runs_in_a_small_heap() throws Exception {
    Path out = folder.resolve("out.jsonl");
    Process ronda =
        start(List.of("-Xmx128m", "-XX:+UseSerialGC"), Redirect.to(out.toFile()), "identify", "-");
    String line = "{\"text\":\"" + "harga cabai naik lagi ya ".repeat(200) + "\"}\n";
    int lines = 40_000;
    long sent = send(ronda, line, lines);

    assertThat(sent).isGreaterThan(190_000_000L);
    assertThat(ronda.waitFor()).as(said(ronda)).isZero();
    try (var written = Files.lines(out)) {
      assertThat(written.count()).isEqualTo(lines);
    }
  }

  @Test
  void whoever_stops_reading_ends_the_run_quietly() throws Exception {
    Process ronda = start(List.of("-Xmx256m"), Redirect.PIPE, "identify", "-");
    ronda.getInputStream().close();

    send(ronda, "{\"text\":\"selamat pagi\"}\n", 200_000);

    assertThat(ronda.waitFor()).isEqualTo(141);
    assertThat(said(ronda)).isEmpty();
  }

  @Test
  void a_full_standard_error_loses_no_refused_line_in_silence() throws Exception {
    List<String> command = command(List.of("-Xmx256m"), "identify", "-");
    Process ronda =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Path.of("/dev/full").toFile())
            .start();

    send(ronda, "{rusak\n", 1);

    assertThat(ronda.waitFor()).isEqualTo(74);
  }

  @Test
  void a_line_of_ten_megabytes_fits_a_small_heap() throws Exception {
    Path out = folder.resolve("out.jsonl");
    Process ronda =
        start(List.of("-Xmx256m"), Redirect.to(out.toFile()), "identify", "--threads", "2", "-");

    send(ronda, "{\"text\":\"" + "x".repeat(10_000_000) + "\"}\n", 12);

    assertThat(ronda.waitFor()).isEqualTo(2);
    assertThat(said(ronda)).contains("0 posts").contains("12 rejected");
  }

  @Test
  void a_wrong_time_zone_is_a_wrong_setting_and_told_before_the_file_is_read() throws Exception {
    Process ronda =
        begin(
            List.of(),
            Redirect.DISCARD,
            Map.of("RONDA_ZONE", "Asia/Nowhere"),
            "verify",
            folder.resolve("none.zip").toString());

    assertThat(ronda.waitFor()).isEqualTo(78);
    assertThat(said(ronda))
        .contains("RONDA_ZONE must be a time zone such as Asia/Jakarta", "was Asia/Nowhere")
        .doesNotContain("fault", "none.zip");
  }

  @Test
  void a_person_at_a_terminal_sees_how_far_it_is_unless_findings_scroll_past() throws Exception {
    Path posts = folder.resolve("posts.jsonl");
    Files.writeString(posts, "{\"text\":\"harga cabai naik lagi ya\"}\n".repeat(200_000));
    String onErrorsAlone = "-Dronda.terminal=2";
    Path out = folder.resolve("out.jsonl");

    start(List.of(onErrorsAlone), Redirect.DISCARD, "identify", posts.toString()).waitFor();
    List<String> told = List.of(Files.readString(folder.resolve("err.txt")).split("\r\u001b\\[K"));
    assertThat(told).hasSizeGreaterThan(2);
    assertThat(told.get(1)).matches("[\\d,]+ posts, [\\d,]+/s, \\d+ %, \\d:\\d\\d:\\d\\d left");
    assertThat(told.getLast()).startsWith("ronda: 200,000 posts, 0 findings");

    String onBoth = "-Dronda.terminal=1,2";
    assertThat(said(start(List.of(onBoth), Redirect.DISCARD, "identify", posts.toString())))
        .startsWith("ronda: 200,000 posts");
    assertThat(
            said(
                start(
                    List.of(onBoth),
                    Redirect.DISCARD,
                    "identify",
                    "--out",
                    out.toString(),
                    posts.toString())))
        .contains(" %, ")
        .contains(" left\r");
  }

  private Process start(List<String> options, Redirect out, String... arguments)
      throws IOException {
    return begin(options, out, Map.of(), arguments);
  }

  private Process begin(
      List<String> options, Redirect out, Map<String, String> settings, String... arguments)
      throws IOException {
    ProcessBuilder ronda =
        new ProcessBuilder(command(options, arguments))
            .redirectOutput(out)
            .redirectError(folder.resolve("err.txt").toFile());
    ronda.environment().putAll(settings);
    return ronda.start();
  }

  private static List<String> command(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(options);
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Dronda.root=" + Root.path());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static long send(Process ronda, String line, int times) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    long sent = 0;
    try (OutputStream in = new BufferedOutputStream(ronda.getOutputStream(), 1 << 16)) {
      for (int i = 0; i < times; i++) {
        in.write(bytes);
        sent += bytes.length;
      }
    } catch (IOException ended) {
      return sent; // It stopped listening, as one test wants it to.
    }
    return sent;
  }

  private String said(Process ronda) throws Exception {
    ronda.waitFor();
    return Files.readString(folder.resolve("err.txt"));
  }
}
