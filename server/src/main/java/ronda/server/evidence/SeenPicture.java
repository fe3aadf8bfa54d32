package ronda.server.evidence;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.Part;
import ronda.proof.capture.Captured;

/**
 * Which pictures a page may show (gambar yang boleh tampil): those that our own program took of a
 * page. The pictures of the page itself are downloaded: their bytes are somebody else's. An
 * intimate picture and whatever somebody brought are downloaded, if at all, and never shown by the
 * desk; nor is the picture of a page in a case of one of the worst categories, because it may be an
 * intimate one.
 */
final class SeenPicture {
  private SeenPicture() {}

  /** The names of the parts of this item that may be shown. */
  static List<String> namesOf(Openings.Found found, JdbcClient jdbc) {
    return found.item().kind() == Item.Kind.CAPTURE && !Intimate.mayBe(found.file(), jdbc)
        ? found.item().parts().stream()
            .filter(part -> part.name().equals(Captured.SCREENSHOT) && part.size() > 0)
            .map(Part::name)
            .toList()
        : List.of();
  }
}
