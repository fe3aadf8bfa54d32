package ronda.tool.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The libraries that the build has written down, as CycloneDX in JSON. */
public final class BillOfMaterials {
  private static final String OUR_OWN = "pkg:maven/ronda/";

  private BillOfMaterials() {}

  /**
   * The libraries of this bill, without our own modules.
   *
   * @throws IOException where it cannot be read, or is no bill of materials
   */
  public static List<Library> read(Path file) throws IOException {
    try {
      JsonNode bill = JsonMapper.shared().readTree(Files.readAllBytes(file));
      if (!bill.path("bomFormat").asString("").equals("CycloneDX")) {
        throw new IOException("it is no bill of materials in CycloneDX's JSON");
      }
      return bill.path("components")
          .valueStream()
          .map(component -> component.path("purl").asString(""))
          .filter(purl -> purl.indexOf('@') > 0 && !purl.startsWith(OUR_OWN))
          .map(purl -> new Library(purl.split("[?#]", 2)[0]))
          .distinct()
          .toList();
    } catch (JacksonException | IllegalArgumentException damaged) {
      throw new IOException("it is no bill of materials: " + damaged.getMessage(), damaged);
    }
  }
}
