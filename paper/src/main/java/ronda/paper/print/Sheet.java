package ronda.paper.print;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What is to be printed (lembar cetak).
 *
 * @param title the name that a reader's window shows
 * @param author whose sheet it is, such as the office's name
 * @param language of the text
 * @param running what stands at the foot of each page, before the page's number
 * @param writtenAt the only date that gets into the file: the same sheet gives the same bytes
 */
public record Sheet(
    String title,
    String author,
    Locale language,
    String running,
    Instant writtenAt,
    List<Piece> pieces) {
  public Sheet {
    if (title.isBlank()) {
      throw new IllegalArgumentException("a sheet has a title");
    }
    pieces = List.copyOf(pieces);
  }
}
