package ronda.proof.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * A picture without colours.
 *
 * @param values brightness (ITU-R BT.601), 0 to 255, row by row; not copied, because it is large
 */
record Grey(float[] values, int width, int height) {
  /** A decoded picture; what is transparent lies on white paper. */
  static Grey of(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    float[] values = new float[width * height];
    int[] line = new int[width];
    boolean grey = picture.getType() == BufferedImage.TYPE_BYTE_GRAY; // drawn, it would be lighter
    BufferedImage paper = grey ? picture : onPaper(picture);
    for (int y = 0; y < height; y++) {
      if (grey) {
        paper.getRaster().getSamples(0, y, width, 1, 0, line);
      } else {
        paper.getRaster().getDataElements(0, y, width, 1, line);
      }
      for (int x = 0; x < width; x++) {
        values[y * width + x] = grey ? line[x] : brightness(line[x]);
      }
    }
    return new Grey(values, width, height);
  }

  private static BufferedImage onPaper(BufferedImage picture) {
    var paper =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = paper.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
    pen.drawImage(picture, 0, 0, null);
    pen.dispose();
    return paper;
  }

  private static float brightness(int rgb) {
    return 0.299f * (rgb >> 16 & 0xff) + 0.587f * (rgb >> 8 & 0xff) + 0.114f * (rgb & 0xff);
  }

  /** No side longer than {@code most}: each value the mean of those that it stands for. */
  Grey within(int most) {
    int w = Math.min(width, most);
    int h = Math.min(height, most);
    if (w == width && h == height) {
      return this;
    }
    float[] small = new float[w * h];
    for (int y = 0; y < h; y++) {
      int top = y * height / h;
      int bottom = (y + 1) * height / h;
      for (int x = 0; x < w; x++) {
        small[y * w + x] = mean(x * width / w, (x + 1) * width / w, top, bottom);
      }
    }
    return new Grey(small, w, h);
  }

  private float mean(int left, int right, int top, int bottom) {
    float sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += values[y * width + x];
      }
    }
    return sum / ((right - left) * (bottom - top));
  }

  /** A copy of its middle: this share of width and height is cut off, half of it at each side. */
  Grey without(double share) {
    int x = (int) Math.round(width * share / 2);
    int y = (int) Math.round(height * share / 2);
    int w = width - 2 * x;
    int h = height - 2 * y;
    float[] middle = new float[w * h];
    for (int row = 0; row < h; row++) {
      System.arraycopy(values, (y + row) * width + x, middle, row * w, w);
    }
    return new Grey(middle, w, h);
  }
}
