package ronda.server.referral;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ronda.casework.referral.Sending;
import ronda.letters.mail.OurWords;

/**
 * What was said last of a letter on its way, as a page tells it.
 *
 * @param key the message; empty where nothing was said
 * @param about what the message is filled with: the other side's own words, as they came, are all
 *     of it
 */
record SendingWords(String key, String about) {
  /** By the sending's id. */
  static Map<UUID, SendingWords> of(List<Sending> sendings) {
    Map<UUID, SendingWords> told = new HashMap<>();
    sendings.forEach(sending -> told.put(sending.id(), of(sending.words())));
    return told;
  }

  private static SendingWords of(String words) {
    return OurWords.read(words)
        .map(ours -> new SendingWords("sending.words." + ours.words().code(), ours.about()))
        .orElse(new SendingWords(words.isEmpty() ? "" : "sending.words", words));
  }
}
