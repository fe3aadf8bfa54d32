package ronda.identify.entity;

import java.util.Optional;
import ronda.identify.post.Span;
import ronda.identify.signal.EntityKind;

/**
 * Finds the text of QRIS codes. Its value is the merchant's national number (NMID), which stays
 * when a shop changes its address; where there is none, the merchant's account number.
 */
final class QrisPayloads implements Finder {
  /** Every payload begins so: tag 00, two digits long, version 01. */
  private static final String BEGINNING = "000201";

  private static final int LONGEST = 1_024;

  @Override
  public int find(Reading reading, int at, Finds finds) {
    if (!reading.holds(BEGINNING, at)) {
      return NOTHING;
    }
    Span begin = reading.span(at, at + 1);
    Optional<Qris> qris = Qris.at(reading.original(), begin.start());
    if (qris.isEmpty()) {
      return NOTHING;
    }
    int end = plainEnd(reading, at, begin.start() + qris.get().text().length());
    add(reading, qris.get(), at, end, finds);
    return end;
  }

  private static void add(Reading reading, Qris qris, int from, int to, Finds finds) {
    finds.add(
        reading,
        EntityKind.QRIS,
        qris.nmid().isEmpty() ? qris.account() : qris.nmid(),
        from,
        to,
        "nmid",
        qris.nmid(),
        "merchant",
        qris.merchant(),
        "city",
        qris.city(),
        "acquirer",
        qris.acquirer(),
        "account",
        qris.account(),
        "amount",
        qris.amount(),
        "use",
        qris.once() ? "once" : "many");
  }

  /** The plain place that stands at the original place {@code end}. */
  private static int plainEnd(Reading reading, int from, int end) {
    int at = from + 1;
    while (at < reading.length() && at - from < LONGEST && reading.span(at, at + 1).end() <= end) {
      at++;
    }
    return at;
  }
}
