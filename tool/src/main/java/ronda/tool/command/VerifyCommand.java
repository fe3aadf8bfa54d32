package ronda.tool.command;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ronda.casework.chain.ChainFile;
import ronda.casework.chain.Link;
import ronda.casework.chain.Verifier;
import ronda.proof.bundle.AnchorCheck;
import ronda.proof.bundle.Archives;
import ronda.proof.bundle.Verdict;
import ronda.tool.report.Wording;

/** {@code ./ronda verify}: whether a record that left the desk is still what it was. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks what was taken out of the desk, without the desk and without a network: a bundle of",
      "evidence, or an audit log.",
      "Exit codes: 0 intact, 1 altered (it says where), 64 wrong usage, 66 unreadable, 78 RONDA_ZONE",
      "is no time zone."
    })
final class VerifyCommand implements Callable<Integer> {
  /** So many bytes tell whether a file is one of ours at all. */
  private static final int LOOKED_AT = 8192;

  private final Streams streams;

  @Parameters(paramLabel = "FILE", description = "A bundle, or what /audit/export gave.")
  private Path file = Path.of("");

  @Option(
      names = "--anchor",
      paramLabel = "FILE",
      description = {
        "An anchor of the same office that was kept elsewhere: holds the bundle's history and",
        "custody against it. 66 as well where the one says nothing about the other."
      })
  private @Nullable Path anchor;

  @Option(names = "--json", description = "Says it as one line of JSON.")
  private boolean json;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      description = {
        "The language for people: id or en (default: ${DEFAULT-VALUE}). JSON knows English only.",
        "Times are those of RONDA_ZONE (default: Asia/Jakarta), with UTC beside them."
      })
  private String language = "id";

  VerifyCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Languages.check("verify", language);
    zone(); // A wrong setting is told before any work is begun.
    if (isNoFile(file)) {
      return notAFile(file);
    }
    try (InputStream first = Files.newInputStream(file)) {
      if (Archives.resembles(first.readNBytes(Archives.LOOKED_AT))) {
        Verdict verdict = Archives.verify(file);
        return anchor != null && verdict instanceof Verdict.Intact intact
            ? held(intact.facts(), anchor)
            : text().tell(verdict, file);
      }
    } catch (IOException unreadable) {
      return unreadable("it cannot be read: " + unreadable.getMessage());
    }
    return anchor == null ? chain() : unreadable("only a bundle is held against an anchor");
  }

  /** The bundle is intact: now the anchor, and then the one against the other. */
  private int held(Verdict.Facts facts, Path against) throws IOException {
    if (isNoFile(against)) {
      return notAFile(against);
    }
    return switch (Archives.verify(against)) {
      case Verdict.Unreadable unreadable -> text().tell(unreadable, against);
      case Verdict.Altered altered -> text().tell(altered, against);
      case Verdict.Intact intact ->
          switch (AnchorCheck.compare(file, against)) {
            case AnchorCheck.Answer.Holds holds -> text().intact(facts, holds);
            case AnchorCheck.Answer.Broken broken ->
                text().tell(new Verdict.Altered(broken.faults()), file);
            case AnchorCheck.Answer.Silent silent -> unreadable(silent.reason());
          };
    };
  }

  private int chain() throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      bytes.mark(LOOKED_AT);
      var beginning = new String(bytes.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
      bytes.reset();
      if (!ChainFile.resembles(beginning)) {
        return unreadable("it is neither a bundle nor an audit log that was taken out of Ronda");
      }
      return read(bytes);
    } catch (IOException unreadable) {
      return unreadable("it cannot be read: " + unreadable.getMessage());
    }
  }

  private int unreadable(String reason) throws IOException {
    return text().tell(new Verdict.Unreadable(reason), file);
  }

  private static boolean isNoFile(Path path) {
    return Files.notExists(path) || Files.isDirectory(path);
  }

  private int notAFile(Path path) throws IOException {
    return text()
        .tell(
            new Verdict.Unreadable(
                Files.isDirectory(path) ? "it is a folder, not a file" : "there is no such file"),
            path);
  }

  private VerdictText text() {
    return new VerdictText(Wording.in(language), Sentences.in(language, zone()), json, streams);
  }

  /** Where the reader's office is, as for the desk. */
  private static ZoneId zone() {
    String name = System.getenv().getOrDefault("RONDA_ZONE", "Asia/Jakarta");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException wrong) {
      throw new Failures.Ended(
          Exit.CONFIGURATION,
          "verify: RONDA_ZONE must be a time zone such as Asia/Jakarta, Asia/Makassar or"
              + " Asia/Jayapura, was "
              + name);
    }
  }

  private int read(InputStream bytes) throws IOException {
    var verifier = new Verifier();
    long lines = 0;
    while (true) {
      Optional<String> line = nextLine(bytes);
      lines++;
      Optional<Link> link = line.flatMap(ChainFile::read);
      if (link.isEmpty()) {
        return last(lines, line, verifier, bytes);
      }
      verifier.next(link.get());
      if (verifier.broken().isPresent()) {
        Verifier.Break at = verifier.broken().get();
        return altered("entry " + at.number() + " (line " + lines + ") " + at.reason());
      }
    }
  }

  /** The line that is no entry: the one that ends the file, or something that was tampered with. */
  private int last(long number, Optional<String> line, Verifier verifier, InputStream rest)
      throws IOException {
    if (line.isEmpty()) {
      return altered(
          "it ends after entry " + verifier.read() + ", without the line that says it ends there");
    }
    if (!line.get().equals(ChainFile.end(verifier.read(), verifier.head()))) {
      return altered("entry " + (verifier.read() + 1) + " (line " + number + ") is not as written");
    }
    if (rest.read() >= 0) {
      return altered("something follows the end, after entry " + verifier.read());
    }
    return text().intactChain(verifier.read(), verifier.head());
  }

  private int altered(String where) throws IOException {
    return text().alteredChain(where);
  }

  /** A line that a line feed ends; empty at the end, or where a line has none or is no UTF-8. */
  private static Optional<String> nextLine(InputStream bytes) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = bytes.read(); b != '\n'; b = bytes.read()) {
      if (b < 0 || line.size() > ChainFile.LONGEST_LINE) {
        return Optional.empty();
      }
      line.write(b);
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(line.toByteArray()))
              .toString());
    } catch (CharacterCodingException changed) {
      return Optional.of("");
    }
  }
}
