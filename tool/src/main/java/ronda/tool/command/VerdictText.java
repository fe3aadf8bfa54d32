package ronda.tool.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ronda.casework.chain.Hash;
import ronda.proof.bundle.AnchorCheck;
import ronda.proof.bundle.Fault;
import ronda.proof.bundle.Verdict;
import ronda.proof.stamp.Stamp;
import ronda.tool.report.Wording;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code verify} tells of a file: to people in their language, or to programs as one line of
 * JSON, which knows one language.
 */
final class VerdictText {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Wording words;
  private final Sentences sentences;
  private final boolean json;
  private final Streams streams;

  VerdictText(Wording words, Sentences sentences, boolean json, Streams streams) {
    this.words = words;
    this.sentences = sentences;
    this.json = json;
    this.streams = streams;
  }

  /** Tells it, and says how the command ends. */
  int tell(Verdict verdict, Path file) throws IOException {
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
        streams.say(file + ": " + sentences.of(unreadable.reason()));
        yield Exit.NO_INPUT;
      }
    };
  }

  /** An intact bundle that continues what an anchor knows. */
  int intact(Verdict.Facts facts, AnchorCheck.Answer.Holds anchor) throws IOException {
    Outlet.print(json ? json(facts, anchor) : shown(text(facts) + text(anchor)), streams);
    return Exit.FINE;
  }

  private String text(AnchorCheck.Answer.Holds anchor) {
    return anchor.covers().stream()
        .map(
            cover ->
                words.of(
                        "verify.anchor",
                        sentences.time(anchor.at().toString()),
                        cover.covered(),
                        cover.entries(),
                        cover.chain())
                    + "\n")
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

  int intactChain(long entries, Hash head) throws IOException {
    Outlet.print(
        json
            ? line(outcome("intact").put("entries", entries).put("head", head.hex()))
            : words.of("verify.chain", entries, head) + "\n",
        streams);
    return Exit.FINE;
  }

  int alteredChain(String where) throws IOException {
    ObjectNode told = outcome("altered");
    told.putArray("faults").addObject().put("what", where);
    Outlet.print(
        json ? line(told) : words.of("verify.altered", sentences.of(where)) + "\n", streams);
    return Exit.ALTERED;
  }

  private String text(Verdict.Facts facts) {
    String counts =
        facts.counts().stream()
            .map(count -> count.number() + " " + sentences.of(count.of()))
            .collect(Collectors.joining(", "));
    return Stream.of(
            words.of("verify.intact", facts.subject(), facts.format(), counts),
            words.of("verify.sealed", facts.by(), sentences.time(facts.at())),
            facts.stamp().map(this::text).orElseGet(() -> words.of("verify.stamp.none")),
            words.of("verify.sha256", facts.sha256()),
            words.of("verify.compare"))
        .map(sentence -> sentence + "\n")
        .collect(Collectors.joining());
  }

  private String text(Stamp stamp) {
    return words.of(
        "verify.stamp",
        sentences.time(stamp.at().toString()),
        stamp.authority(),
        words.of(stamp.independent() ? "verify.stamp.independent" : "verify.stamp.own"));
  }

  private String text(Verdict.Altered altered) {
    return altered.faults().stream()
        .map(fault -> words.of("verify.altered", text(fault)) + "\n")
        .collect(Collectors.joining());
  }

  private String text(Fault fault) {
    return (fault.entry().isEmpty() ? words.of("verify.file") : fault.entry())
        + (fault.step() > 0 ? words.of("verify.step", fault.step()) : "")
        + (fault.offset() >= 0 ? words.of("verify.byte", fault.offset()) : "")
        + ": "
        + sentences.of(fault.what());
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
