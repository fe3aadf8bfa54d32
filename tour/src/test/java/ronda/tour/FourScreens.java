package ronda.tour;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Lays the four pictures of a page side by side, reduced, for {@code docs/pictures}: {@code java
 * FourScreens.java FROM TO NAME=NEW…}, from the pictures NAME-1280-light.jpg and so on in the
 * folder FROM, to NEW.jpg in the folder TO.
 */
final class FourScreens {
  private static final List<String> SCREENS =
      List.of("1280-light", "1280-dark", "360-light", "360-dark");

  /** A third of the width is still read. */
  private static final double SCALE = 0.33;

  /** Long pages are cut, in pixels of the reduced picture. */
  private static final int MOST_HEIGHT = 726;

  private static final int GAP = 6;

  private FourScreens() {}

  public static void main(String... words) throws IOException {
    Path from = Path.of(words[0]);
    Path to = Path.of(words[1]);
    for (int i = 2; i < words.length; i++) {
      String[] names = words[i].split("=", 2);
      List<BufferedImage> screens = new ArrayList<>();
      for (String screen : SCREENS) {
        Path picture = from.resolve(names[0] + "-" + screen + ".jpg");
        if (!Files.exists(picture)) {
          throw new IOException("there is no " + picture);
        }
        screens.add(reduced(ImageIO.read(picture.toFile())));
      }
      Path sheet = to.resolve(names[names.length - 1] + ".jpg");
      ImageIO.write(sideBySide(screens), "jpg", sheet.toFile());
    }
  }

  private static BufferedImage reduced(BufferedImage page) {
    int width = (int) Math.round(page.getWidth() * SCALE);
    int height = (int) Math.round(page.getHeight() * SCALE);
    // Averages over an area, where drawing at a scale would leave out every second line of a
    // letter.
    Image small = page.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
    BufferedImage cut =
        new BufferedImage(width, Math.min(height, MOST_HEIGHT), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = cut.createGraphics();
    pen.drawImage(small, 0, 0, null);
    pen.dispose();
    return cut;
  }

  private static BufferedImage sideBySide(List<BufferedImage> screens) {
    int width = screens.stream().mapToInt(BufferedImage::getWidth).sum() + GAP * 3;
    int height = screens.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
    BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = sheet.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    pen.setColor(Color.GRAY);
    pen.fillRect(0, 0, width, height);
    int x = 0;
    for (BufferedImage screen : screens) {
      pen.drawImage(screen, x, 0, null);
      x += screen.getWidth() + GAP;
    }
    pen.dispose();
    return sheet;
  }
}
