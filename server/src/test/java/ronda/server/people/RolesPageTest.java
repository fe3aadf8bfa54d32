package ronda.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ronda.casework.office.Permission;
import ronda.casework.office.Role;

/** The page on roles says of each role what the doors let it do. */
class RolesPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("ronda.root", "..")).resolve("docs/running/roles.md");

  @Test
  void every_role_is_told_of() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(Role.values()).allMatch(role -> page.contains("| `" + role.code() + "` |"));
  }

  @Test
  void the_table_of_permissions_is_that_of_the_roles() throws IOException {
    List<List<String>> expected = new ArrayList<>();
    for (Permission permission : Permission.values()) {
      List<String> row = new ArrayList<>(List.of("`" + permission.name() + "`"));
      for (Role role : Role.values()) {
        row.add(role.permissions().contains(permission) ? "x" : "");
      }
      expected.add(row);
    }
    List<List<String>> told = new ArrayList<>();
    for (String line : Files.readAllLines(PAGE)) {
      if (line.matches("[|] `[A-Z_]+` [|].*")) {
        List<String> cells =
            Stream.of(line.substring(1).split("[|]", -1)).map(String::strip).toList();
        List<String> row = new ArrayList<>(List.of(cells.getFirst()));
        row.addAll(cells.subList(2, 2 + Role.values().length));
        told.add(row);
      }
    }

    assertThat(told).isEqualTo(expected);
  }
}
