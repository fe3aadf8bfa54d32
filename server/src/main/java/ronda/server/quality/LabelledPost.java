package ronda.server.quality;

import java.util.UUID;
import ronda.casework.intake.FoundPost;
import ronda.casework.quality.Masked;
import ronda.casework.review.Verdict;
import ronda.sources.files.JsonBytes;
import ronda.store.sql.SqlQuality.Decided;

/** One decision as one line that {@code ./ronda train} and {@code evaluate} read. */
final class LabelledPost {
  private LabelledPost() {}

  /**
   * The line, with its end. Of who wrote the post, who judged it and which job it was, nothing is
   * said: {@code id} counts for nothing outside the office.
   */
  static JsonBytes line(Decided decided, FoundPost post, UUID office) {
    JsonBytes json = new JsonBytes(post.post().text().length() + 256);
    json.raw("{\"id\":").string(decided.post().toString());
    json.raw(",\"text\":").string(Masked.text(post));
    if (decided.verdict() instanceof Verdict.Confirmed confirmed) {
      json.raw(",\"categories\":[").string(confirmed.category().code());
      json.raw("],\"stance\":").string(confirmed.stance().code());
    } else {
      json.raw(",\"categories\":[]");
    }
    json.raw(",\"suspected\":").string(decided.suspected().code());
    json.raw(",\"judges\":").number(decided.judges());
    json.raw(",\"source\":").string("ronda:" + office);
    json.raw(",\"decidedAt\":").string(decided.at().toString());
    return json.raw("}\n");
  }
}
