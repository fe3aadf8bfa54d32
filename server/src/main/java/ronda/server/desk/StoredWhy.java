package ronda.server.desk;

import java.util.List;
import ronda.sources.files.Why;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the reason of a rejected line stands in the table: as JSON; once it was an English sentence.
 */
final class StoredWhy {
  private StoredWhy() {}

  static String write(Why why) {
    // PostgreSQL's text knows no NUL, and nor should a page.
    List<String> words = why.words().stream().map(word -> word.replace('\0', '\uFFFD')).toList();
    return JsonMapper.shared().writeValueAsString(new Why(why.kind(), words, why.numbers()));
  }

  /** What stands there, whichever version wrote it. */
  static Why read(String stored) {
    if (!stored.startsWith("{")) {
      return Why.said(stored);
    }
    try {
      return JsonMapper.shared().readValue(stored, Why.class);
    } catch (JacksonException unknown) {
      return Why.said(stored);
    }
  }
}
