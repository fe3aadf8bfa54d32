package ronda.server.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Which bytes are a picture, by how they begin: the browser's word for it is not relied on. */
final class PictureKinds {
  private static final List<byte[]> BEGINNINGS =
      List.of(
          latin1("\u0089PNG\r\n\u001a\n"),
          latin1("\u00ff\u00d8\u00ff"), // JPEG
          latin1("GIF87a"),
          latin1("GIF89a"),
          latin1("II*\0"), // TIFF
          latin1("MM\0*"));

  private PictureKinds() {}

  static boolean isPicture(byte[] bytes) {
    return BEGINNINGS.stream().anyMatch(begin -> holds(bytes, 0, begin))
        || holds(bytes, 0, latin1("RIFF")) && holds(bytes, 8, latin1("WEBP"))
        || holds(bytes, 4, latin1("ftypheic"))
        || holds(bytes, 4, latin1("ftypavif"));
  }

  private static boolean holds(byte[] bytes, int at, byte[] part) {
    return bytes.length >= at + part.length
        && Arrays.equals(bytes, at, at + part.length, part, 0, part.length);
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
