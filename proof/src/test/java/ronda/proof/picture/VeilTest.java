package ronda.proof.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import ronda.testkit.picture.PictureFiles;

/** What is shown of a picture that nobody asked to see. */
class VeilTest {
  private static BufferedImage page(String words, Color ink) {
    var page = new BufferedImage(1280, 800, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 1280, 800);
    pen.setColor(ink);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 24));
    pen.drawString(words, 40, 100);
    pen.dispose();
    return page;
  }

  private static BufferedImage veil(byte[] picture) throws IOException {
    byte[] veil = Veil.of(picture);
    assertThat(veil.length).isLessThan(30_000);
    return ImageIO.read(new ByteArrayInputStream(veil));
  }

  @Test
  void a_veil_is_small_and_without_colour_and_keeps_the_shape() throws IOException {
    BufferedImage veil = veil(PictureFiles.png(page("Bonus harian", Color.RED)));

    assertThat(veil.getWidth()).isEqualTo(Veil.LONGEST_SIDE);
    assertThat(veil.getHeight()).isEqualTo(100);
    assertThat(veil.getRaster().getNumBands()).isEqualTo(1);
  }

  @Test
  void words_leave_no_edge_behind() throws IOException {
    BufferedImage veil = veil(PictureFiles.png(page("Bonus harian tanpa batas", Color.BLACK)));

    for (int y = 0; y < veil.getHeight(); y++) {
      for (int x = 1; x < veil.getWidth(); x++) {
        int here = veil.getRaster().getSample(x, y, 0);
        int before = veil.getRaster().getSample(x - 1, y, 0);
        assertThat(Math.abs(here - before)).as("%d, %d", x, y).isLessThan(24);
      }
    }
  }

  @Test
  void what_cannot_be_read_has_a_plain_veil() throws IOException {
    BufferedImage veil = veil("no picture".getBytes(StandardCharsets.UTF_8));

    assertThat(veil.getRaster().getSample(3, 3, 0))
        .isEqualTo(veil.getRaster().getSample(90, 90, 0));
  }
}
