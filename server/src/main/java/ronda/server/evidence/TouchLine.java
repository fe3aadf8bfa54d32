package ronda.server.evidence;

import java.time.Instant;
import ronda.casework.chain.Link;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A touch as a page tells it. */
record TouchLine(Instant at, String who, String act, String why, String state) {
  private static final JsonMapper JSON = JsonMapper.shared();

  static TouchLine of(Link link) {
    JsonNode words = JSON.readTree(link.body());
    return new TouchLine(
        link.at(),
        link.actor(),
        link.act(),
        words.path("why").asString(""),
        words.path("state").asString(""));
  }
}
