package ronda.identify.entity;

import static ronda.identify.entity.Reading.isAlphanumeric;
import static ronda.identify.entity.Reading.isDigit;
import static ronda.identify.entity.Reading.isLetter;

import org.jspecify.annotations.Nullable;

/**
 * Finds links, with or without a scheme, from the dot inside the host name. Without a scheme a host
 * must end in a suffix that people do not also write as a word: {@code enak.tapi} and {@code
 * oke.si} are ends of sentences, so such endings ask for a path, a digit, {@code www} or a label.
 */
final class Links implements Finder {
  private static final int LONGEST_HOST = 253;
  private static final int LONGEST_LINK = 2_048;

  /** The longer first; {@code hxxp} is how people defuse a link they warn of. */
  private static final String[] SCHEMES = {"https", "http", "hxxps", "hxxp", "ftp"};

  /** Suffixes that in a chat hardly mean anything but an address. */
  private static final NameTable PLAIN_SUFFIXES =
      NameTable.of(
          "com",
          "net",
          "xyz",
          "id",
          "biz",
          "co.id",
          "or.id",
          "go.id",
          "ac.id",
          "sch.id",
          "web.id",
          "my.id",
          "biz.id",
          "desa.id",
          "mil.id",
          "net.id",
          "ponpes.id",
          "icu",
          "asia",
          "site",
          "online",
          "website",
          "io",
          "cc",
          "app",
          "dev",
          "ru",
          "cn",
          "tw",
          "vn",
          "kr",
          "co.uk",
          "com.au",
          "com.my",
          "com.sg",
          "edu",
          "gov",
          "store",
          "tech",
          "cyou",
          "sbs",
          "cfd",
          "wiki",
          "bet",
          "casino",
          "poker",
          "games",
          "click",
          "monster",
          "quest",
          "lat",
          "buzz",
          "mobi");

  private final LinkKinds kinds;

  Links(LinkKinds kinds) {
    this.kinds = kinds;
  }

  @Override
  public int find(Reading reading, int at, Finds finds) {
    if (at < reading.linksReadTo()) {
      return NOTHING; // its host name was weighed at an earlier dot
    }
    Link link = read(reading, at);
    if (link == null) {
      return NOTHING;
    }
    kinds.add(reading, link, finds);
    return link.to();
  }

  /** The link whose host is one number, {@code http://3232235777}, that begins at {@code at}. */
  int findNumber(Reading reading, int at, Finds finds) {
    int scheme = schemeFrom(reading, at);
    int to = reading.tokenEnd(at, NumericHosts.LONGEST);
    boolean whole = !continuesHost(reading.at(to + 1), reading.at(to)) || reading.at(to) == '/';
    byte[] host = whole && scheme < at ? NumericHosts.dotted(reading, at, to) : NumericHosts.NONE;
    if (host.length == 0) {
      return NOTHING;
    }
    int tail = tailEnd(reading, to);
    kinds.add(reading, new Link(host, 0, 0, host.length, scheme, to, tail, true), finds);
    return tail;
  }

  private @Nullable Link read(Reading reading, int dot) {
    int from = dot;
    while (dot - from < LONGEST_HOST && continuesHost(reading.at(from - 1), reading.at(from))) {
      from--;
    }
    int to = dot + 1;
    while (to - from <= LONGEST_HOST && continuesHost(reading.at(to), reading.at(to - 1))) {
      to++;
    }
    reading.linksReadTo(to);
    if (to - from > LONGEST_HOST) {
      return null;
    }
    while (from < dot && !isAlphanumeric(reading.at(from))) {
      from++;
    }
    while (to > dot && !isAlphanumeric(reading.at(to - 1))) {
      to--;
    }
    if (from >= dot || to <= dot + 1) {
      return null;
    }
    int scheme = schemeFrom(reading, from);
    if (scheme == from) {
      return withoutScheme(reading, from, to);
    }
    if (reading.at(to) == '@') { // https://known.com@other.com leads to other.com
      from = to + 1;
      to = from;
      while (to - from < LONGEST_HOST && continuesHost(reading.at(to), reading.at(to - 1))) {
        to++;
      }
      reading.linksReadTo(to);
    }
    return withScheme(reading, scheme, from, to);
  }

  private @Nullable Link withScheme(Reading reading, int scheme, int from, int to) {
    while (to > from && !isAlphanumeric(reading.at(to - 1))) {
      to--;
    }
    if (to == from || !isAlphanumeric(reading.at(from))) {
      return null;
    }
    int registered = PublicSuffixes.bundled().registeredFrom(reading.bytes(), from, to);
    if (registered < 0) {
      if (!NumericHosts.isAddress(reading, from, to)) {
        return null;
      }
      registered = from;
    }
    return new Link(reading.bytes(), from, registered, to, scheme, to, tailEnd(reading, to), false);
  }

  private @Nullable Link withoutScheme(Reading reading, int from, int to) {
    if (NumericHosts.isAddress(reading, from, to)) {
      // 10.0.0.0/24 is a network, 10.0.0.1/login is a page
      boolean page = reading.at(to) == '/' && isLetter(reading.at(to + 1));
      int tail = tailEnd(reading, to);
      return page ? new Link(reading.bytes(), from, from, to, from, to, tail, false) : null;
    }
    int end = to;
    for (int tries = 0; tries < 3; tries++) {
      int registered = PublicSuffixes.bundled().registeredFrom(reading.bytes(), from, end);
      if (registered >= 0 && (end == to || isPlainSuffix(reading, registered, end))) {
        int tail = end == to ? tailEnd(reading, end) : end;
        Link link = new Link(reading.bytes(), from, registered, end, from, end, tail, false);
        return reading.at(from - 1) != '@' && convinces(reading, link) ? link : null;
      }
      int dot = end - 1;
      while (dot > from && reading.at(dot) != '.') {
        dot--;
      }
      if (dot <= from) {
        return null;
      }
      end = dot;
    }
    return null;
  }

  private boolean convinces(Reading reading, Link link) {
    if (kinds.knows(reading, link)) {
      return true;
    }
    int suffix = suffixFrom(reading, link.registered(), link.hostTo());
    boolean named = suffix - link.registered() > 3 && hasLetter(reading, link.registered(), suffix);
    if (named && isPlain(reading, suffix, link.hostTo())) {
      return true;
    }
    boolean path = link.to() > link.tailFrom() + 2 && reading.at(link.tailFrom()) == '/';
    return (path && !isFraction(reading, link))
        || reading.holds("www.", link.from())
        || (named && hasDigitOrHyphen(reading, link.from(), suffix))
        || (named && Label.rightBefore(reading, link.from()).is(Label.Role.LINK));
  }

  /** {@code 1.at/jam} is a number and a word, whatever follows the slash. */
  private static boolean isFraction(Reading reading, Link link) {
    return link.registered() == link.hostFrom() && isDigit(reading.at(link.from()));
  }

  private static boolean isPlainSuffix(Reading reading, int registered, int to) {
    int suffix = suffixFrom(reading, registered, to);
    return PLAIN_SUFFIXES.contains(reading.bytes(), suffix, to);
  }

  /**
   * Whether the suffix means hardly anything but an address; that of a platform which lets rooms,
   * such as {@code blogspot.com}, as its own last label does.
   */
  private static boolean isPlain(Reading reading, int suffix, int to) {
    return PLAIN_SUFFIXES.contains(reading.bytes(), suffix, to)
        || PLAIN_SUFFIXES.contains(reading.bytes(), lastLabel(reading, suffix, to), to);
  }

  private static int lastLabel(Reading reading, int from, int to) {
    int i = to;
    while (i > from && reading.at(i - 1) != '.') {
      i--;
    }
    return i;
  }

  private static int suffixFrom(Reading reading, int registered, int to) {
    int i = registered;
    while (i < to && reading.at(i) != '.') {
      i++;
    }
    return Math.min(to, i + 1);
  }

  private static boolean hasLetter(Reading reading, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isLetter(reading.at(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasDigitOrHyphen(Reading reading, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isDigit(reading.at(i)) || reading.at(i) == '-') {
        return true;
      }
    }
    return false;
  }

  /** Where the scheme before the host begins, a user part included; {@code host} if none does. */
  static int schemeFrom(Reading reading, int host) {
    int at = host;
    if (reading.at(at - 1) == '@') {
      while (host - at < 64 && reading.at(at - 1) > ' ' && reading.at(at - 1) != '/') {
        at--;
      }
    }
    if (!reading.holds("://", at - 3)) {
      return host;
    }
    for (String scheme : SCHEMES) {
      int from = at - "://".length() - scheme.length();
      if (reading.holds(scheme, from)) {
        return from;
      }
    }
    return host;
  }

  /** Where port, path, query and fragment end; punctuation that closes the sentence is left out. */
  static int tailEnd(Reading reading, int hostTo) {
    int at = hostTo;
    if (reading.at(at) == ':' && isDigit(reading.at(at + 1))) {
      int port = at + 1;
      while (port - at < 7 && isDigit(reading.at(port))) {
        port++;
      }
      at = port;
    }
    int mark = reading.at(at);
    if (mark != '/' && mark != '?' && mark != '#') {
      return at;
    }
    int end = at;
    while (end - hostTo < LONGEST_LINK
        && isLinkByte(reading.at(end))
        && !nextLinkBegins(reading, end)) {
      end++;
    }
    end = plainEnd(reading, at, end);
    while (end > at && closesSentence(reading.at(end - 1))) {
      end--;
    }
    return end;
  }

  /**
   * Where the ASCII of a path ends: a letter that was folded is not part of it, unless the whole
   * path was written in such letters.
   */
  private static int plainEnd(Reading reading, int from, int to) {
    if (from + 1 >= to) {
      return to;
    }
    String written = reading.span(from, to).of(reading.original());
    int plain = 0;
    while (plain < written.length() && written.charAt(plain) < 0x80) {
      plain++;
    }
    boolean allFolded = plain < 2 && to - from > 3;
    return allFolded || plain >= to - from ? to : from + plain;
  }

  /**
   * Whether another link was pasted on here: {@code …/abchttps://…}, but not {@code ?to=https://…}.
   */
  private static boolean nextLinkBegins(Reading reading, int at) {
    return reading.at(at) == 'h'
        && isAlphanumeric(reading.at(at - 1))
        && (reading.holds("https://", at) || reading.holds("http://", at));
  }

  /**
   * Whether {@code b} goes on from {@code neighbour} in a host name: dots stand between letters.
   */
  private static boolean continuesHost(int b, int neighbour) {
    return isAlphanumeric(b)
        || (b == '.' && isAlphanumeric(neighbour))
        || (b == '-' && neighbour != '.');
  }

  private static boolean isLinkByte(int b) {
    return b > ' ' && b < 0x7F && b != '[' && b != ']' && b != '<' && b != '>' && b != '"'
        && b != '{' && b != '}' && b != '|' && b != '\\' && b != '^' && b != '`';
  }

  static boolean closesSentence(int b) {
    return switch (b) {
      case '.', ',', ';', ':', '!', '?', '\'', ')', ']', '*', '_', '~' -> true;
      default -> false;
    };
  }
}
