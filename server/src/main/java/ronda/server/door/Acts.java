package ronda.server.door;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Officer;
import tools.jackson.databind.json.JsonMapper;

/** Writes down who did what (catatan audit). */
@Component
public final class Acts {
  /**
   * Who is named for what was done by command, where nobody is signed in. It is kept as it is:
   * pages say it in the reader's language.
   */
  public static final String COMMAND_LINE = "command line";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final AuditLog log;
  private final InstantSource clock;

  Acts(AuditLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /**
   * Enters an act into the chain of the caller's office; inside a transaction of that office it
   * becomes part of it.
   *
   * @param act a stable word in the past tense, such as {@code token-made}
   * @param subject what it was done to, such as {@code officer:0198…}
   * @param facts what else must be known; never a secret
   */
  public void write(Caller caller, String act, String subject, Map<String, ?> facts) {
    log.add(
        caller.office(),
        new Link.Entry(clock.instant(), caller.signature(), act, subject, json(facts)));
  }

  /** As above, for somebody who is about to be signed in or was refused. */
  public void write(Officer officer, String act, Map<String, ?> facts) {
    log.add(
        officer.office(),
        new Link.Entry(
            clock.instant(), officer.signature(), act, "officer:" + officer.id(), json(facts)));
  }

  private static String json(Map<String, ?> facts) {
    return JSON.writeValueAsString(new TreeMap<>(facts));
  }
}
