package ronda.identify.entity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ronda.identify.signal.EntityKind;

/**
 * Says what a link leads to: a chat with somebody, a shortened address, a blocked domain, or just a
 * page. A shortened address is kept as it stands and never opened.
 */
final class LinkKinds {
  private static final List<String> WHATSAPP =
      List.of(
          "wa.me",
          "api.whatsapp.com",
          "chat.whatsapp.com",
          "web.whatsapp.com",
          "whatsapp.com",
          "wa.link",
          "walink.co",
          "wasap.at",
          "wa.wizard.id",
          "klik.wa.me",
          "whats.link",
          "wame.pro");
  private static final List<String> TELEGRAM =
      List.of("t.me", "telegram.me", "telegram.dog", "telegram.im");
  private static final List<String> CONTACT =
      List.of(
          "line.me",
          "lin.ee",
          "linktr.ee",
          "lynk.id",
          "discord.gg",
          "discord.com",
          "signal.me",
          "signal.group",
          "m.me",
          "beacons.ai",
          "taplink.cc",
          "linkin.bio",
          "bio.link",
          "heylink.me",
          "solo.to",
          "campsite.bio",
          "msha.ke",
          "bio.site",
          "about.me",
          "carrd.co",
          "direct.me",
          "viber.me",
          "zalo.me",
          "icq.im",
          "kakao.com",
          "weixin.qq.com",
          "linkfly.to",
          "desty.page",
          "znap.link",
          "mylinks.ai",
          "allmylinks.com");

  /** Services that lead anywhere; short forms of one platform, such as youtu.be, are not here. */
  private static final List<String> SHORTENERS =
      List.of(
          "bit.ly",
          "s.id",
          "tinyurl.com",
          "cutt.ly",
          "t.co",
          "wde.la",
          "bitly.cc",
          "goo.gl",
          "ow.ly",
          "is.gd",
          "v.gd",
          "rb.gy",
          "shorturl.at",
          "rebrand.ly",
          "t.ly",
          "bl.ink",
          "buff.ly",
          "adf.ly",
          "tiny.cc",
          "tiny.one",
          "shorte.st",
          "soo.gd",
          "clck.ru",
          "qr.ae",
          "j.mp",
          "dlvr.it",
          "trib.al",
          "gg.gg",
          "u.to",
          "x.gd",
          "kutt.it",
          "shrtco.de",
          "urlz.fr",
          "bom.so",
          "ln.run",
          "da.gd",
          "surl.li",
          "short.gy",
          "tinyurl.id",
          "intip.in",
          "ringkas.id",
          "gmg.id",
          "ipendek.com",
          "me2.kr",
          "han.gl",
          "lihat.id",
          "klik.gg",
          "linkpendek.com",
          "sl.al",
          "bitly.ws",
          "bitly.com",
          "tl.gd",
          "shrinke.me",
          "ouo.io",
          "linktw.in",
          "shorten.is");

  /** What the owner of a host does for whoever follows the link. */
  private enum Service {
    WHATSAPP,
    TELEGRAM,
    CONTACT,
    SHORTENER,
    NONE
  }

  /** All of these in one table: most hosts are none, and one look says so. */
  private static final NameTable HOSTS =
      NameTable.of(
          Stream.of(WHATSAPP, TELEGRAM, CONTACT, SHORTENERS).flatMap(List::stream).toList());

  private static final int TELEGRAM_FROM = WHATSAPP.size();
  private static final int CONTACT_FROM = TELEGRAM_FROM + TELEGRAM.size();
  private static final int SHORTENERS_FROM = CONTACT_FROM + CONTACT.size();

  private final BlockedDomains blocked;

  LinkKinds(BlockedDomains blocked) {
    this.blocked = blocked;
  }

  /** Whether the host alone says that this is a link, with a path where its kind needs one. */
  boolean knows(Reading reading, Link link) {
    return blocks(link) || (hasPath(reading, link) && service(link) != Service.NONE);
  }

  void add(Reading reading, Link link, Finds finds) {
    if (blocks(link)) {
      add(reading, link, EntityKind.BLOCKED_DOMAIN, host(link), finds);
      return;
    }
    // The front page of a service is a page like any other.
    switch (hasPath(reading, link) ? service(link) : Service.NONE) {
      case WHATSAPP -> addWhatsapp(reading, link, finds);
      case TELEGRAM -> addTelegram(reading, link, finds);
      case CONTACT -> add(reading, link, EntityKind.CONTACT, address(reading, link), finds);
      case SHORTENER -> add(reading, link, EntityKind.SHORT_URL, address(reading, link), finds);
      case NONE -> add(reading, link, EntityKind.URL, address(reading, link), finds);
    }
  }

  private static void add(Reading reading, Link link, EntityKind kind, String value, Finds finds) {
    finds.add(
        reading,
        kind,
        value,
        link.from(),
        link.to(),
        "domain",
        domain(link),
        "disguised",
        link.disguised() ? "true" : "");
  }

  private static void addWhatsapp(Reading reading, Link link, Finds finds) {
    int digit = phoneFrom(reading, link);
    if (digit >= 0 && addCutNumber(reading, link, digit, finds)) {
      return;
    }
    String phone = digit < 0 ? "" : phone(reading, digit, link.to());
    if (phone.isEmpty()) {
      add(reading, link, EntityKind.WHATSAPP, address(reading, link), finds);
      return;
    }
    addWhatsapp(reading, link, phone, link.to(), finds);
  }

  private static void addWhatsapp(Reading reading, Link link, String phone, int to, Finds finds) {
    finds.add(
        reading,
        EntityKind.WHATSAPP,
        phone,
        link.from(),
        to,
        "domain",
        domain(link),
        "operator",
        Operators.of(phone),
        "disguised",
        link.disguised() ? "true" : "");
  }

  /** Adds a number that a blank cut off with the link: {@code wa.me/62812 34567890}. */
  private static boolean addCutNumber(Reading reading, Link link, int digit, Finds finds) {
    LooseNumber number = reading.numberAt(digit);
    int national = Phones.nationalFrom(number);
    if (national < 1
        || Operators.of(number, national).isEmpty()
        || Phones.isWhole(number.digitsUpTo(link.to()) - national)) {
      return false;
    }
    int digits = Phones.length(number, national, false);
    if (digits < 0 || number.end(digits) <= link.to() || number.gluedAfter(digits)) {
      return false;
    }
    String phone = Phones.e164(number, national, digits);
    addWhatsapp(reading, link, phone, number.end(digits), finds);
    return true;
  }

  /** Where the number in {@code wa.me/62…} or {@code …?phone=62…} begins, or -1. */
  private static int phoneFrom(Reading reading, Link link) {
    int at = link.tailFrom() + 1;
    for (int i = link.tailFrom(); i < link.to() - 6; i++) {
      if (reading.holds("phone=", i)) {
        at = i + "phone=".length();
        break;
      }
    }
    while (at < link.to() && (reading.at(at) == '+' || reading.at(at) == '/')) {
      at++;
    }
    return Reading.isDigit(reading.at(at)) ? at : -1;
  }

  /** The E.164 form of the digits; a leading 0 or 8 is Indonesian, as WhatsApp itself takes it. */
  private static String phone(Reading reading, int from, int to) {
    StringBuilder digits = new StringBuilder();
    int at = from;
    while (at < to && digits.length() < 16) {
      int b = reading.at(at);
      if (Reading.isDigit(b)) {
        digits.append((char) b);
      } else if (b != '-' && b != '.') {
        break;
      }
      at++;
    }
    if (digits.length() < 9 || digits.length() > 15) {
      return "";
    }
    String number = digits.toString();
    if (number.startsWith("620")) {
      return "+62" + number.substring(3);
    }
    if (number.startsWith("0")) {
      return number.startsWith("08") ? "+62" + number.substring(1) : "";
    }
    return (number.startsWith("8") && number.length() < 12 && !number.startsWith("855")
            ? "+62"
            : "+")
        + number;
  }

  private static void addTelegram(Reading reading, Link link, Finds finds) {
    String address = address(reading, link);
    int slash = address.indexOf('/');
    String name = address.substring(slash + 1);
    if (name.startsWith("s/")) {
      name = name.substring("s/".length());
    }
    if (name.toLowerCase(Locale.ROOT).startsWith("joinchat/")) {
      name = "+" + name.substring("joinchat/".length());
    }
    if (name.startsWith("@")) {
      name = name.substring(1);
    }
    boolean invitation = name.startsWith("+");
    String handle = name.substring(0, nameEnd(name, invitation ? 1 : 0));
    if (handle.length() < 2) {
      add(reading, link, EntityKind.URL, address, finds);
      return;
    }
    String value = "t.me/" + (invitation ? handle : handle.toLowerCase(Locale.ROOT));
    add(reading, link, EntityKind.TELEGRAM, value, finds);
  }

  private static int nameEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isNameCharacter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNameCharacter(char c) {
    return Reading.isAlphanumeric(c) || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
  }

  private boolean blocks(Link link) {
    return blocked.block(link.host(), bareHost(link), link.registered(), link.hostTo());
  }

  private static Service service(Link link) {
    int host = HOSTS.numberOf(link.host(), bareHost(link), link.hostTo());
    if (host == NameTable.ABSENT) {
      return Service.NONE;
    }
    if (host < CONTACT_FROM) {
      return host < TELEGRAM_FROM ? Service.WHATSAPP : Service.TELEGRAM;
    }
    return host < SHORTENERS_FROM ? Service.CONTACT : Service.SHORTENER;
  }

  /** Whether a path or a query follows the host. */
  private static boolean hasPath(Reading reading, Link link) {
    int mark = reading.at(link.tailFrom());
    return link.to() > link.tailFrom() + 1 && (mark == '/' || mark == '?');
  }

  /** Where the host begins without {@code www}, however often that is written. */
  private static int bareHost(Link link) {
    int from = link.hostFrom();
    byte[] host = link.host();
    while (from + 4 <= link.registered()
        && host[from] == 'w'
        && host[from + 1] == 'w'
        && host[from + 2] == 'w'
        && host[from + 3] == '.') {
      from += 4;
    }
    return from;
  }

  private static String host(Link link) {
    return new String(
        link.host(), bareHost(link), link.hostTo() - bareHost(link), StandardCharsets.US_ASCII);
  }

  private static String domain(Link link) {
    return new String(
        link.host(),
        link.registered(),
        link.hostTo() - link.registered(),
        StandardCharsets.US_ASCII);
  }

  /** Host and path without scheme and {@code www}: one form for every way to write the address. */
  private static String address(Reading reading, Link link) {
    String tail = reading.written(link.tailFrom(), link.to());
    int end = tail.length();
    while (end > 0 && (tail.charAt(end - 1) == '/' || Links.closesSentence(tail.charAt(end - 1)))) {
      end--;
    }
    return host(link) + tail.substring(0, end);
  }
}
