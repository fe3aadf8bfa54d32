package ronda.proof.picture;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * WebP as far as it is read: one still picture, opaque and lossy, as platforms serve photographs
 * and posters. Its frame is taken out of the file and handed to the decoder alone, so that nothing
 * else of a hostile file reaches it: no colour profile, no transparency, no second frame. Lossless
 * frames are left out because what their decoder does has no bound: a small file may ask for any
 * number of transforms of the whole picture.
 */
final class Webp {
  /** The decoder holds about 30 bytes a pixel. */
  static final int MOST_PIXELS = 4 << 20;

  private static final int HEAD = 12;
  private static final int CHUNK = 8;
  private static final int FRAME_HEAD = 10;
  private static final int MOST_CHUNKS = 100;
  private static final int MOVES = 0x02;
  private static final int TRANSPARENT = 0x10;

  private Webp() {}

  /** What a file holds. */
  sealed interface Found {
    /**
     * A picture that is read.
     *
     * @param frame where its frame begins in the file
     * @param length how long the frame is, in bytes
     */
    record Still(int frame, int length, int width, int height) implements Found {}

    record Not(String why) implements Found {}
  }

  /** Looks at the heads of a file's chunks; empty if it is no WebP. */
  static Optional<Found> in(byte[] bytes) {
    return PictureKind.of(bytes)
        .filter(kind -> kind == PictureKind.WEBP)
        .map(kind -> chunks(bytes));
  }

  private static Found chunks(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long at = HEAD;
    for (int n = 0; n < MOST_CHUNKS && at + CHUNK <= bytes.length; n++) {
      String name = new String(bytes, (int) at, 4, StandardCharsets.ISO_8859_1);
      long length = file.getInt((int) at + 4) & 0xffff_ffffL;
      int content = (int) at + CHUNK;
      if (length > bytes.length - content) {
        return new Found.Not("WebP that is cut off");
      }
      switch (name) {
        case "VP8 " -> {
          return frame(file, content, (int) length);
        }
        case "VP8L" -> {
          return new Found.Not("lossless WebP");
        }
        case "ALPH" -> {
          return new Found.Not("WebP with transparency");
        }
        case "ANIM", "ANMF" -> {
          return new Found.Not("WebP that moves");
        }
        case "VP8X" -> {
          int flags = length == 0 ? 0 : bytes[content];
          if ((flags & (MOVES | TRANSPARENT)) != 0) {
            return new Found.Not(
                (flags & MOVES) != 0 ? "WebP that moves" : "WebP with transparency");
          }
        }
        default -> {} // A colour profile, or words about the picture.
      }
      at = content + length + (length & 1);
    }
    return new Found.Not("WebP without a picture");
  }

  /** A key frame begins with its tag, 9d 01 2a, and its size in twice 14 bits (RFC 6386, 9.1). */
  private static Found frame(ByteBuffer file, int at, int length) {
    boolean isKey =
        length > FRAME_HEAD
            && (file.get(at) & 1) == 0
            && file.get(at + 3) == (byte) 0x9d
            && file.getShort(at + 4) == 0x2a01;
    if (!isKey) {
      return new Found.Not("WebP whose picture cannot be read");
    }
    int width = file.getShort(at + 6) & 0x3fff;
    int height = file.getShort(at + 8) & 0x3fff;
    if (width == 0 || height == 0) {
      return new Found.Not("WebP whose picture cannot be read");
    }
    return new Found.Still(at, length, width, height);
  }

  /** A file with nothing but the frame. */
  static ImageInputStream alone(byte[] bytes, Found.Still still) {
    int padded = still.length() + (still.length() & 1);
    ByteBuffer head = ByteBuffer.allocate(HEAD + CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    head.put(ascii("RIFF")).putInt(4 + CHUNK + padded).put(ascii("WEBP"));
    head.put(ascii("VP8 ")).putInt(still.length());
    var file = new ByteArrayOutputStream(HEAD + CHUNK + padded);
    file.writeBytes(head.array());
    file.write(bytes, still.frame(), still.length());
    file.writeBytes(new byte[padded - still.length()]);
    return new MemoryCacheImageInputStream(new ByteArrayInputStream(file.toByteArray()));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static ImageReader reader() throws IOException {
    return new WebPImageReaderSpi().createReaderInstance(null);
  }
}
