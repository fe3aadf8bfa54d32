package ronda.server.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import ronda.casework.modus.Modus;
import ronda.identify.post.Category;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ways of working that an office may begin with. Ronda's authors wrote them from what is widely
 * known; each waits for somebody who knows to check it.
 */
public final class StartingCatalogue {
  private static final String RESOURCE = "starting-catalogue.json";

  private StartingCatalogue() {}

  private record Entry(
      String title, String category, String pattern, List<String> signals, String advice) {}

  /** All of them. */
  public static List<Modus.Text> texts() {
    try (InputStream in = StartingCatalogue.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      List<Entry> entries = JsonMapper.shared().readValue(in, new TypeReference<>() {});
      return entries.stream()
          .map(
              entry ->
                  new Modus.Text(
                      entry.title(),
                      Category.ofCode(entry.category()).orElseThrow(),
                      entry.pattern(),
                      entry.signals(),
                      entry.advice()))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + RESOURCE, broken);
    }
  }
}
