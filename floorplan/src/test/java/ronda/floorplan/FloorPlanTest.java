package ronda.floorplan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The floor plan: read it from top to bottom to follow a post through the house. */
class FloorPlanTest {
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("ronda.identify.post"),
          Set.of("ronda.identify.text", "ronda.identify.signal"),
          Set.of("ronda.identify.lexicon", "ronda.identify.entity", "ronda.identify.classify"),
          Set.of("ronda.identify.decide"),
          Set.of("ronda.identify"), // Patrol, which uses all
          Set.of("ronda.policies.cel", "ronda.onnx.classify", "ronda.sources.files"),
          Set.of("ronda.policies.outfit", "ronda.sources.sheets"),
          Set.of("ronda.casework.office", "ronda.casework.chain"),
          Set.of(
              "ronda.casework.intake",
              "ronda.casework.cases",
              "ronda.casework.authority",
              "ronda.casework.watch",
              "ronda.casework.modus",
              "ronda.casework.notice",
              "ronda.casework.evidence"),
          Set.of("ronda.casework.review", "ronda.casework.policy", "ronda.casework.referral"),
          Set.of(
              "ronda.casework.quality",
              "ronda.casework.retention",
              "ronda.casework.objection",
              "ronda.casework.transparency"),
          Set.of("ronda.casework"), // Desk and CaseFlow
          Set.of("ronda.paper.print"),
          Set.of(
              "ronda.proof.stamp",
              "ronda.proof.vault",
              "ronda.proof.picture",
              "ronda.letters.form",
              "ronda.letters.pgp"),
          Set.of("ronda.proof.capture"), // the pictures of a page
          Set.of("ronda.proof.bundle", "ronda.letters.mail"),
          Set.of("ronda.store.postgres"),
          Set.of("ronda.store.schema"),
          Set.of("ronda.store.backup", "ronda.store.sql"),
          Set.of("ronda.store.login"),
          Set.of("ronda.server.door"), // who may enter
          Set.of("ronda.server.page", "ronda.server.patrol"),
          Set.of(
              "ronda.server.login",
              "ronda.server.people",
              "ronda.server.desk",
              "ronda.server.watch",
              "ronda.server.policies"),
          Set.of("ronda.server.authority", "ronda.server.objection"),
          Set.of("ronda.server.referral"),
          Set.of(
              "ronda.server.sample",
              "ronda.server.evidence",
              "ronda.server.upload",
              "ronda.server.quality",
              "ronda.server.retention",
              "ronda.server.transparency",
              "ronda.server.api"),
          Set.of("ronda.tool.report", "ronda.tool.training", "ronda.tool.scan"),
          Set.of("ronda.tool.command"),
          Set.of("ronda.server.start"),
          Set.of("ronda.server.command"),
          Set.of("ronda.server"), // Main, read third
          Set.of("ronda.tool"));

  /** Rooms beside the house: they make tables before the build, or measure it afterwards. */
  private static final Set<String> OUTBUILDINGS =
      Set.of(
          "ronda.testkit.disguise",
          "ronda.testkit.hostile",
          "ronda.testkit.network",
          "ronda.testkit.picture",
          "ronda.testkit.sheet",
          "ronda.testkit.wire",
          "ronda.testkit.contract",
          "ronda.tables",
          "ronda.bench",
          "ronda.bench.lexicon",
          "ronda.floorplan");

  private static final Path ROOT = Path.of(System.getProperty("ronda.root", ".."));

  private static final JavaClasses RONDA =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("ronda");

  @TestFactory
  Stream<DynamicTest> a_room_uses_only_rooms_on_the_floors_above() {
    return IntStream.range(0, FLOORS.size())
        .boxed()
        .flatMap(
            floor ->
                FLOORS.get(floor).stream()
                    .map(room -> dynamicTest(room, () -> checkDirection(room, floor))));
  }

  private static void checkDirection(String room, int floor) {
    String[] outOfSight =
        FLOORS.subList(floor, FLOORS.size()).stream()
            .flatMap(Set::stream)
            .filter(other -> !other.equals(room))
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(outOfSight)
        .because(
            "a post flows one way: move what both rooms need to a room above, or return it"
                + " as a value and let the caller pass it on")
        .allowEmptyShould(true)
        .check(RONDA);
  }

  @Test
  void every_room_stands_on_the_plan() {
    Set<String> planned =
        Stream.concat(FLOORS.stream().flatMap(Set::stream), OUTBUILDINGS.stream())
            .collect(Collectors.toSet());
    Set<String> built =
        RONDA.stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    built.removeAll(planned);
    assertThat(built)
        .as("rooms that are not on the plan: add them to FLOORS, with a page in docs/decisions")
        .isEmpty();
  }

  @Test
  void no_room_on_the_plan_is_only_drawn() {
    Set<String> built = RONDA.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    assertThat(FLOORS.stream().flatMap(Set::stream).filter(room -> !built.contains(room)))
        .as("rooms on the plan that nobody has built: strike them out until they stand")
        .isEmpty();
  }

  @Test
  void every_room_says_what_it_is_for() throws IOException {
    Set<Path> silent = new TreeSet<>();
    for (Path file : mainSources()) {
      Path sign = file.resolveSibling("package-info.java");
      if (!Files.exists(sign) || !Files.readString(sign).contains("@NullMarked")) {
        silent.add(ROOT.relativize(file.getParent()));
      }
    }
    assertThat(silent)
        .as("folders without a package-info that is @NullMarked and says what the room is for")
        .isEmpty();
  }

  @Test
  void thinking_rooms_need_nothing_but_java() {
    classes()
        .that()
        .resideInAnyPackage("ronda.identify..", "ronda.casework..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "ronda.identify..", "ronda.casework..")
        .because(
            "identify runs unchanged in a shell, a server and a cluster: a library it leans on"
                + " would have to be right in all three")
        .check(RONDA);
  }

  @Test
  void hostile_text_never_meets_a_backtracking_expression() {
    noClasses()
        .that()
        .resideInAPackage("ronda.identify..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.regex..")
        .because("one crafted post could keep java.util.regex busy for hours: scan by hand")
        .check(RONDA);
  }

  @Test
  void names_say_what_a_thing_is() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Processor")
        .orShould()
        .haveSimpleNameEndingWith("Handler")
        .orShould()
        .haveSimpleNameEndingWith("Data")
        .orShould()
        .haveSimpleNameEndingWith("Info")
        .because("such a word fits every class and therefore says nothing: name what it is or does")
        .check(RONDA);
  }

  @Test
  void every_type_in_the_glossary_exists() throws IOException {
    String glossary = Files.readString(ROOT.resolve("GLOSSARY.md"));
    Set<String> missing =
        Pattern.compile("`(ronda\\.[a-z.]+\\.[A-Z]\\w*)`")
            .matcher(glossary)
            .results()
            .map(match -> match.group(1))
            .filter(name -> !RONDA.contain(name))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(missing).as("GLOSSARY.md names types that do not exist").isEmpty();
  }

  private static List<Path> mainSources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/main/java/"))
          .filter(file -> !file.toString().contains("/target/")) // Generated, by others' taste.
          .filter(file -> !file.endsWith("package-info.java"))
          .toList();
    }
  }
}
