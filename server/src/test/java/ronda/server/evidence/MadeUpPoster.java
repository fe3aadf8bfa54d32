package ronda.server.evidence;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Advertisements for nothing, each unlike the others. */
final class MadeUpPoster {
  private MadeUpPoster() {}

  static BufferedImage of(int seed) {
    Random random = new Random(seed);
    var poster = new BufferedImage(640, 800, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = poster.createGraphics();
    for (int i = 0; i < 40; i++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      pen.fillOval(
          random.nextInt(640) - 60,
          random.nextInt(800) - 60,
          40 + random.nextInt(200),
          40 + random.nextInt(200));
    }
    pen.setColor(Color.WHITE);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 70));
    pen.drawString("CONTOH" + seed, 60, 100 + random.nextInt(600));
    pen.dispose();
    return poster;
  }

  static byte[] png(BufferedImage picture) {
    return written(picture, "png");
  }

  /** Half as wide and high, and saved as JPEG. */
  static byte[] smallJpeg(BufferedImage picture) {
    int width = picture.getWidth() / 2;
    int height = picture.getHeight() / 2;
    var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = small.createGraphics();
    pen.drawImage(picture.getScaledInstance(width, height, Image.SCALE_SMOOTH), 0, 0, null);
    pen.dispose();
    return written(small, "jpeg");
  }

  static byte[] icon() {
    return png(of(1).getSubimage(0, 0, 64, 64));
  }

  private static byte[] written(BufferedImage picture, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
