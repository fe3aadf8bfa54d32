package ronda.proof.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * What is shown of a picture until somebody asks to see it (selubung gambar): its light and dark in
 * a few hundred spots without colour, so that nobody can read or recognise anything, whatever the
 * reader's browser does with it.
 */
public final class Veil {
  /** Spots in width and in height. */
  static final int SPOTS = 16;

  /** The longer side of the veil, in pixels. */
  static final int LONGEST_SIDE = 160;

  private static final int ENOUGH = 512;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Veil() {}

  /**
   * The veil of a picture, as a PNG of a few thousand bytes; a plain grey one where the picture
   * cannot be read, is too large or takes too long.
   */
  public static byte[] of(byte[] picture) {
    Pictures.Size size =
        Pictures.size(picture)
            .filter(one -> (long) one.width() * one.height() <= Pictures.MOST_PIXELS)
            .orElse(new Pictures.Size(LONGEST_SIDE, LONGEST_SIDE));
    BufferedImage spots = decoded(picture, size).map(Veil::spots).orElseGet(Veil::plain);
    double scale = (double) LONGEST_SIDE / Math.max(size.width(), size.height());
    int width = Math.max(1, (int) Math.round(size.width() * scale));
    int height = Math.max(1, (int) Math.round(size.height() * scale));
    var veil = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = veil.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(spots, 0, 0, width, height, null);
    pen.dispose();
    return png(veil);
  }

  /** The picture in steps: never more of it in memory than is needed. */
  private static Optional<BufferedImage> decoded(byte[] picture, Pictures.Size size) {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
      Optional<ImageReader> found = Pictures.reader(in);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      ImageReader reader = found.get();
      try {
        reader.setInput(in, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > Pictures.MOST_PIXELS) {
          return Optional.empty();
        }
        ImageReadParam wish = reader.getDefaultReadParam();
        wish.setSourceSubsampling(step(size.width()), step(size.height()), 0, 0);
        var watch = new Watch(reader, PATIENCE);
        BufferedImage read = reader.read(0, wish);
        return watch.isOver() ? Optional.empty() : Optional.of(read);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException | AssertionError broken) {
      return Optional.empty(); // A decoder that meets what it did not expect throws anything.
    }
  }

  private static int step(int side) {
    return Math.max(1, side / ENOUGH);
  }

  private static BufferedImage spots(BufferedImage picture) {
    Grey grey = Grey.of(picture).within(SPOTS);
    var spots = new BufferedImage(grey.width(), grey.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < grey.height(); y++) {
      for (int x = 0; x < grey.width(); x++) {
        int light = Math.clamp(Math.round(grey.values()[y * grey.width() + x]), 0, 255);
        spots.getRaster().setSample(x, y, 0, light);
      }
    }
    return spots;
  }

  private static BufferedImage plain() {
    var plain = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    plain.getRaster().setSample(0, 0, 0, 128);
    return plain;
  }

  private static byte[] png(BufferedImage veil) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(veil, "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot be written", impossible);
    }
    return bytes.toByteArray();
  }
}
