package ronda.proof.bundle;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that is only in memory, for what must never lie open on a disk. It can be written
 * anywhere, and read as a whole once it is complete. It grows by pieces, so that nothing is copied
 * while it grows.
 */
final class MemoryChannel implements SeekableByteChannel {
  private static final int PIECE = 1 << 20;
  private static final byte[] NOTHING = {};

  private final List<byte[]> pieces = new ArrayList<>();
  private long position;
  private long size;
  private boolean open = true;

  /** All that was written. Each piece is let go as it is joined: this is asked once, at the end. */
  byte[] bytes() {
    ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(size));
    for (int i = 0; i < pieces.size(); i++) {
      byte[] piece = pieces.set(i, NOTHING);
      all.put(piece, 0, Math.min(PIECE, all.remaining()));
    }
    pieces.clear();
    position = 0;
    size = 0;
    return all.array();
  }

  @Override
  public int write(ByteBuffer bytes) throws ClosedChannelException {
    if (!open) {
      throw new ClosedChannelException();
    }
    int written = bytes.remaining();
    while (bytes.hasRemaining()) {
      int piece = Math.toIntExact(position / PIECE);
      while (pieces.size() <= piece) {
        pieces.add(new byte[PIECE]);
      }
      int at = (int) (position % PIECE);
      int some = Math.min(bytes.remaining(), PIECE - at);
      bytes.get(pieces.get(piece), at, some);
      position += some;
    }
    size = Math.max(size, position);
    return written;
  }

  @Override
  public int read(ByteBuffer into) {
    throw new NonReadableChannelException(); // It is read as a whole.
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long to) {
    if (to < 0 || to > size) {
      throw new IllegalArgumentException("no such place: " + to + " of " + size);
    }
    position = to;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public SeekableByteChannel truncate(long to) {
    throw new UnsupportedOperationException("nothing is taken back");
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }
}
