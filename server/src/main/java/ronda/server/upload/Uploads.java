package ronda.server.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import ronda.sources.files.Encoding;
import ronda.sources.files.Format;
import ronda.sources.files.Glance;
import ronda.sources.sheets.Spreadsheet;

/**
 * The files that wait, each for the officer who sent it and nobody else. One that is not wanted
 * within the hour is deleted. Who sent which file is known to the running server only: after a
 * restart a file has to be sent again.
 */
@Component
final class Uploads implements AutoCloseable {
  static final int SHOWN_ROWS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST_EACH = 3;

  private final Map<UUID, Upload> waiting = new ConcurrentHashMap<>();

  /** Files that are being written: the file system's clock tells their age, not ours. */
  private final Set<String> underway = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final boolean temporary;
  private final InstantSource clock;

  /**
   * @param home Ronda's folder; where none is set, a folder of its own among the temporary ones
   */
  Uploads(@Value("${ronda.home:}") String home, InstantSource clock) throws IOException {
    this.clock = clock;
    temporary = home.isBlank();
    folder =
        temporary
            ? Files.createTempDirectory("ronda-uploads-")
            : Files.createDirectories(Path.of(home, "uploads"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    sweep(clock.instant());
  }

  /**
   * Keeps a file and looks into it.
   *
   * @throws ronda.sources.sheets.SheetRefused for a spreadsheet that is not read
   */
  Upload keep(UUID officer, MultipartFile sent) throws IOException {
    Instant now = clock.instant();
    sweep(now);
    UUID id = UUID.randomUUID();
    Path file = created(id + ".upload");
    underway.add(id.toString());
    try {
      try (InputStream bytes = sent.getInputStream()) {
        Files.copy(bytes, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      Upload upload = looked(id, officer, now, sent, file);
      // A file's age is told by the clock that sweeps, which need not be the file system's.
      Files.setLastModifiedTime(upload.file(), FileTime.from(now));
      waiting.put(id, upload);
      dropOldest(officer);
      return upload;
    } catch (IOException | RuntimeException e) {
      delete(file);
      throw e;
    } finally {
      underway.remove(id.toString());
    }
  }

  /** A file of an upload is named by the upload's id. */
  private boolean isUnderway(Path file) {
    return underway.stream().anyMatch(String.valueOf(file.getFileName())::startsWith);
  }

  private Upload looked(UUID id, UUID officer, Instant now, MultipartFile sent, Path file)
      throws IOException {
    String name = String.valueOf(sent.getOriginalFilename());
    byte[] head = head(file);
    if (isSpreadsheet(head)) {
      Path lines = created(id + ".jsonl");
      try {
        String sheet = Spreadsheet.toJsonLines(file, lines);
        Glance glance = Glance.at(head(lines), Format.JSONL, SHOWN_ROWS);
        delete(file);
        return new Upload(
            id, officer, now, name, lines, Format.JSONL, Encoding.UTF_8, sheet, glance);
      } catch (IOException | RuntimeException e) {
        delete(lines);
        throw e;
      }
    }
    Format format = Format.ofName(name);
    Encoding encoding = format == Format.JSONL ? Encoding.UTF_8 : Encoding.of(head);
    Glance glance = Glance.at(encoding.toUtf8(head), format, SHOWN_ROWS);
    return new Upload(id, officer, now, name, file, format, encoding, "", glance);
  }

  /** A ZIP archive; or the container of old and of locked spreadsheets, which is then refused. */
  private static boolean isSpreadsheet(byte[] head) {
    return starts(head, 'P', 'K', 3, 4) || starts(head, 0xd0, 0xcf, 0x11, 0xe0);
  }

  private static boolean starts(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** The first bytes; of a damaged archive, those that can be read: its lines are refused later. */
  private static byte[] head(Path file) throws IOException {
    try (InputStream bytes = Upload.unpacked(file)) {
      return bytes.readNBytes(Glance.BYTES);
    } catch (ZipException | java.io.EOFException damaged) {
      return new byte[0];
    }
  }

  private Path created(String name) throws IOException {
    return Files.createFile(
        folder.resolve(name),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /** The file, if it waits for this officer. */
  Optional<Upload> of(UUID officer, UUID id) {
    sweep(clock.instant());
    return Optional.ofNullable(waiting.get(id)).filter(one -> one.officer().equals(officer));
  }

  /** Takes the file away from those that wait, so that it is read once; empty if it is gone. */
  Optional<Upload> take(UUID officer, UUID id) {
    return of(officer, id).filter(one -> waiting.remove(id, one));
  }

  /** Lets it wait again. */
  void putBack(Upload upload) {
    waiting.put(upload.id(), upload);
  }

  void forget(Upload upload) {
    waiting.remove(upload.id());
    delete(upload.file());
  }

  private void dropOldest(UUID officer) {
    List<Upload> own =
        waiting.values().stream()
            .filter(one -> one.officer().equals(officer))
            .sorted(Comparator.comparing(Upload::at).reversed())
            .toList();
    own.stream().skip(MOST_EACH).forEach(this::forget);
  }

  /** Nobody need come by for a file to be deleted in time. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
  void sweep() {
    sweep(clock.instant());
  }

  /** Deletes what is too old, and files whose sender nobody knows any more. */
  private void sweep(Instant now) {
    FileTime oldest = FileTime.from(now.minus(KEPT));
    waiting.values().stream()
        .filter(one -> one.at().isBefore(oldest.toInstant()))
        .forEach(this::forget);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!isUnderway(file) && Files.getLastModifiedTime(file).compareTo(oldest) < 0) {
          delete(file);
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      LOG.warn("uploads that are too old could not be deleted: {}", e.toString());
    }
  }

  /** Nobody is known any more to whom a file belongs. */
  @Override
  public void close() {
    waiting.values().forEach(this::forget);
    if (temporary) {
      sweep(Instant.MAX.minus(KEPT));
      delete(folder);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
