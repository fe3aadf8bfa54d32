package ronda.testkit.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/** Pictures of nobody, made of shapes and words. */
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
  public enum Kind {
    DRAWING,
    GRADIENT,
    CLOUDS,
    NOISE,
    POSTER,
    TEXT,
    CHAT
  }

  private MadeUpPictures() {}

  /** The picture of this kind that belongs to a seed, at least 480 pixels wide and high. */
  public static BufferedImage picture(Kind kind, long seed) {
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

  static Graphics2D pen(BufferedImage picture) {
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
}
