package ronda.proof.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ronda.casework.chain.ChainFile;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;

/** Reads a chain within an archive and names each step that is not as it was. */
final class ChainCheck {
  private final String name;
  private final Opened opened;
  private final List<Link> links = new ArrayList<>();
  private Optional<String> end = Optional.empty();

  private ChainCheck(String name, Opened opened) {
    this.name = name;
    this.opened = opened;
  }

  /**
   * The links of the entry {@code name}; what is wrong with them goes to {@code opened}.
   *
   * @param listed the hashes that the manifest lists, by which a step that was removed, added or
   *     moved is named even where the chain was written anew; empty where they are not known
   */
  static List<Link> check(String name, Optional<List<Hash>> listed, Opened opened)
      throws IOException {
    var check = new ChainCheck(name, opened);
    Optional<byte[]> bytes = opened.bytes(name);
    if (bytes.isPresent()) {
      check.readLines(bytes.get());
      check.checkLinks();
      listed.ifPresent(check::compare);
    }
    return check.links;
  }

  private void readLines(byte[] bytes) {
    int from = 0;
    for (int number = 1; from < bytes.length; number++) {
      int to = from;
      while (to < bytes.length && bytes[to] != '\n') {
        to++;
      }
      Optional<String> line = to < bytes.length ? text(bytes, from, to) : Optional.empty();
      Optional<Link> link = line.flatMap(ChainFile::read);
      if (link.isPresent()) {
        links.add(link.get());
      } else if (to + 1 >= bytes.length) {
        end = line;
      } else {
        fault(number, from, "this line is not as written");
      }
      from = to + 1;
    }
  }

  private static Optional<String> text(byte[] bytes, int from, int to) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, from, to - from))
              .toString());
    } catch (CharacterCodingException changed) {
      return Optional.empty();
    }
  }

  private void checkLinks() {
    Hash before = Hash.NONE;
    long expected = 1;
    for (Link link : links) {
      if (link.number() != expected) {
        fault(expected, -1, "step " + link.number() + " stands where step " + expected + " should");
      }
      if (!link.before().equals(before)) {
        fault(link.number(), -1, "it does not follow the step before it");
      }
      if (!link.isSound()) {
        fault(link.number(), -1, "it was changed: its words do not give its hash");
      }
      before = link.hash();
      expected = link.number() + 1;
    }
    if (!end.equals(Optional.of(ChainFile.end(links.size(), before)))) {
      opened.fault(Fault.in(name, "the line that ends it is not as written"));
    }
  }

  private void compare(List<Hash> listed) {
    Set<Hash> wanted = new HashSet<>(listed);
    Set<Hash> found = new HashSet<>();
    links.forEach(link -> found.add(link.hash()));
    for (int i = 0; i < listed.size(); i++) {
      if (!found.contains(listed.get(i))) {
        fault(i + 1, -1, "the step that the manifest lists here was removed or written anew");
      }
    }
    for (int i = 0; i < links.size(); i++) {
      Hash hash = links.get(i).hash();
      if (!wanted.contains(hash)) {
        fault(i + 1, -1, "this step is not among those that the manifest lists");
      } else if (found.equals(wanted) && !listed.get(i).equals(hash)) {
        fault(i + 1, -1, "this step stands in another place than the manifest says");
      }
    }
  }

  private void fault(long step, int at, String what) {
    long place = at < 0 ? -1 : opened.place(name) + at;
    opened.fault(new Fault(name, place, step, what));
  }
}
