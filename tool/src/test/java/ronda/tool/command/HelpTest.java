package ronda.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./ronda help} tells: of every command, and of every way to end. */
class HelpTest {
  private static final Path ROOT = Path.of(System.getProperty("ronda.root", ".."));

  @ParameterizedTest
  @ValueSource(
      strings = {"bench", "check", "fix", "identify", "train", "evaluate", "verify", "scan"})
  void every_command_of_this_half_and_of_the_launcher_tells_of_itself(String name) {
    Told told = Told.on("", "help", name);

    assertThat(told.exit()).isZero();
    assertThat(told.out()).contains(name);
    assertThat(Told.on("", "help").out()).contains(name);
  }

  @Test
  void the_overview_names_every_exit_code() throws IllegalAccessException, IOException {
    Set<Integer> codes = new TreeSet<>();
    for (Field field : Exit.class.getFields()) {
      codes.add(field.getInt(null));
    }
    String overview = Told.on("", "help").out();
    String exits = overview.substring(overview.indexOf("Exit codes:"));

    assertThat(codes).hasSizeGreaterThan(8).allMatch(code -> names(exits, code));
    String page = Files.readString(ROOT.resolve("docs/running/operating.md"));
    assertThat(codes).allMatch(code -> page.contains("| " + code + " |"));
  }

  @Test
  void the_help_of_identify_names_the_codes_that_its_page_does() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/running/identify.md"));
    String help = Told.on("", "help", "identify").out();
    Set<Integer> told = new TreeSet<>();
    Stream.of(page.substring(page.indexOf("## Exit codes")).split("\n"))
        .filter(line -> line.matches("\\| [0-9]+ \\|.*"))
        .forEach(line -> told.add(Integer.valueOf(line.split(" ")[1])));

    assertThat(told).hasSizeGreaterThan(6).allMatch(code -> names(help, code));
  }

  private static boolean names(String text, int code) {
    return text.matches("(?s).*(^|[ ,\n])" + code + " .*");
  }
}
