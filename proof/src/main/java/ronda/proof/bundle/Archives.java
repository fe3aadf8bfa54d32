package ronda.proof.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Checks what left the desk: no database, no network, and little memory however large it is. */
public final class Archives {
  /** Somewhere in so many first bytes an archive of ours says what it is. */
  public static final int LOOKED_AT = 1024;

  private Archives() {}

  /**
   * Whether a file looks as if it had been written here, before somebody perhaps changed a byte of
   * it.
   */
  public static boolean resembles(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1);
    String signature = "PK\u0003\u0004";
    int same = 0;
    for (int i = 0; i < signature.length() && i < text.length(); i++) {
      same += text.charAt(i) == signature.charAt(i) ? 1 : 0;
    }
    return same >= 3
        && (text.startsWith(Bundles.README, PlainZip.LOCAL_LENGTH)
            || text.contains(Bundle.FORMAT)
            || text.contains(Anchor.FORMAT));
  }

  /** Checks a file to its last byte. */
  public static Verdict verify(Path path) {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      byte[] beginning = new byte[(int) Math.min(LOOKED_AT, file.size())];
      file.read(ByteBuffer.wrap(beginning), 0);
      if (!resembles(beginning)) {
        return new Verdict.Unreadable("it is no bundle of Ronda's");
      }
      return verify(path, file);
    } catch (IOException broken) {
      return new Verdict.Unreadable(String.valueOf(broken.getMessage()));
    }
  }

  private static Verdict verify(Path path, FileChannel file) throws IOException {
    PlainZipReader.Read frame = PlainZipReader.read(file);
    if (frame.isLost()) {
      return new Verdict.Altered(frame.faults());
    }
    Opened opened = Opened.of(file, frame);
    EnvelopeCheck envelope = EnvelopeCheck.check(opened);
    List<Verdict.Count> counts = checkKind(opened, envelope);
    return opened.isFine()
        ? new Verdict.Intact(envelope.facts(counts, Envelope.hashOf(path)))
        : new Verdict.Altered(opened.faults());
  }

  private static List<Verdict.Count> checkKind(Opened opened, EnvelopeCheck envelope)
      throws IOException {
    return switch (envelope.format()) {
      case Bundle.FORMAT -> BundleCheck.check(opened, envelope);
      case Anchor.FORMAT -> Anchors.check(opened, envelope);
      case "" -> {
        opened.fault(Fault.in(Envelope.MANIFEST, "manifest and seal do not agree on the format"));
        yield opened.has(Anchors.HEADS)
            ? Anchors.check(opened, envelope)
            : BundleCheck.check(opened, envelope);
      }
      default -> {
        opened.fault(Fault.in(Envelope.MANIFEST, "it is of a format that is not known here"));
        yield List.of();
      }
    };
  }
}
