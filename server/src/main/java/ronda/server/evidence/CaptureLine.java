package ronda.server.evidence;

import java.util.List;
import ronda.proof.capture.Obstacle;
import ronda.store.sql.SqlCaptures.State;
import ronda.store.sql.SqlCaptures.Wish;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page that somebody wants captured, as the case's page tells it.
 *
 * @param key the message that says why it failed; empty unless it did
 * @param words what the message is filled with
 */
record CaptureLine(Wish wish, String key, List<String> words) {
  /** A stranger's server may have a long name. */
  private static final int LONGEST_WORD = 200;

  static CaptureLine of(Wish wish) {
    if (wish.state() != State.FAILED || wish.told().isEmpty()) {
      return new CaptureLine(wish, "", List.of());
    }
    Obstacle why = read(wish.told());
    return new CaptureLine(wish, "evidence.obstacle." + why.kind().code(), why.words());
  }

  /** How the table keeps what stood in the way: as JSON; once it was an English sentence. */
  static String written(Obstacle why) {
    List<String> words =
        why.words().stream()
            .map(word -> word.substring(0, Math.min(word.length(), LONGEST_WORD)))
            .map(word -> word.replace('\0', '\uFFFD'))
            .toList();
    return JsonMapper.shared().writeValueAsString(new Obstacle(why.kind(), words));
  }

  private static Obstacle read(String told) {
    if (!told.startsWith("{")) {
      return Obstacle.of(Obstacle.Kind.SAID, told);
    }
    try {
      return JsonMapper.shared().readValue(told, Obstacle.class);
    } catch (JacksonException unknown) {
      return Obstacle.of(Obstacle.Kind.SAID, told);
    }
  }
}
