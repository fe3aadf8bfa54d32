package ronda.server.evidence;

import java.util.List;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.Part;

/**
 * Which pictures a page may show (gambar yang boleh tampil): those that our own program took of a
 * page. An intimate picture and whatever somebody brought are downloaded, if at all, and never
 * shown by the desk.
 */
final class SeenPicture {
  private SeenPicture() {}

  /** The names of the parts of {@code item} that may be shown. */
  static List<String> namesOf(Item item) {
    return item.kind() == Item.Kind.CAPTURE
        ? item.parts().stream()
            .filter(part -> part.type().equals("image/png") && part.size() > 0)
            .map(Part::name)
            .toList()
        : List.of();
  }
}
