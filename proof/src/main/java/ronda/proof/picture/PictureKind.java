package ronda.proof.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which bytes are a picture, by how they begin: the word of a browser or a server for it is not
 * relied on.
 */
public enum PictureKind {
  PNG("image/png", "png", 0, "\u0089PNG\r\n\u001a\n"),
  JPEG("image/jpeg", "jpg", 0, "\u00ff\u00d8\u00ff"),
  GIF("image/gif", "gif", 0, "GIF8"),
  BMP("image/bmp", "bmp", 0, "BM"),
  TIFF("image/tiff", "tif", 0, "II*\0"),
  TIFF_BIG_ENDIAN("image/tiff", "tif", 0, "MM\0*"),
  WEBP("image/webp", "webp", 8, "WEBP"),
  HEIC("image/heic", "heic", 4, "ftypheic"),
  AVIF("image/avif", "avif", 4, "ftypavif");

  private final String type;
  private final String ending;
  private final int at;
  private final byte[] mark;

  PictureKind(String type, String ending, int at, String mark) {
    this.type = type;
    this.ending = ending;
    this.at = at;
    this.mark = mark.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The kind of these bytes; empty if they are no picture that is known. */
  public static Optional<PictureKind> of(byte[] bytes) {
    return Arrays.stream(values()).filter(kind -> kind.begins(bytes)).findFirst();
  }

  private boolean begins(byte[] bytes) {
    return bytes.length >= at + mark.length
        && Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length);
  }

  /** The media type. */
  public String type() {
    return type;
  }

  /** How the name of such a file ends, without the dot. */
  public String ending() {
    return ending;
  }
}
