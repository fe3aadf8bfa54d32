package ronda.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import ronda.casework.review.Jobs;
import ronda.identify.post.Category;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description names every door for programs, and no other. */
class OpenApiTest {
  private static final String RESOURCE = "/ronda/server/api/openapi.json";
  private static final Path COMMITTED =
      Path.of(System.getProperty("ronda.root", ".."), "docs", "api", "openapi.json");

  @Test
  void every_door_for_programs_is_described_and_no_other() throws Exception {
    Set<String> described = new TreeSet<>();
    JsonNode paths = description().get("paths");
    for (String path : paths.propertyNames()) {
      for (String method : paths.get(path).propertyNames()) {
        described.add(method.toUpperCase(Locale.ROOT) + " " + path);
      }
    }

    assertThat(described).isEqualTo(doors());
  }

  @Test
  void what_is_served_is_what_is_committed() throws IOException {
    try (InputStream served = OpenApiTest.class.getResourceAsStream(RESOURCE)) {
      assertThat(served).hasBinaryContent(Files.readAllBytes(COMMITTED));
    }
  }

  @Test
  void how_far_jobs_are_counted_is_said_as_it_is() throws Exception {
    assertThat(description().toString())
        .contains(
            "counted up to %d, which means more than %d"
                .formatted(Jobs.MOST_COUNTED, Jobs.MOST_COUNTED - 1));
  }

  @Test
  void answers_have_the_fields_that_are_described() throws Exception {
    assertThat(fields("ronda.server.desk.JobsDoor$Item")).isEqualTo(described("Item"));
    assertThat(fields("ronda.server.desk.JobsDoor$Page")).isEqualTo(described("Page"));
    assertThat(fields("ronda.server.desk.PostsDoor$Taken")).isEqualTo(described("Taken"));
    assertThat(fields("ronda.server.desk.PostsDoor$Rejected")).isEqualTo(described("Rejected"));
    assertThat(fields("ronda.server.transparency.PublicReports$Listed"))
        .isEqualTo(described("ListedReport"));
    assertThat(fields("ronda.server.transparency.ReportFile")).isEqualTo(described("Report"));
    assertThat(fields("ronda.server.transparency.ReportFile$Section"))
        .isEqualTo(described("ReportSection"));
  }

  @Test
  void every_category_is_described() throws IOException {
    JsonNode codes = description().at("/components/schemas/Item/properties/category/enum");

    assertThat(codes.valueStream().map(JsonNode::asString))
        .containsExactly(
            Arrays.stream(Category.values()).map(Category::code).toArray(String[]::new));
  }

  private static Set<String> doors() throws ClassNotFoundException {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
    Set<String> doors = new TreeSet<>();
    for (var found : scan.findCandidateComponents("ronda.server")) {
      for (Method method : Class.forName(found.getBeanClassName()).getDeclaredMethods()) {
        RequestMapping mapping =
            AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping != null) {
          Arrays.stream(mapping.path())
              .filter(path -> path.startsWith("/api/"))
              .forEach(path -> doors.add(mapping.method()[0] + " " + path));
        }
      }
    }
    return doors;
  }

  private static Set<String> fields(String record) throws ClassNotFoundException {
    return Arrays.stream(Class.forName(record).getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toSet());
  }

  private static Set<String> described(String schema) throws IOException {
    return Set.copyOf(
        description().at("/components/schemas/" + schema + "/properties").propertyNames());
  }

  private static JsonNode description() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(COMMITTED));
  }
}
