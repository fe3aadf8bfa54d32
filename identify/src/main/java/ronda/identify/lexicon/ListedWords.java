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
        if (i > 0) {
          pairs.add(pair(number(each.get(i - 1), each.get(i - 1).length), number));
        }
      }
      if (each.size() == 1 && phrase.boundary().openBehind()) {
        open.add(number(each.getFirst(), each.getFirst().length));
      }
    }
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
