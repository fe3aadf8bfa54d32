package ronda.proof.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import ronda.casework.chain.Hash;

/** Writes a {@link PlainZip}, entry after entry, without holding a content in memory. */
final class PlainZipWriter implements AutoCloseable {
  private final SeekableByteChannel file;
  private final List<PlainZip.Entry> entries = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  PlainZipWriter(SeekableByteChannel file) {
    this.file = file;
  }

  /** A new file; one of that name that is there already is not overwritten but refused. */
  static PlainZipWriter create(Path path) throws IOException {
    return new PlainZipWriter(
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  /** What was written: how many bytes, and their hash. */
  record Written(long size, Hash sha256) {}

  /**
   * Writes an entry.
   *
   * @throws IllegalArgumentException if the name may not be, or was given before
   * @throws IOException if writing fails, or the file grows beyond what a ZIP may have
   */
  Written add(String name, InputStream content) throws IOException {
    if (!PlainZip.isName(name) || !names.add(name)) {
      throw new IllegalArgumentException("'" + name + "' cannot be the name of an entry");
    }
    if (entries.size() == PlainZip.MOST_ENTRIES) {
      throw new IOException("more than " + PlainZip.MOST_ENTRIES + " entries");
    }
    long at = file.position();
    write(PlainZip.local(new PlainZip.Entry(name, at, 0, 0)));
    var crc = new CRC32();
    var hashing = new Hashing();
    long size = 0;
    byte[] some = new byte[1 << 16];
    for (int n = content.read(some); n >= 0; n = content.read(some)) {
      crc.update(some, 0, n);
      hashing.add(some, n);
      size += n;
      if (at + size > PlainZip.LARGEST) {
        throw new IOException("the file grows beyond " + PlainZip.LARGEST + " bytes");
      }
      write(ByteBuffer.wrap(some, 0, n));
    }
    var entry = new PlainZip.Entry(name, at, size, crc.getValue());
    long end = file.position();
    file.position(at);
    write(PlainZip.local(entry)); // Now that its size and sum are known.
    file.position(end);
    entries.add(entry);
    return new Written(size, hashing.hash());
  }

  /** Ends the file and waits until it lies on the disk, if it is one. */
  void finish() throws IOException {
    write(PlainZip.directory(entries));
    if (file instanceof FileChannel onDisk) {
      onDisk.force(true);
    }
  }

  private void write(byte[] bytes) throws IOException {
    write(ByteBuffer.wrap(bytes));
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
