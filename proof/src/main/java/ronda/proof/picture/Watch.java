package ronda.proof.picture;

import java.time.Duration;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/**
 * Stops a decoder whose time is over; it is asked after every few rows. One that goes on although
 * it was told to stop is broken off when it asks again.
 */
final class Watch implements IIOReadProgressListener {
  private final long end;
  private boolean over;

  Watch(ImageReader reader, Duration patience) {
    end = System.nanoTime() + patience.toNanos();
    reader.addIIOReadProgressListener(this);
  }

  /** Thrown through a decoder that did not stop. */
  static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Over() {
      super("its time is over", null, false, false);
    }
  }

  boolean isOver() {
    return over;
  }

  @Override
  public void imageProgress(ImageReader reader, float percent) {
    if (over) {
      throw new Over();
    }
    if (System.nanoTime() - end > 0) {
      over = true;
      reader.abort();
    }
  }

  @Override
  public void sequenceStarted(ImageReader reader, int first) {}

  @Override
  public void sequenceComplete(ImageReader reader) {}

  @Override
  public void imageStarted(ImageReader reader, int index) {}

  @Override
  public void imageComplete(ImageReader reader) {}

  @Override
  public void thumbnailStarted(ImageReader reader, int index, int thumbnail) {}

  @Override
  public void thumbnailProgress(ImageReader reader, float percent) {}

  @Override
  public void thumbnailComplete(ImageReader reader) {}

  @Override
  public void readAborted(ImageReader reader) {}
}
