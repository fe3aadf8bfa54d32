package ronda.server.evidence;

import java.util.Locale;
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;
import ronda.casework.evidence.Part;

/** What a file that was brought is called here: nothing of its own name but the ending. */
final class FileName {
  private static final int LONGEST_ENDING = 8;

  private FileName() {}

  /** {@code file.png}: a name may say who is in a picture, and names are not sealed. */
  static String of(MultipartFile file) {
    String given = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    String ending = given.substring(given.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean plain =
        given.contains(".") && ending.length() <= LONGEST_ENDING && Part.isName("file." + ending);
    return plain && !ending.isEmpty() ? "file." + ending : "file.bin";
  }

  /** A media type without parameters; the browser's word, which nobody relies on. */
  static String type(MultipartFile file) {
    String type = Optional.ofNullable(file.getContentType()).orElse("");
    boolean plain =
        type.length() <= 100
            && type.chars()
                .allMatch(
                    c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "/+.-".indexOf(c) >= 0);
    return plain && type.contains("/") ? type : "application/octet-stream";
  }
}
