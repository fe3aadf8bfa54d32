package ronda.proof.picture;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures of nobody, made of shapes and words, and what people do to a picture. */
public final class MadeUpPictures {
  private static final List<String> WORDS =
      List.of(
          "slot",
          "gacor",
          "depo",
          "bonus",
          "menang",
          "pasti",
          "daftar",
          "situs",
          "contoh88",
          "akun",
          "baru",
          "hubungi",
          "admin",
          "cair",
          "cepat",
          "aman",
          "hari",
          "ini",
          "gratis",
          "promo",
          "undian",
          "hadiah",
          "rekening",
          "transfer",
          "kirim",
          "data",
          "warga",
          "berita");

  /** What a picture shows. */
  enum Kind {
    DRAWING,
    GRADIENT,
    CLOUDS,
    NOISE,
    POSTER,
    TEXT,
    CHAT
  }

  /** What was done to a picture on its way back. */
  enum Change {
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

  private MadeUpPictures() {}

  static BufferedImage picture(Kind kind, long seed) {
    Random random = new Random(seed * 31 + kind.ordinal());
    int width = 480 + random.nextInt(800);
    int height = 480 + random.nextInt(800);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = pen(picture);
    switch (kind) {
      case DRAWING -> {
        fill(pen, colour(random), picture);
        shapes(pen, random, picture, 6 + random.nextInt(10));
      }
      case GRADIENT -> {
        gradient(pen, random, picture);
        shapes(pen, random, picture, 2);
      }
      case CLOUDS -> clouds(picture, random, 8);
      case NOISE -> clouds(picture, random, 40);
      case POSTER -> {
        gradient(pen, random, picture);
        shapes(pen, random, picture, 3);
        poster(pen, random, picture);
      }
      case TEXT -> text(pen, random, picture);
      case CHAT -> chat(pen, random, picture);
    }
    pen.dispose();
    return picture;
  }

  private static Graphics2D pen(BufferedImage picture) {
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    return pen;
  }

  private static Color colour(Random random) {
    return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  private static void fill(Graphics2D pen, Color colour, BufferedImage picture) {
    pen.setColor(colour);
    pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
  }

  private static void gradient(Graphics2D pen, Random random, BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    pen.setPaint(
        new GradientPaint(
            random.nextInt(width),
            0,
            colour(random),
            random.nextInt(width),
            height,
            colour(random)));
    pen.fillRect(0, 0, width, height);
  }

  private static void shapes(Graphics2D pen, Random random, BufferedImage picture, int count) {
    for (int i = 0; i < count; i++) {
      pen.setColor(colour(random));
      int w = 40 + random.nextInt(picture.getWidth() / 2);
      int h = 40 + random.nextInt(picture.getHeight() / 2);
      int x = random.nextInt(picture.getWidth()) - w / 3;
      int y = random.nextInt(picture.getHeight()) - h / 3;
      if (random.nextBoolean()) {
        pen.fillOval(x, y, w, h);
      } else {
        pen.fillRect(x, y, w, h);
      }
    }
  }

  /** Light and dark patches as in a photograph; the more cells, the finer. */
  private static void clouds(BufferedImage picture, Random random, int cells) {
    var coarse = new BufferedImage(cells, cells, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < cells; y++) {
      for (int x = 0; x < cells; x++) {
        coarse.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    Graphics2D pen = pen(picture);
    pen.drawImage(coarse, 0, 0, picture.getWidth(), picture.getHeight(), null);
    pen.dispose();
  }

  private static void poster(Graphics2D pen, Random random, BufferedImage picture) {
    pen.setColor(Color.WHITE);
    for (int line = 0; line < 4; line++) {
      int size = picture.getWidth() / (7 + random.nextInt(6));
      pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
      pen.drawString(
          words(random, 2).toUpperCase(java.util.Locale.ROOT),
          picture.getWidth() / 20,
          picture.getHeight() * (line + 1) / 5);
    }
  }

  private static void text(Graphics2D pen, Random random, BufferedImage picture) {
    fill(pen, Color.WHITE, picture);
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
    int lines = 6 + random.nextInt(picture.getHeight() / 30 - 6);
    for (int line = 1; line <= lines; line++) {
      pen.drawString(words(random, 4 + random.nextInt(6)), 20, line * 30);
    }
  }

  private static void chat(Graphics2D pen, Random random, BufferedImage picture) {
    fill(pen, new Color(230, 221, 212), picture);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
    int width = picture.getWidth();
    int y = 20;
    while (y < picture.getHeight() - 60) {
      boolean mine = random.nextBoolean();
      int wide = width / 4 + random.nextInt(width / 2);
      int tall = 40 + 26 * random.nextInt(4);
      int x = mine ? width - wide - 15 : 15;
      pen.setColor(mine ? new Color(220, 248, 198) : Color.WHITE);
      pen.fillRoundRect(x, y, wide, tall, 16, 16);
      pen.setColor(Color.DARK_GRAY);
      for (int line = 0; line * 26 + 40 <= tall; line++) {
        pen.drawString(words(random, wide / 90), x + 10, y + 26 + line * 26);
      }
      y += tall + 12;
    }
  }

  private static String words(Random random, int count) {
    var words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
    }
    return words.toString().strip();
  }

  /** The bytes of the picture after that was done to it. */
  static byte[] changed(BufferedImage picture, Change change) {
    return switch (change) {
      case JPEG_90 -> jpeg(picture, 0.9f);
      case JPEG_60 -> jpeg(picture, 0.6f);
      case JPEG_30 -> jpeg(picture, 0.3f);
      case HALF_SIZE -> png(half(picture));
      case HALF_SIZE_JPEG_50 -> jpeg(half(picture), 0.5f);
      case CROPPED_1_PERCENT -> png(cropped(picture, 0.01));
      case CROPPED_3_PERCENT -> png(cropped(picture, 0.03));
      case LIGHTER -> jpeg(lit(picture, 1.2f, 10), 0.8f);
      case DARKER -> jpeg(lit(picture, 0.8f, -10), 0.8f);
      case GREY -> png(grey(picture));
      case WATERMARK -> jpeg(marked(picture), 0.8f);
      case FRAME_3_PERCENT -> jpeg(framed(picture), 0.8f);
    };
  }

  private static BufferedImage canvas(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  private static BufferedImage half(BufferedImage picture) {
    BufferedImage half = canvas(picture.getWidth() / 2, picture.getHeight() / 2);
    Graphics2D pen = pen(half);
    pen.drawImage(picture, 0, 0, half.getWidth(), half.getHeight(), null);
    pen.dispose();
    return half;
  }

  /** So much of width and height is gone, half of it at each side. */
  static BufferedImage cropped(BufferedImage picture, double share) {
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
    Graphics2D pen = pen(marked);
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

  public static byte[] png(BufferedImage picture) {
    return written(picture, "png");
  }

  static byte[] written(BufferedImage picture, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] jpeg(BufferedImage picture, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam wish = writer.getDefaultWriteParam();
      wish.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      wish.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), wish);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
