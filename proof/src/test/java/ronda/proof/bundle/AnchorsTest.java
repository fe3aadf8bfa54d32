package ronda.proof.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ronda.casework.chain.Hash;
import ronda.proof.stamp.Stamps;

/** The last hashes of an office's chains, signed, and kept elsewhere. */
class AnchorsTest {
  private static final Stamps NOBODY = hash -> new Stamps.Answer.Refused("not asked");

  @TempDir private Path folder;

  private Path anchor() throws Exception {
    KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path path = folder.resolve("jangkar.zip");
    var heads =
        List.of(
            new Anchor.Head("audit", 41, Hash.of("audit")),
            new Anchor.Head("case:2026-000007", 5, Hash.of("case")));
    var at = Instant.parse("2026-11-22T17:00:00Z");
    Anchors.write(path, new Anchor("0198", "Dinas Kominfo Kota Contoh", at, heads), key, NOBODY);
    return path;
  }

  @Test
  void an_anchor_verifies_and_says_how_many_heads_it_holds() throws Exception {
    var intact = (Verdict.Intact) Archives.verify(anchor());

    assertThat(intact.facts().format()).isEqualTo("ronda-anchor/1");
    assertThat(intact.facts().counts()).containsExactly(new Verdict.Count("heads", 2));
  }

  @Test
  void whatever_byte_is_changed_it_is_found() throws Exception {
    Path path = anchor();
    byte[] whole = Files.readAllBytes(path);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= (byte) (1 << (i % 8));
      Files.write(path, changed);
      assertThat(Archives.verify(path)).as("byte %d", i).isInstanceOf(Verdict.Altered.class);
    }
  }

  @Test
  void openssl_accepts_its_signature() throws Exception {
    try (var zip = new ZipFile(anchor().toFile())) {
      for (String name : List.of("heads.json", "heads.sig", "key.pem")) {
        Files.copy(zip.getInputStream(zip.getEntry(name)), folder.resolve(name));
      }
    }
    Process check =
        new ProcessBuilder(
                "openssl",
                "pkeyutl",
                "-verify",
                "-pubin",
                "-inkey",
                "key.pem",
                "-rawin",
                "-in",
                "heads.json",
                "-sigfile",
                "heads.sig")
            .directory(folder.toFile())
            .start();

    assertThat(check.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(check.exitValue()).isZero();
  }
}
