package ronda.proof.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import ronda.casework.chain.Hash;

/** An archive while it is checked: its entries with the hashes that their bytes give. */
final class Opened {
  /** What is read into memory whole: lists, histories, records. */
  private static final int MOST_IN_MEMORY = 1 << 26;

  private static final int MOST_FAULTS = 100;

  private final FileChannel file;
  private final Map<String, PlainZip.Entry> entries = new LinkedHashMap<>();
  private final Map<String, Hash> hashes = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  private Opened(FileChannel file) {
    this.file = file;
  }

  /** Hashes every entry of a file that was followed. */
  static Opened of(FileChannel file, PlainZipReader.Read read) throws IOException {
    var opened = new Opened(file);
    read.faults().forEach(opened::fault);
    for (PlainZip.Entry entry : read.entries()) {
      opened.take(entry);
    }
    return opened;
  }

  private void take(PlainZip.Entry entry) throws IOException {
    var crc = new CRC32();
    var hashing = new Hashing();
    ByteBuffer some = ByteBuffer.allocate(1 << 16);
    for (long at = entry.content(); at < entry.end(); ) {
      some.clear().limit((int) Math.min(some.capacity(), entry.end() - at));
      int n = file.read(some, at);
      if (n < 0) {
        throw new IOException("the file grew shorter while it was read");
      }
      crc.update(some.array(), 0, n);
      hashing.add(some.array(), n);
      at += n;
    }
    entries.put(entry.name(), entry);
    hashes.put(entry.name(), hashing.hash());
    if (crc.getValue() != entry.crc()) {
      fault(
          Fault.at(
              entry.name(),
              entry.content(),
              "its %,d bytes do not give the check sum in their header".formatted(entry.size())));
    }
  }

  void fault(Fault fault) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(fault);
    }
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  boolean isFine() {
    return faults.isEmpty();
  }

  /** The names, in the order of the file. */
  List<String> names() {
    return List.copyOf(entries.keySet());
  }

  boolean has(String name) {
    return entries.containsKey(name);
  }

  Optional<Hash> hash(String name) {
    return Optional.ofNullable(hashes.get(name));
  }

  /** How many bytes an entry has; -1 where there is none. */
  long size(String name) {
    PlainZip.Entry entry = entries.get(name);
    return entry == null ? -1 : entry.size();
  }

  /** Where an entry's content begins; -1 where there is none. */
  long place(String name) {
    PlainZip.Entry entry = entries.get(name);
    return entry == null ? -1 : entry.content();
  }

  /** An entry's content; empty, with a fault, where it is not there or too large to be held. */
  Optional<byte[]> bytes(String name) throws IOException {
    PlainZip.Entry entry = entries.get(name);
    if (entry == null) {
      fault(Fault.in(name, "it is not there"));
      return Optional.empty();
    }
    if (entry.size() > MOST_IN_MEMORY) {
      fault(Fault.at(name, entry.content(), "it has more than " + MOST_IN_MEMORY + " bytes"));
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) entry.size());
    while (bytes.hasRemaining() && file.read(bytes, entry.content() + bytes.position()) >= 0) {
      // Until all of it is there: its place and size were followed before.
    }
    return Optional.of(bytes.array());
  }
}
