package ronda.policies.cel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ronda.policies.cel.Complaint.Kind;

/**
 * What one file says: a policy, or what is wrong with it.
 *
 * @param policy empty if there are mistakes
 * @param mistakes all that were found, in the order of the file
 */
record PolicyFile(Optional<PolicyText> policy, List<PoliciesRefused.Mistake> mistakes) {

  static PolicyFile read(Path file, PolicyReader reader) {
    Fields fields = new Fields(file);
    String text = text(file, fields);
    Optional<PolicyText> policy =
        reader.read(
            text,
            fields,
            name ->
                file.getFileName().toString().equals(name + ".yaml")
                    ? Optional.empty()
                    : Optional.of(Complaint.of(Kind.FILE_NAME, name)));
    return new PolicyFile(policy, fields.mistakes());
  }

  private static String text(Path file, Fields fields) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(PolicyFolder.LARGEST_FILE + 1);
      if (bytes.length > PolicyFolder.LARGEST_FILE) {
        fields.wrongAt(
            1, 1, Complaint.of(Kind.TOO_LARGE, String.valueOf(PolicyFolder.LARGEST_FILE)));
        return "";
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text; // as some editors save it
    } catch (CharacterCodingException notUtf8) {
      fields.wrongAt(1, 1, Complaint.of(Kind.NOT_UTF_8));
    } catch (IOException unreadable) {
      fields.wrongAt(1, 1, Complaint.of(Kind.UNREADABLE, unreadable.toString()));
    }
    return "";
  }
}
