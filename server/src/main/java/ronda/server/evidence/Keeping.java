package ronda.server.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.CaseFlow;
import ronda.casework.Desk;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.Look;
import ronda.casework.evidence.Part;
import ronda.casework.evidence.Touch;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Officer;
import ronda.casework.review.Job;
import ronda.proof.capture.Captured;
import ronda.proof.picture.PictureKind;
import ronda.proof.picture.Pictures;
import ronda.proof.stamp.Stamp;
import ronda.proof.stamp.Stamps;
import ronda.proof.vault.Vault;
import ronda.server.desk.Desks;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlDisposals;
import ronda.store.sql.SqlDisposals.Paper;
import ronda.store.sql.SqlItems;
import ronda.store.sql.SqlJobs;
import ronda.store.sql.SqlStamps;

/** Keeps items: sealed, with their step in the case and their first touch, all or nothing. */
@Component
class Keeping {
  /** No part is larger, in bytes. */
  static final int LARGEST_PART = 32 << 20;

  private static final int MOST_POSTS = 1_000;
  private static final int STAMPED_AT_ONCE = 100;

  private final Desks desks;
  private final Vault vault;
  private final Stamps stamps;

  Keeping(Desks desks, Vault vault, Stamps stamps) {
    this.desks = desks;
    this.vault = vault;
    this.stamps = stamps;
  }

  /**
   * A file before it is kept.
   *
   * @param looks what it looks like if it is a picture that was looked at
   */
  record Brought(String name, String type, byte[] bytes, List<Look> looks) {
    Brought(String name, String type, byte[] bytes) {
      this(name, type, bytes, List.of());
    }

    /** The same, looked at; that takes a while and wants no transaction around it. */
    Brought seen() {
      return isPicture() && Pictures.read(bytes) instanceof Pictures.Reading.Seen seen
          ? new Brought(name, type, bytes, seen.looks())
          : this;
    }

    private boolean isPicture() {
      return PictureKind.of(bytes).isPresent();
    }

    /** A picture that may come back; that of a browser's window is a new one each time. */
    boolean mayComeBack() {
      return isPicture() && !name.equals(Captured.SCREENSHOT);
    }

    Part part() {
      return new Part(name, type, bytes.length, Hash.of(bytes));
    }
  }

  /**
   * Keeps one item. A closed case that holds the same picture, or a similar one, is taken up again.
   *
   * @param facts what else is to be known of it, never a word of its content: it is not sealed
   * @return why it was refused; empty if it was kept
   */
  Optional<CaseFlow.Refusal> keep(
      Officer officer,
      CaseFile file,
      Item.Kind kind,
      String why,
      Map<String, String> facts,
      List<Brought> parts,
      Desk desk,
      JdbcClient jdbc) {
    Instant now = desks.clock().instant();
    Map<String, String> all = new TreeMap<>(facts);
    all.put("keptAt", now.toString());
    all.put("keptBy", officer.name());
    all.put("tool", Tool.NAME);
    UUID id = desks.newId();
    var item = new Item(id, kind, all, parts.stream().map(Brought::part).toList());
    var step = new Step.EvidenceKept(id, kind.code(), item.hash().hex());
    Optional<CaseFlow.Answer> answer = desk.add(file.number(), step, officer, now);
    if (answer.orElseThrow() instanceof CaseFlow.Answer.Refused refused) {
      return Optional.of(refused.reason());
    }
    var items = new SqlItems(jdbc);
    items.keep(file.id(), item);
    boolean hashOnly = kind == Item.Kind.HASH_ONLY;
    for (Brought part : parts) {
      byte[] sealed = hashOnly ? new byte[0] : vault.seal(part.bytes(), purpose(id, part.name()));
      items.keepPart(id, part.name(), sealed);
    }
    Touch.State state = hashOnly ? Touch.State.NOT_KEPT : Touch.State.SEALED;
    var touch = new Touch(id, Touch.Act.KEPT, why, Hash.NONE, item.hash(), state);
    items.touch(file.id(), touch.entry(now, officer.signature()));
    if (!hashOnly) {
      parts.stream()
          .filter(Brought::mayComeBack)
          .forEach(part -> lookFor(part, id, officer, file, desk, items));
    }
    return Optional.empty();
  }

  private void lookFor(
      Brought picture, UUID item, Officer officer, CaseFile file, Desk desk, SqlItems items) {
    if (!picture.looks().isEmpty()) {
      items.keepLooks(item, picture.name(), picture.looks());
    }
    Instant now = desks.clock().instant();
    desk.kept(file.number(), picture.part().sha256(), picture.looks(), officer, now);
  }

  /** What a sealed part is sealed for: it cannot be opened as another. */
  static String purpose(UUID item, String part) {
    return "item:" + item + "/" + part;
  }

  /**
   * Keeps the posts of a case that are not kept yet.
   *
   * @return how many were kept
   */
  int keepPosts(Officer officer, CaseFile file, String why, Desk desk, JdbcClient jdbc) {
    Set<UUID> destroyed = new SqlDisposals(jdbc).among(Paper.ITEM, file.id()).keySet();
    Set<String> kept =
        new SqlItems(jdbc)
            .ofCase(file.id()).stream()
                .filter(item -> !destroyed.contains(item.id()))
                .map(item -> item.facts().getOrDefault("post", ""))
                .collect(Collectors.toSet());
    var jobs = new SqlJobs(jdbc);
    List<FoundPost> posts = new ArrayList<>();
    for (Job job : jobs.ofCase(file.id())) {
      posts.addAll(jobs.postsOf(job.id(), MOST_POSTS));
    }
    int count = 0;
    for (FoundPost post : posts) {
      boolean isNew = kept.add(post.id().toString());
      if (isNew && !post.post().text().startsWith("sha256:")) {
        byte[] json = PostJson.of(post).getBytes(StandardCharsets.UTF_8);
        Map<String, String> facts = Map.of("post", post.id().toString());
        var part = new Brought("post.json", "application/json", json);
        if (keep(officer, file, Item.Kind.POST, why, facts, List.of(part), desk, jdbc)
            .isPresent()) {
          return count;
        }
        count++;
      }
    }
    return count;
  }

  /**
   * Asks for the time stamps that items of an office still lack: outside any transaction, because
   * an authority may take its time. What fails is asked for again.
   */
  void stampAll(UUID office) {
    List<SqlStamps.Unstamped> lacking =
        desks.look(office, jdbc -> new SqlStamps(jdbc).lacking(STAMPED_AT_ONCE));
    for (SqlStamps.Unstamped one : lacking) {
      switch (stamps.stamp(one.hash())) {
        case Stamps.Answer.Stamped stamped -> write(office, one, stamped.stamp());
        case Stamps.Answer.Refused refused -> {
          return; // The authority is away: the next round asks again.
        }
      }
    }
  }

  private void write(UUID office, SqlStamps.Unstamped one, Stamp stamp) {
    desks.change(
        office,
        (desk, jdbc) -> {
          boolean first =
              new SqlStamps(jdbc)
                  .write(
                      one.item(),
                      stamp.response(),
                      stamp.at(),
                      stamp.authority(),
                      stamp.independent());
          if (first) {
            var touch =
                new Touch(
                    one.item(),
                    Touch.Act.STAMPED,
                    stamp.authority(),
                    one.hash(),
                    one.hash(),
                    Touch.State.SEALED);
            new SqlItems(jdbc).touch(one.file(), touch.entry(desks.clock().instant(), Link.RONDA));
          }
          return first;
        });
  }

  /** The case of this number, for a change, if this person may see it. */
  static Optional<CaseFile> file(Officer officer, String number, JdbcClient jdbc) {
    return new SqlCases(jdbc).byNumber(number).filter(file -> Desk.isFor(officer, file));
  }
}
