package ronda.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import ronda.casework.office.Role;

/**
 * Knocks at every door of the pages as no page of ours does: with another method, another kind of
 * content, fields that are odd, too long or missing. Whoever errs is told so; nothing breaks.
 */
class WrongKnocksTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  /** What a field may hold that nobody types. */
  private static final List<String> ODD =
      List.of(
          "",
          "99999999999999999999",
          "a\0b",
          "\u202e\ud83d\ude00 \u65e5\u672c",
          "a\r\nX-Evil: 1",
          "9".repeat(20_000));

  /** Knocking there ends this browser's session, and with it the walk. */
  private static final Set<String> ENDING = Set.of("/sign-out", "/me", "/sign-in", "/first-run");

  private final Map<String, Set<String>> broken = new TreeMap<>();
  private Browser browser = DESK.browser();
  private String token = "";

  @BeforeEach
  void somebody_who_may_do_all_is_signed_in() {
    browser =
        DESK.browserOf(
            DESK.person(
                DESK.office("Dinas yang salah diketuk " + UUID.randomUUID()),
                "Ani Contoh",
                Role.values()));
    token = browser.open("/").field("_csrf");
    assertThat(token).isNotEmpty();
  }

  private void note(Door door, String how, Browser.Page answer) {
    boolean evil = answer.headers().containsKey("x-evil");
    if (answer.status() >= 500 || evil) {
      broken
          .computeIfAbsent(door.toString(), at -> new TreeSet<>())
          .add(answer.status() + " " + how.substring(0, Math.min(60, how.length())));
    }
  }

  private static List<Door> doors() {
    return Door.all(DESK).stream()
        .filter(door -> !door.isApi() && !door.path("x").equals("/error"))
        .filter(door -> ENDING.stream().noneMatch(end -> door.path("x").startsWith(end)))
        .toList();
  }

  @Test
  void another_method_or_kind_of_content_breaks_nothing() {
    for (Door door : doors()) {
      String path = door.path(UUID.randomUUID().toString());
      for (String method : List.of("GET", "DELETE", "OPTIONS")) {
        if (!door.method().equals(method)) {
          note(door, method, browser.send(method, path + "?_csrf=" + encoded(token)));
        }
      }
      for (String type :
          List.of(
              "application/json",
              "application/x-www-form-urlencoded; charset=nope",
              "multipart/form-data; boundary=x")) {
        note(
            door,
            type,
            browser.send("POST", path + "?_csrf=" + encoded(token), "Content-Type", type));
      }
      note(door, "image", browser.get(path, "Accept", "image/png"));
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void odd_fields_break_nothing() {
    for (Door door : doors()) {
      for (String id : List.of("x", "9".repeat(400))) {
        note(door, "id " + id, sent(door, id, Map.of()));
      }
      List<String> names = names(door);
      String id = UUID.randomUUID().toString();
      for (String odd : ODD) {
        Map<String, String> all = names.stream().collect(Collectors.toMap(n -> n, n -> odd));
        note(door, "all " + odd, sent(door, id, all));
      }
    }

    assertThat(broken).isEmpty();
  }

  private Browser.Page sent(Door door, String id, Map<String, String> fields) {
    if (door.changes()) {
      var all = new TreeMap<>(fields);
      all.put("_csrf", token);
      return browser.postRaw(door.path(id), all);
    }
    String asked =
        fields.entrySet().stream()
            .map(
                field ->
                    encoded(field.getKey())
                        + "="
                        + encoded(
                            field
                                .getValue()
                                .substring(0, Math.min(500, field.getValue().length()))))
            .collect(Collectors.joining("&"));
    return browser.get(door.path(id) + (asked.isEmpty() ? "" : "?" + asked));
  }

  /** The fields that a door asks for by name, and those that many forms have. */
  private static List<String> names(Door door) {
    Stream<String> asked =
        Stream.of(door.behind().getMethodParameters())
            .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
            .map(WrongKnocksTest::name)
            .filter(name -> !name.isEmpty());
    return Stream.concat(
            asked,
            Stream.of(
                "id",
                "name",
                "reason",
                "text",
                "category",
                "after",
                "page",
                "days",
                "shown",
                "key"))
        .distinct()
        .toList();
  }

  private static String name(MethodParameter parameter) {
    RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
    if (asked != null && !asked.name().isEmpty()) {
      return asked.name();
    }
    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
    String named = parameter.getParameterName();
    return named == null || Map.class.isAssignableFrom(parameter.getParameterType()) ? "" : named;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
