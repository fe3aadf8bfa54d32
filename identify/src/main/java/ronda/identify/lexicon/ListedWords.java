package ronda.identify.lexicon;

import java.util.List;
import ronda.identify.text.Listed;

/**
 * The words of all phrases by a number of 64 bits each, so that asking makes nothing. Two words
 * share a number about once in 10<sup>12</sup>; whatever is nominated is compared afterwards.
 */
final class ListedWords implements Listed {
  private static final long PRIME = 0x100000001B3L;
  private static final long SEED = 0xCBF29CE484222325L;
  private static final long PAIRS = 0xD6E8FEB86659FD93L;

  private static final long HEADS = 0x9E3779B97F4A7C15L;
  private static final long LENGTHS = 0xC2B2AE3D27D4EB4FL;
  private static final int FILTER_BITS = 18;
  private static final long FIRST_FOUR = 0xFFFFFFFFL;

  /** One bit for each hash of a head and a length, and for the first four bytes of open terms. */
  private final long[] filter = new long[(1 << FILTER_BITS) / Long.SIZE];

  private final Numbers whole;
  private final Numbers open;
  private final Numbers pairs;

  ListedWords(List<Phrase> phrases) {
    int words = phrases.stream().mapToInt(phrase -> phrase.words().size()).sum();
    whole = new Numbers(words);
    open = new Numbers(phrases.size());
    pairs = new Numbers(words);
    for (Phrase phrase : phrases) {
      List<byte[]> each = phrase.words();
      for (int i = 0; i < each.size(); i++) {
        long number = number(each.get(i), each.get(i).length);
        whole.add(number);
        mark(head(each.get(i)), each.get(i).length);
        if (i > 0) {
          pairs.add(pair(number(each.get(i - 1), each.get(i - 1).length), number));
        }
      }
      if (each.size() == 1 && phrase.boundary().openBehind()) {
        open.add(number(each.getFirst(), each.getFirst().length));
        mark(head(each.getFirst()) & FIRST_FOUR, 0);
      }
    }
  }

  private static long head(byte[] word) {
    long head = 0;
    for (int i = 0; i < Math.min(Long.BYTES, word.length); i++) {
      head |= (word[i] & 0xFFL) << 8 * i;
    }
    return head;
  }

  private void mark(long head, int length) {
    int hash = hash(head, length);
    filter[hash >>> 6] |= 1L << hash;
  }

  private static int hash(long head, int length) {
    return (int) ((head + length * LENGTHS) * HEADS >>> Long.SIZE - FILTER_BITS);
  }

  @Override
  public boolean mayHold(long head, int length) {
    int exact = hash(head, length);
    int begins = hash(head & FIRST_FOUR, 0);
    return (filter[exact >>> 6] >>> exact & 1 | filter[begins >>> 6] >>> begins & 1) != 0;
  }

  @Override
  public boolean holds(byte[] word, int length, int beyond) {
    long number = SEED;
    for (int i = 0; i < length; i++) {
      if (i >= Phrase.FEWEST_OPEN && i > beyond && open.hold(number)) {
        return true;
      }
      number = (number ^ word[i]) * PRIME;
    }
    return whole.hold(number);
  }

  @Override
  public boolean holdsPair(byte[] first, int firstLength, byte[] second, int secondLength) {
    return pairs.hold(pair(number(first, firstLength), number(second, secondLength)));
  }

  private static long number(byte[] word, int length) {
    long number = SEED;
    for (int i = 0; i < length; i++) {
      number = (number ^ word[i]) * PRIME;
    }
    return number;
  }

  private static long pair(long first, long second) {
    return Long.rotateLeft(first, 21) * PAIRS + second;
  }

  /** Numbers side by side in a table that is at most a quarter full; 0 stands for none. */
  private static final class Numbers {
    private final long[] slots;
    private final int shift;

    Numbers(int most) {
      slots = new long[Math.max(2, Integer.highestOneBit(Math.max(1, most)) * 8)];
      shift = Long.SIZE - Integer.numberOfTrailingZeros(slots.length);
    }

    void add(long number) {
      int at = slot(number);
      while (slots[at] != 0 && slots[at] != number) {
        at = at + 1 & slots.length - 1;
      }
      slots[at] = number;
    }

    boolean hold(long number) {
      int at = slot(number);
      while (slots[at] != 0) {
        if (slots[at] == number) {
          return true;
        }
        at = at + 1 & slots.length - 1;
      }
      return false;
    }

    private int slot(long number) {
      return (int) (number * 0x9E3779B97F4A7C15L >>> shift);
    }
  }
}
