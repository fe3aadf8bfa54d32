package ronda.identify.entity;

import static ronda.identify.entity.Reading.isAlphanumeric;

import java.util.List;
import ronda.identify.signal.EntityFound;
import ronda.identify.text.PlainText;

/**
 * Finds what can be called, visited or paid in a text (entitas). Immutable and safe to share.
 *
 * <p>The text is walked once. Most bytes can begin nothing and cost one table look-up; a digit, a
 * dot within a word, an {@code @} or the first letters of a few words wake the finders that know
 * them, the most specific first. What one has found is passed over by the others, but for a longer
 * find that overlaps it.
 */
public final class Entities {
  private static final byte NONE = 0;
  private static final byte LETTER = 1;
  private static final byte DIGIT = 2;
  private static final byte DOT = 3;
  private static final byte AT = 4;

  private static final byte[] CLASSES = new byte[256];

  /** The first letters of the words that wake a finder. */
  private static final Prefixes WAKING_WORDS =
      Prefixes.of(
          "mic", "mi ", "mch", "mc ", "mc:", "tel", "tg ", "tg:", "lin", "ig ", "ig:", "ins", "wec",
          "dot", "tit", "nol", "kos", "ena", "del", "bc1", "t");

  static {
    for (int b = 'a'; b <= 'z'; b++) {
      CLASSES[b] = LETTER;
    }
    for (int b = '0'; b <= '9'; b++) {
      CLASSES[b] = DIGIT;
    }
    CLASSES['.'] = DOT;
    CLASSES['@'] = AT;
  }

  private final Finder[] numbers = {
    new QrisPayloads(),
    new CryptoAddresses(),
    new Niks(),
    new Accounts(),
    new Phones(),
    new Prices(),
  };
  private final Finder[] words;
  private final Finder handles = new Handles();
  private final Finder links;
  private final Finder disguisedLinks;

  /** Without a list of blocked domains. */
  public Entities() {
    this(BlockedDomains.NONE);
  }

  /** With the domains that are to be found as blocked ones. */
  public Entities(BlockedDomains blocked) {
    this.links = new Links(blocked);
    this.disguisedLinks = new DisguisedLinks(blocked);
    this.words = new Finder[] {new AppNames(), new CryptoAddresses(), disguisedLinks, new Phones()};
  }

  /** Everything found in {@code text}, in the order of the text; spans never overlap. */
  public List<EntityFound> in(PlainText text) {
    byte[] bytes = text.bytes();
    int length = text.length();
    Reading reading = new Reading(text);
    Finds finds = new Finds();
    int before = NONE;
    int at = 0;
    while (at < length) {
      int kind = CLASSES[bytes[at] & 0xFF];
      int next = Finder.NOTHING;
      if (kind == LETTER) {
        if (before != LETTER && before != DIGIT && WAKING_WORDS.begin(bytes, at, length)) {
          next = any(words, reading, at, finds);
        }
      } else if (kind == DIGIT) {
        if (before != DIGIT) {
          next = any(numbers, reading, at, finds);
        }
      } else if (kind != NONE) {
        next = kind == AT ? handles.find(reading, at, finds) : dot(reading, at, finds);
      }
      if (next > at) {
        at = next;
        before = isAlphanumeric(bytes[at - 1]) ? CLASSES[bytes[at - 1] & 0xFF] : NONE;
      } else {
        before = kind;
        at++;
      }
    }
    return finds.inOrder();
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
    boolean before = isAlphanumeric(reading.at(at - 1));
    boolean after = isAlphanumeric(reading.at(at + 1));
    if (before && after) {
      return links.find(reading, at, finds);
    }
    if (isBracket(reading.at(at - 1)) || isBracket(reading.at(at + 1)) || nearEnding(reading, at)) {
      return disguisedLinks.find(reading, at, finds);
    }
    return Finder.NOTHING;
  }

  private static boolean isBracket(int b) {
    return b == '[' || b == ']' || b == '(' || b == ')';
  }

  /** Whether {@code com} or the like follows, before or after a blank: {@code abc .com}. */
  private static boolean nearEnding(Reading reading, int dot) {
    int at = reading.at(dot + 1) == ' ' ? dot + 2 : dot + 1;
    boolean ending =
        reading.holds("com", at)
            || reading.holds("net", at)
            || reading.holds("org", at)
            || reading.holds("xyz", at);
    return ending && !isAlphanumeric(reading.at(at + 3));
  }
}
