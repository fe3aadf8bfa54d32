package ronda.casework.referral;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ronda.casework.authority.Recipient;

/**
 * How soon a kind of recipient answers (waktu jawab).
 *
 * @param sent letters that left
 * @param answered of those, letters with a reply
 * @param median of the replies' times; empty if there is none
 */
public record AnswerTimes(Recipient by, int sent, int answered, Optional<Duration> median) {
  /** With fewer letters a median says little. */
  public static final int FEW = 5;

  /** One line for each kind of recipient that a letter was sent to. */
  public static List<AnswerTimes> of(List<Referral> referrals) {
    Map<Recipient, List<Referral>> by = new EnumMap<>(Recipient.class);
    referrals.stream()
        .filter(referral -> referral.sentAt().isPresent())
        .forEach(one -> by.computeIfAbsent(one.to(), kind -> new ArrayList<>()).add(one));
    return by.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())).toList();
  }

  private static AnswerTimes of(Recipient by, List<Referral> sent) {
    List<Duration> times =
        sent.stream().flatMap(one -> one.answerTime().stream()).sorted().toList();
    return new AnswerTimes(by, sent.size(), times.size(), median(times));
  }

  private static Optional<Duration> median(List<Duration> sorted) {
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    int middle = sorted.size() / 2;
    return Optional.of(
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2));
  }

  public int unanswered() {
    return sent - answered;
  }

  /** The share without a reply, 0 to 100. */
  public int unansweredPercent() {
    return Math.round(100f * unanswered() / sent);
  }

  public boolean isFew() {
    return sent < FEW;
  }
}
