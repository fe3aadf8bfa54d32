package ronda.identify.entity;

import static ronda.identify.entity.Reading.isAlphanumeric;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import ronda.identify.signal.EntityFound;
import ronda.identify.text.PlainText;

/**
 * Finds what can be called, visited or paid in a text (entitas). Immutable and safe to share.
 *
 * <p>Most bytes can begin nothing. So the text is walked by its words, of which a few wake a
 * finder, and by its bytes, eight at a time, for digits, dots and {@code @}: comparing byte by byte
 * costs more in mispredicted branches than all the finders together. At each place the most
 * specific finder is asked first; of finds that overlap the longest stays.
 */
public final class Entities {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  /** The first letters of the words that wake a finder. */
  private static final Prefixes WAKING_WORDS =
      Prefixes.of(
          "mic", "mi ", "mch", "mc ", "mc:", "tel", "tg ", "tg:", "lin", "ig ", "ig:", "ins", "wec",
          "dot", "tit", "nol", "kos", "ena", "del");

  private final BlockedDomains blocked;
  private final Finder[] words;
  private final Finder[] longNumbers = {
    new QrisPayloads(), new Niks(), new Accounts(), new Phones(),
  };
  private final Finder prices = new Prices();
  private final Finder rates = new Rates();
  private final Finder cryptoAddresses = new CryptoAddresses();
  private final Finder handles = new Handles();
  private final Links links;
  private final Finder disguisedLinks;

  /** Without a list of blocked domains. */
  public Entities() {
    this(BlockedDomains.NONE);
  }

  /** With the domains that are to be found as blocked ones. */
  public Entities(BlockedDomains blocked) {
    this.blocked = blocked;
    LinkKinds kinds = new LinkKinds(blocked);
    this.links = new Links(kinds);
    this.disguisedLinks = new DisguisedLinks(kinds);
    this.words = new Finder[] {new AppNames(), disguisedLinks, new Phones()};
  }

  /** The domains that are found as blocked ones. */
  public BlockedDomains blocked() {
    return blocked;
  }

  /** Everything found in {@code text}, in the order of the text; spans never overlap. */
  public List<EntityFound> in(PlainText text) {
    Reading reading = new Reading(text);
    Finds finds = new Finds();
    walkWords(text, reading, finds);
    walkBytes(text.bytes(), text.length(), reading, finds);
    return finds.inOrder();
  }

  private void walkWords(PlainText text, Reading reading, Finds finds) {
    byte[] bytes = text.bytes();
    int[] bounds = text.bounds();
    int length = text.length();
    int words = text.words();
    int next = 0;
    for (int word = 0; word < words; word++) {
      int at = bounds[2 * word];
      if (WAKING_WORDS.begin(bytes, at, length) && at >= next) {
        next = any(this.words, reading, at, finds);
      } else if (bounds[2 * word + 1] - at >= CryptoAddresses.SHORTEST) {
        cryptoAddresses.find(reading, at, finds);
      }
    }
  }

  private void walkBytes(byte[] bytes, int length, Reading reading, Finds finds) {
    long digitBefore = 0;
    int next = 0;
    for (int from = 0; from < length; from += 8) {
      long eight =
          from + 8 <= bytes.length ? (long) EIGHT_BYTES.get(bytes, from) : last(bytes, from);
      long low = eight & ~HIGH;
      long digits = (low + (0x80 - '0') * EACH) & ~(low + (0x7F - '9') * EACH) & HIGH & ~eight;
      long marks = (equal(low, '.') | equal(low, '@')) & ~eight;
      long places = marks | (digits & ~(digits << 8 | digitBefore)); // a number's first digit only
      digitBefore = digits >>> 56;
      while (places != 0) {
        int at = from + (Long.numberOfTrailingZeros(places) >>> 3);
        places &= places - 1;
        if (at >= next && at < length) {
          next = look(bytes[at], reading, at, finds);
        }
      }
    }
  }

  /** The high bit of each byte that is {@code wanted}; {@code low} has no high bits. */
  private static long equal(long low, char wanted) {
    return ~((low ^ (wanted * EACH)) + 0x7F * EACH) & HIGH;
  }

  /** The fewer than eight bytes from {@code from} on. */
  private static long last(byte[] bytes, int from) {
    long last = 0;
    for (int i = bytes.length - 1; i >= from; i--) {
      last = last << 8 | (bytes[i] & 0xFF);
    }
    return last;
  }

  private int look(byte mark, Reading reading, int at, Finds finds) {
    return switch (mark) {
      case '.' -> dot(reading, at, finds);
      case '@' -> handles.find(reading, at, finds);
      default -> number(reading, at, finds);
    };
  }

  private int number(Reading reading, int at, Finds finds) {
    if (reading.at(at - 1) == '/' && reading.holds("://", at - 3)) {
      int next = links.findNumber(reading, at, finds);
      if (next > at) {
        return next;
      }
    }
    int next =
        Prices.currencyBefore(reading, at) ? prices.find(reading, at, finds) : Finder.NOTHING;
    if (next <= at && LooseNumber.mayBeLong(reading, at)) {
      next = any(longNumbers, reading, at, finds);
    }
    if (next <= at) {
      next = prices.find(reading, at, finds);
    }
    return next > at ? next : rates.find(reading, at, finds);
  }

  private static int any(Finder[] finders, Reading reading, int at, Finds finds) {
    for (Finder finder : finders) {
      int next = finder.find(reading, at, finds);
      if (next > at) {
        return next;
      }
    }
    return Finder.NOTHING;
  }

  private int dot(Reading reading, int at, Finds finds) {
    int before = reading.at(at - 1);
    int after = reading.at(at + 1);
    if (isAlphanumeric(before) && isAlphanumeric(after)) {
      return links.find(reading, at, finds);
    }
    if (before == '[' || before == '(' || before == '{' || DisguisedLinks.endsIn(reading, at)) {
      return disguisedLinks.find(reading, at, finds);
    }
    return Finder.NOTHING;
  }
}
