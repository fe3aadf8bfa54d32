package ronda.identify.text;

import java.util.Arrays;
import ronda.identify.post.Span;

/**
 * Where plain bytes stood in the original, as stretches. In an even stretch each byte stood in one
 * UTF-16 unit of its own; in an uneven one all bytes come from all the units together, as the four
 * bytes of an emoji from its two units, or one letter from the letter and the marks on it.
 *
 * <p>Three ints a stretch: first plain byte, first unit, and unit after the last (its complement
 * for an even stretch).
 */
final class Offsets {
  private static final int INTS = 3;

  private int[] stretches = new int[16 * INTS];
  private int count;

  /**
   * Notes that {@code bytes} plain bytes from {@code plain} on stood one to one from {@code at}.
   */
  void even(int plain, int at, int bytes) {
    if (count > 0 && isEven(count - 1) && end(count - 1) == at) {
      stretches[count * INTS - 1] = ~(at + bytes);
      return;
    }
    add(plain, at, ~(at + bytes));
  }

  /** Notes that the plain bytes from {@code plain} on come from all units of {@code at..end}. */
  void uneven(int plain, int at, int end) {
    add(plain, at, end);
  }

  /**
   * Lets the last noted character, {@code length} plain bytes that end before {@code plain}, reach
   * to {@code end}, because a mark belongs to it.
   */
  void extendLast(int plain, int end) {
    if (count == 0) {
      return;
    }
    int last = count - 1;
    if (!isEven(last)) {
      stretches[count * INTS - 1] = end;
      return;
    }
    int units = end(last) - stretches[last * INTS + 1];
    if (units == 1) {
      stretches[count * INTS - 1] = end;
      return;
    }
    int at = end(last) - 1;
    stretches[count * INTS - 1] = ~at;
    add(plain - 1, at, end);
  }

  private void add(int plain, int at, int end) {
    if ((count + 1) * INTS > stretches.length) {
      stretches = Arrays.copyOf(stretches, stretches.length * 2);
    }
    stretches[count * INTS] = plain;
    stretches[count * INTS + 1] = at;
    stretches[count * INTS + 2] = end;
    count++;
  }

  /** Gives back the room that was kept for growing. */
  Offsets trimmed() {
    stretches = Arrays.copyOf(stretches, count * INTS);
    return this;
  }

  /** Where the plain bytes {@code from} up to {@code to} stood; at least one byte. */
  Span span(int from, int to) {
    int first = stretchOf(from);
    int start = stretches[first * INTS + 1];
    int last = stretchOf(to - 1);
    int end = end(last);
    return new Span(
        isEven(first) ? start + from - stretches[first * INTS] : start,
        isEven(last) ? stretches[last * INTS + 1] + to - stretches[last * INTS] : end);
  }

  private boolean isEven(int stretch) {
    return stretches[stretch * INTS + 2] < 0;
  }

  private int end(int stretch) {
    int end = stretches[stretch * INTS + 2];
    return end < 0 ? ~end : end;
  }

  /** The last stretch that begins at or before {@code plain}. */
  private int stretchOf(int plain) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (stretches[middle * INTS] <= plain) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
