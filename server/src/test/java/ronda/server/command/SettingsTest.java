package ronda.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import ronda.server.door.SettingRefused;

/** What each setting may be, and that the documents and the code know the same ones. */
class SettingsTest {
  private static final Locale ROOT_LOCALE = Locale.ROOT;

  private static final Path ROOT =
      Path.of(System.getProperty("ronda.root", "..")).toAbsolutePath().normalize();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RONDA_ZONE|Asia/Jakrta|Asia/Jakarta",
        "RONDA_SMTP_TLS|ssl|tls, starttls, or none",
        "RONDA_IMAP_PORT|imap|1 to 65535",
        "RONDA_PUBLIC_URL|ronda.contoh.go.id|https://",
        "RONDA_PUBLIC_URL|https://contoh.go.id/ronda|nothing behind the name",
        "RONDA_PROXY|proksi|10.0.0.5",
        "RONDA_SAMPLE_SHARE|5|from 0 to 1",
        "RONDA_SECOND_LOOK_PERCENT|101|0 to 100",
        "RONDA_OBJECTION_DAYS|dua|1 to 3650",
        "RONDA_LETTERS_SEND_EVERY|30|30s",
        "RONDA_LETTERS_ABANDONEDAFTER|-PT1M|longer than nothing",
        "RONDA_CAPTURE_PERMIT|https://intranet|names of hosts",
        "RONDA_EVIDENCE_AUTHORITY|stempel|https://",
        "RONDA_OIDC_ISSUER|login|https://",
      })
  void what_cannot_be_used_is_named_with_what_may_stand(String name, String value, String allowed) {
    assertThatThrownBy(() -> Settings.check(Map.of(name, value)))
        .isInstanceOf(SettingRefused.class)
        .hasMessageStartingWith(name + " '" + value + "' cannot be used")
        .hasMessageContaining(allowed)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void a_key_is_never_repeated() {
    for (String name : Set.of("RONDA_SEAL_KEY", "RONDA_EVIDENCE_KEYS")) {
      assertThatThrownBy(() -> Settings.check(Map.of(name, "00ff")))
          .hasMessageContaining(name)
          .hasMessageContaining("64 hexadecimal digits")
          .message()
          .doesNotContain("00ff");
    }
  }

  @Test
  void settings_that_do_not_go_together_are_refused() {
    assertThatThrownBy(
            () ->
                Settings.check(
                    Map.of("RONDA_SMTP_HOST", "surel.contoh.invalid", "RONDA_SMTP_TLS", "none")))
        .hasMessageContaining("RONDA_SMTP_")
        .hasMessageContaining("surel.contoh.invalid");
    assertThatThrownBy(
            () -> Settings.check(Map.of("RONDA_OIDC_ISSUER", "https://masuk.contoh.invalid")))
        .hasMessageContaining("RONDA_OIDC_CLIENT_ID");
  }

  @Test
  void what_is_right_or_blank_passes() {
    assertThatCode(
            () ->
                Settings.check(
                    Map.of(
                        "RONDA_ZONE", "Asia/Jayapura",
                        "RONDA_PUBLIC_URL", "https://ronda.contoh.go.id/",
                        "RONDA_SEAL_KEY", "0f".repeat(32),
                        "RONDA_LETTERS_SEND_EVERY", "PT30S",
                        "RONDA_LETTERS_READEVERY", "2m",
                        "RONDA_CAPTURE_PERMIT", "intranet.contoh, situs.contoh",
                        "RONDA_SMTP_TLS", "STARTTLS",
                        "RONDA_SAMPLE_DAYS", " ",
                        "SETELAN_LAIN", "apa saja")))
        .doesNotThrowAnyException();
  }

  @Test
  void a_misspelt_setting_is_noticed() {
    assertThat(
            Settings.unknown(
                Map.of(
                    "RONDA_STMP_HOST", "a", "RONDA_SMTP_HOST", "b", "LANG", "C", "RONDA_ZONE", "")))
        .containsExactly("RONDA_STMP_HOST");
  }

  /** {@code ${ronda.letters.send-every:PT10S}} is RONDA_LETTERS_SEND_EVERY. */
  @Test
  void every_setting_that_the_code_reads_is_known() {
    Set<String> read = new TreeSet<>();
    Pattern property = Pattern.compile("\\$\\{(ronda\\.[a-z.-]+|RONDA_[A-Z_]+)[:}]");
    Pattern named = Pattern.compile("\"(RONDA_[A-Z_]*[A-Z])\"");
    Pattern inLauncher = Pattern.compile("\\$\\{(RONDA_[A-Z_]+)");
    sources().forEach(file -> read.addAll(found(property, file)));
    sources().forEach(file -> read.addAll(found(named, file)));
    read.addAll(found(inLauncher, ROOT.resolve("ronda")));

    assertThat(read).hasSizeGreaterThan(30);
    assertThat(Settings.names()).containsAll(read);
  }

  @Test
  void every_setting_stands_in_the_table_and_the_table_names_no_other() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/running/operating.md"));
    String table = page.substring(page.indexOf("## Settings"), page.indexOf("## Commands"));
    Set<String> told =
        Pattern.compile("^[|]([^|]*)[|]", Pattern.MULTILINE)
            .matcher(table)
            .results()
            .flatMap(row -> Pattern.compile("`(RONDA_[A-Z_]+)`").matcher(row.group(1)).results())
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(told).containsExactlyInAnyOrderElementsOf(Settings.names());
    assertThat(table).contains("`CHROMIUM`");
  }

  /** Whatever the table calls a setting is heard by the placeholder that reads it. */
  @Test
  void the_names_of_the_table_reach_what_reads_them() {
    Pattern property = Pattern.compile("\\$\\{(ronda\\.[a-z.-]+)[:}]");
    Set<String> read = new TreeSet<>();
    for (Path file : sources()) {
      property.matcher(text(file)).results().forEach(match -> read.add(match.group(1)));
    }
    read.removeAll(
        Set.of("ronda.root", "ronda.home", "ronda.public-url")); // Given by the commands.
    Map<String, Object> environment =
        Settings.names().stream().collect(Collectors.toMap(name -> name, name -> name));
    StandardEnvironment spring = new StandardEnvironment();
    spring
        .getPropertySources()
        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", environment));
    ConfigurationPropertySources.attach(spring);

    assertThat(read).hasSizeGreaterThan(15);
    for (String name : read) {
      assertThat(spring.getProperty(name))
          .as(name)
          .isEqualTo(name.replaceAll("[.-]", "_").toUpperCase(ROOT_LOCALE));
    }
  }

  private static Set<String> found(Pattern pattern, Path file) {
    return pattern
        .matcher(text(file))
        .results()
        .map(match -> match.group(1).replaceAll("[.-]", "_").toUpperCase(ROOT_LOCALE))
        .collect(Collectors.toSet());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What runs at an office: not the measuring, which sets some of them for its own children. */
  private static Set<Path> sources() {
    return Stream.of("server", "tool", "store", "letters", "proof", "sources", "onnx", "policies")
        .flatMap(module -> walk(ROOT.resolve(module).resolve("src/main/java")))
        .filter(file -> file.toString().endsWith(".java"))
        .collect(Collectors.toSet());
  }

  private static Stream<Path> walk(Path folder) {
    try {
      return Files.walk(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
