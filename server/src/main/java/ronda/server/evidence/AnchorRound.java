package ronda.server.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import ronda.casework.chain.Hash;
import ronda.proof.bundle.Anchor;
import ronda.proof.bundle.Anchors;
import ronda.proof.stamp.Stamps;
import ronda.proof.vault.Vault;
import ronda.server.desk.Desks;
import ronda.server.desk.OfficeRound;
import ronda.store.sql.InOffice;

/**
 * Once a day writes down, for each office, how far its chains have come: signed, stamped, and laid
 * into {@code anchors} of the home for somebody to keep elsewhere.
 */
@Component
class AnchorRound {
  static final String KEY = "anchor-key.sealed";
  static final String PURPOSE = "anchor key";
  private static final int MOST_SHOWN = 400;

  private final Desks desks;
  private final InOffice tables;
  private final Stamps stamps;
  private final Vault vault;
  private final ReplacedKeys replaced;
  private final ZoneId zone;
  private final Optional<Path> home;

  AnchorRound(
      Desks desks,
      InOffice tables,
      Stamps stamps,
      Vault vault,
      ReplacedKeys replaced,
      ZoneId zone,
      @Value("${ronda.home:}") String home) {
    this.desks = desks;
    this.tables = tables;
    this.stamps = stamps;
    this.vault = vault;
    this.replaced = replaced;
    this.zone = zone;
    this.home = home.isBlank() ? Optional.empty() : Optional.of(Path.of(home));
  }

  /** Writes the anchors of today that are not there yet; without a home there is no place. */
  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
  void round() {
    if (home.isEmpty()) {
      return;
    }
    OfficeRound.of(
        "anchors",
        () ->
            tables.everywhere(
                jdbc -> jdbc.sql("SELECT id FROM offices ORDER BY id").query(UUID.class).list()),
        this::write);
  }

  /** Today's anchor of an office, written unless it is there. */
  Path write(UUID office) {
    Instant now = desks.clock().instant();
    Path folder = folder(office);
    Path path = folder.resolve(LocalDate.ofInstant(now, zone) + ".zip");
    if (Files.exists(path)) {
      return path;
    }
    try {
      Files.createDirectories(folder);
      Anchors.write(path, anchor(office, now), key(), stamps);
      return path;
    } catch (IOException broken) {
      throw new UncheckedIOException("the anchor " + path + " cannot be written", broken);
    }
  }

  private Path folder(UUID office) {
    return home.orElseThrow().resolve("anchors").resolve(office.toString());
  }

  /** The anchors of an office, the newest first. */
  List<Path> of(UUID office) {
    if (home.isEmpty() || !Files.isDirectory(folder(office))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder(office))) {
      return files
          .filter(file -> isDay(file.getFileName().toString()))
          .sorted((one, other) -> other.compareTo(one))
          .limit(MOST_SHOWN)
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException("the anchors cannot be listed", broken);
    }
  }

  private static boolean isDay(String name) {
    return name.length() == 14 && name.endsWith(".zip") && Character.isDigit(name.charAt(0));
  }

  private Anchor anchor(UUID office, Instant now) {
    return desks.look(
        office,
        jdbc -> {
          List<Anchor.Head> heads = new ArrayList<>();
          heads.addAll(
              jdbc.sql(
                      "SELECT number, encode(hash, 'hex') AS hash FROM audit_heads WHERE office_id = ?")
                  .param(office)
                  .query(
                      (row, n) ->
                          new Anchor.Head(
                              "audit", row.getLong("number"), new Hash(row.getString("hash"))))
                  .list());
          heads.addAll(chains("case", "case_steps", jdbc));
          heads.addAll(chains("custody", "custody", jdbc));
          String name =
              jdbc.sql("SELECT name FROM offices WHERE id = ?")
                  .param(office)
                  .query(String.class)
                  .single();
          return new Anchor(office.toString(), name, now, heads);
        });
  }

  private static List<Anchor.Head> chains(String kind, String table, JdbcClient jdbc) {
    return jdbc.sql(
            """
            SELECT DISTINCT ON (c.number) c.number AS name, l.number, l.hash
            FROM %s l JOIN cases c ON c.id = l.case_id ORDER BY c.number, l.number DESC
            """
                .formatted(table))
        .query(
            (row, n) ->
                new Anchor.Head(
                    kind + ":" + row.getString("name"),
                    row.getLong("number"),
                    new Hash(row.getString("hash"))))
        .list();
  }

  /** The key lies sealed in the home; it is made when it is first needed. */
  private synchronized KeyPair key() throws IOException {
    Path file = home.orElseThrow().resolve(KEY);
    return new OwnKey(file, PURPOSE, vault, desks.clock(), replaced).kept(new Kind());
  }

  /** The secret part's length, the secret part, the open part. */
  private record Kind() implements OwnKey.Kind<KeyPair> {
    @Override
    public KeyPair make() throws GeneralSecurityException {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @Override
    public byte[] bytes(KeyPair fresh) {
      byte[] secret = fresh.getPrivate().getEncoded();
      byte[] open = fresh.getPublic().getEncoded();
      return ByteBuffer.allocate(4 + secret.length + open.length)
          .putInt(secret.length)
          .put(secret)
          .put(open)
          .array();
    }

    @Override
    public KeyPair read(byte[] both) throws GeneralSecurityException {
      ByteBuffer from = ByteBuffer.wrap(both);
      byte[] secret = new byte[from.getInt()];
      from.get(secret);
      byte[] open = new byte[from.remaining()];
      from.get(open);
      KeyFactory keys = KeyFactory.getInstance("Ed25519");
      return new KeyPair(
          keys.generatePublic(new X509EncodedKeySpec(open)),
          keys.generatePrivate(new PKCS8EncodedKeySpec(secret)));
    }
  }
}
