package ronda.proof.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import ronda.casework.evidence.Look;

/**
 * Says what pictures look like. Their bytes are hostile: the size is read before a picture is, a
 * large one is read in steps, none for longer than its time, and one after the other.
 */
public final class Pictures {
  /** Pictures of more are not read: 32 megapixels, more than most telephones take. */
  static final long MOST_PIXELS = 32L << 20;

  /** One that is narrower or lower is an icon. */
  static final int SMALLEST_SIDE = 64;

  /** What shows less than this is taken for plain, as PDQ's description advises. */
  static final int PLAIN = 50;

  /** What is cut off in width and height for each look. */
  private static final List<Double> CUTS = List.of(0.0, 0.03, 0.06);

  /** What PDQ's description makes of a larger picture first. */
  private static final int LARGEST_SIDE = 512;

  /** More is read than is needed, so that what lies between two steps does not matter. */
  private static final int ENOUGH = 1_024;

  /**
   * A JPEG picture may be painted over and over again. Each time costs as much as a whole picture.
   */
  private static final int MOST_PAINTED_PIXELS = 400_000_000;

  private static final int MOST_SCANS = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final List<String> FORMATS = List.of("png", "jpeg", "gif", "bmp");
  private static final Semaphore ONE_AT_A_TIME = new Semaphore(1);

  private Pictures() {}

  /** What became of looking at a picture. */
  public sealed interface Reading {
    /**
     * It was seen.
     *
     * @param looks the whole picture's, and that of its middle without a margin, so that one whose
     *     margin was cut off or added is still known
     * @param quality how much there is to see, 0 to 100
     */
    record Seen(List<Look> looks, int quality, int width, int height) implements Reading {
      public Seen {
        looks = List.copyOf(looks);
      }
    }

    /** Nothing tells it from another: one colour, a line, few words. */
    record Plain(int quality, int width, int height) implements Reading {}

    /**
     * It was not looked at.
     *
     * @param why for whoever looks after the server
     */
    record NotRead(String why) implements Reading {}
  }

  /** How many pixels a picture has. */
  public record Size(int width, int height) {}

  /** The size as the picture's head tells it; empty if it is of no format that is read. */
  public static Optional<Size> size(byte[] bytes) {
    Optional<Webp.Found> webp = Webp.in(bytes);
    if (webp.isPresent()) {
      return webp.filter(Webp.Found.Still.class::isInstance)
          .map(Webp.Found.Still.class::cast)
          .map(still -> new Size(still.width(), still.height()));
    }
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Optional<ImageReader> reader = reader(in);
      if (reader.isEmpty()) {
        return Optional.empty();
      }
      try {
        reader.get().setInput(in, true, true);
        return Optional.of(new Size(reader.get().getWidth(0), reader.get().getHeight(0)));
      } finally {
        reader.get().dispose();
      }
    } catch (IOException | RuntimeException broken) {
      return Optional.empty(); // A decoder that meets what it did not expect throws anything.
    }
  }

  /** Looks at a picture; of a moving one at its first image. */
  public static Reading read(byte[] bytes) {
    try {
      if (!ONE_AT_A_TIME.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Reading.NotRead("other pictures took too long");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Reading.NotRead("stopped");
    }
    try {
      Optional<Webp.Found> webp = Webp.in(bytes);
      return webp.isPresent() ? webp(webp.get(), bytes) : decoded(bytes);
    } catch (IOException | RuntimeException | AssertionError broken) {
      // A decoder that meets what it did not expect throws whatever it likes.
      return new Reading.NotRead("it cannot be decoded: " + broken.getClass().getSimpleName());
    } finally {
      ONE_AT_A_TIME.release();
    }
  }

  private static Reading decoded(byte[] bytes) throws IOException {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Optional<ImageReader> reader = reader(in);
      if (reader.isEmpty()) {
        return new Reading.NotRead("none of the formats that are read: " + FORMATS + ", WebP");
      }
      int scans = Scans.in(bytes);
      return read(reader.get(), in, MOST_PIXELS, scans);
    }
  }

  private static Reading webp(Webp.Found found, byte[] bytes) throws IOException {
    return switch (found) {
      case Webp.Found.Not not -> new Reading.NotRead(not.why());
      case Webp.Found.Still still -> {
        try (ImageInputStream in = Webp.alone(bytes, still)) {
          yield read(Webp.reader(), in, Webp.MOST_PIXELS, 1);
        }
      }
    };
  }

  static Optional<ImageReader> reader(ImageInputStream in) throws IOException {
    for (Iterator<ImageReader> readers = ImageIO.getImageReaders(in); readers.hasNext(); ) {
      ImageReader reader = readers.next();
      if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
        return Optional.of(reader);
      }
      reader.dispose();
    }
    return Optional.empty();
  }

  private static Reading read(ImageReader reader, ImageInputStream in, long most, int scans)
      throws IOException {
    try {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      long pixels = (long) width * height;
      if (pixels > most) {
        return new Reading.NotRead("more than " + most + " pixels");
      }
      if (width < SMALLEST_SIDE || height < SMALLEST_SIDE) {
        return new Reading.Plain(0, width, height);
      }
      if (scans > MOST_SCANS || pixels * scans > MOST_PAINTED_PIXELS) {
        return new Reading.NotRead("painted over " + scans + " times");
      }
      return looked(reader, width, height);
    } finally {
      reader.dispose();
    }
  }

  private static Reading looked(ImageReader reader, int width, int height) throws IOException {
    ImageReadParam wish = reader.getDefaultReadParam();
    wish.setSourceSubsampling(step(width), step(height), 0, 0);
    var watch = new Watch(reader, PATIENCE);
    BufferedImage picture;
    try {
      picture = reader.read(0, wish);
    } catch (Watch.Over late) {
      return tooLong();
    }
    if (watch.isOver()) {
      return tooLong();
    }
    Grey grey = Grey.of(picture).within(LARGEST_SIDE);
    List<Pdq.Hashed> hashed = CUTS.stream().map(cut -> Pdq.of(grey.without(cut))).toList();
    int quality = hashed.getFirst().quality();
    return quality < PLAIN
        ? new Reading.Plain(quality, width, height)
        : new Reading.Seen(hashed.stream().map(Pdq.Hashed::look).toList(), quality, width, height);
  }

  private static Reading tooLong() {
    return new Reading.NotRead("it took more than " + PATIENCE.toSeconds() + " seconds");
  }

  private static int step(int side) {
    return Math.max(1, side / ENOUGH);
  }
}
