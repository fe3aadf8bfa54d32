package ronda.testkit.picture;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;

/** What people do to a picture before it comes back. */
public final class ChangedPictures {
  /** What was done to a picture on its way back. */
  public enum Change {
    JPEG_90,
    JPEG_60,
    JPEG_30,
    HALF_SIZE,
    HALF_SIZE_JPEG_50,
    CROPPED_1_PERCENT,
    CROPPED_3_PERCENT,
    LIGHTER,
    DARKER,
    GREY,
    WATERMARK,
    FRAME_3_PERCENT
  }

  private ChangedPictures() {}

  /** The bytes of the picture after that was done to it. */
  public static byte[] changed(BufferedImage picture, Change change) {
    return switch (change) {
      case JPEG_90 -> PictureFiles.jpeg(picture, 0.9f);
      case JPEG_60 -> PictureFiles.jpeg(picture, 0.6f);
      case JPEG_30 -> PictureFiles.jpeg(picture, 0.3f);
      case HALF_SIZE -> PictureFiles.png(half(picture));
      case HALF_SIZE_JPEG_50 -> PictureFiles.jpeg(half(picture), 0.5f);
      case CROPPED_1_PERCENT -> PictureFiles.png(cropped(picture, 0.01));
      case CROPPED_3_PERCENT -> PictureFiles.png(cropped(picture, 0.03));
      case LIGHTER -> PictureFiles.jpeg(lit(picture, 1.2f, 10), 0.8f);
      case DARKER -> PictureFiles.jpeg(lit(picture, 0.8f, -10), 0.8f);
      case GREY -> PictureFiles.png(grey(picture));
      case WATERMARK -> PictureFiles.jpeg(marked(picture), 0.8f);
      case FRAME_3_PERCENT -> PictureFiles.jpeg(framed(picture), 0.8f);
    };
  }

  private static BufferedImage canvas(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  private static BufferedImage half(BufferedImage picture) {
    BufferedImage half = canvas(picture.getWidth() / 2, picture.getHeight() / 2);
    Graphics2D pen = MadeUpPictures.pen(half);
    pen.drawImage(picture, 0, 0, half.getWidth(), half.getHeight(), null);
    pen.dispose();
    return half;
  }

  /** So much of width and height is gone, half of it at each side. */
  public static BufferedImage cropped(BufferedImage picture, double share) {
    int x = (int) (picture.getWidth() * share / 2);
    int y = (int) (picture.getHeight() * share / 2);
    return picture.getSubimage(x, y, picture.getWidth() - 2 * x, picture.getHeight() - 2 * y);
  }

  private static BufferedImage lit(BufferedImage picture, float factor, float offset) {
    return new RescaleOp(factor, offset, null)
        .filter(picture, canvas(picture.getWidth(), picture.getHeight()));
  }

  private static BufferedImage grey(BufferedImage picture) {
    var grey =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = grey.createGraphics();
    pen.drawImage(picture, 0, 0, null);
    pen.dispose();
    return grey;
  }

  private static BufferedImage marked(BufferedImage picture) {
    BufferedImage marked = canvas(picture.getWidth(), picture.getHeight());
    Graphics2D pen = MadeUpPictures.pen(marked);
    pen.drawImage(picture, 0, 0, null);
    pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.4f));
    pen.setColor(Color.WHITE);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, picture.getWidth() / 16));
    pen.drawString("@akun_contoh", picture.getWidth() / 2, picture.getHeight() * 9 / 10);
    pen.dispose();
    return marked;
  }

  private static BufferedImage framed(BufferedImage picture) {
    int x = picture.getWidth() * 3 / 200;
    int y = picture.getHeight() * 3 / 200;
    BufferedImage framed = canvas(picture.getWidth() + 2 * x, picture.getHeight() + 2 * y);
    Graphics2D pen = framed.createGraphics();
    pen.drawImage(picture, x, y, null);
    pen.dispose();
    return framed;
  }
}
