package ronda.tool.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import ronda.casework.chain.Hash;
import ronda.proof.bundle.AnchorCheck;
import ronda.proof.bundle.Fault;
import ronda.proof.bundle.Verdict;
import ronda.proof.stamp.Stamp;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code verify} tells of a file: to people, or to programs as one line of JSON. */
final class VerdictText {
  private static final JsonMapper JSON = JsonMapper.shared();

  private VerdictText() {}

  /** Tells it, and says how the command ends. */
  static int tell(Verdict verdict, Path file, boolean json, Streams streams) throws IOException {
    return switch (verdict) {
      case Verdict.Intact intact -> {
        Outlet.print(json ? json(intact.facts()) : shown(text(intact.facts())), streams);
        yield Exit.FINE;
      }
      case Verdict.Altered altered -> {
        Outlet.print(json ? json(altered) : shown(text(altered)), streams);
        yield Exit.ALTERED;
      }
      case Verdict.Unreadable unreadable -> {
        if (json) {
          Outlet.print(line(outcome("unreadable").put("reason", unreadable.reason())), streams);
        }
        streams.say(file + ": " + unreadable.reason());
        yield Exit.NO_INPUT;
      }
    };
  }

  /** An intact bundle that continues what an anchor knows. */
  static int intact(
      Verdict.Facts facts, AnchorCheck.Answer.Holds anchor, boolean json, Streams streams)
      throws IOException {
    Outlet.print(json ? json(facts, anchor) : shown(text(facts) + text(anchor)), streams);
    return Exit.FINE;
  }

  private static String text(AnchorCheck.Answer.Holds anchor) {
    return anchor.covers().stream()
        .map(
            cover ->
                "Anchor of %s: %,d of %,d steps of %s were there then, and are as they were.\n"
                    .formatted(anchor.at(), cover.covered(), cover.entries(), cover.chain()))
        .collect(Collectors.joining());
  }

  private static String json(Verdict.Facts facts, AnchorCheck.Answer.Holds anchor) {
    ObjectNode told = told(facts);
    ObjectNode held = told.putObject("anchor").put("at", anchor.at().toString());
    ArrayNode covers = held.putArray("covers");
    anchor
        .covers()
        .forEach(
            cover ->
                covers
                    .addObject()
                    .put("chain", cover.chain())
                    .put("covered", cover.covered())
                    .put("entries", cover.entries()));
    return line(told);
  }

  static int intactChain(long entries, Hash head, boolean json, Streams streams)
      throws IOException {
    Outlet.print(
        json
            ? line(outcome("intact").put("entries", entries).put("head", head.hex()))
            : "Intact: %,d entries. The last hash is %s; compare it with the one on the desk's page.\n"
                .formatted(entries, head),
        streams);
    return Exit.FINE;
  }

  static int alteredChain(String where, boolean json, Streams streams) throws IOException {
    ObjectNode told = outcome("altered");
    told.putArray("faults").addObject().put("what", where);
    Outlet.print(json ? line(told) : "Altered: " + where + "\n", streams);
    return Exit.ALTERED;
  }

  private static String text(Verdict.Facts facts) {
    String counts =
        facts.counts().stream()
            .map(count -> count.number() + " " + count.of())
            .collect(Collectors.joining(", "));
    String stamp =
        facts
            .stamp()
            .map(VerdictText::text)
            .orElse("No time stamp: nobody but the one who sealed it says when.");
    return """
        Intact: %s (%s): %s.
        Sealed by %s at %s.
        %s
        SHA-256 of the file: %s
        Compare it with the one on the case's page or in the letter that it came with.
        """
        .formatted(
            facts.subject(), facts.format(), counts, facts.by(), facts.at(), stamp, facts.sha256());
  }

  private static String text(Stamp stamp) {
    return "Time stamp: %s by %s (%s)."
        .formatted(
            stamp.at(),
            stamp.authority(),
            stamp.independent()
                ? "its signature holds; whether to trust its certificate is yours to decide"
                : "not independent: made by the installation itself");
  }

  private static String text(Verdict.Altered altered) {
    return altered.faults().stream()
        .map(fault -> "Altered: " + fault + "\n")
        .collect(Collectors.joining());
  }

  /** Without what would move a terminal's cursor: the words are somebody else's. */
  private static String shown(String text) {
    StringBuilder shown = new StringBuilder(text);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      if (Character.isISOControl(c) && c != '\n' || Character.getType(c) == Character.FORMAT) {
        shown.setCharAt(i, '?');
      }
    }
    return shown.toString();
  }

  private static String json(Verdict.Facts facts) {
    return line(told(facts));
  }

  private static ObjectNode told(Verdict.Facts facts) {
    ObjectNode told = outcome("intact");
    told.put("format", facts.format()).put("subject", facts.subject());
    told.put("by", facts.by()).put("at", facts.at()).put("sha256", facts.sha256().hex());
    facts.counts().forEach(count -> told.put(count.of(), count.number()));
    facts
        .stamp()
        .ifPresent(
            stamp ->
                told.putObject("stamp")
                    .put("at", stamp.at().toString())
                    .put("authority", stamp.authority())
                    .put("independent", stamp.independent()));
    return told;
  }

  private static String json(Verdict.Altered altered) {
    ObjectNode told = outcome("altered");
    ArrayNode faults = told.putArray("faults");
    for (Fault fault : altered.faults()) {
      ObjectNode one = faults.addObject().put("what", fault.what());
      if (!fault.entry().isEmpty()) {
        one.put("entry", fault.entry());
      }
      if (fault.offset() >= 0) {
        one.put("offset", fault.offset());
      }
      if (fault.step() > 0) {
        one.put("step", fault.step());
      }
    }
    return line(told);
  }

  private static ObjectNode outcome(String word) {
    return JSON.createObjectNode().put("outcome", word);
  }

  private static String line(ObjectNode told) {
    return told + "\n";
  }
}
