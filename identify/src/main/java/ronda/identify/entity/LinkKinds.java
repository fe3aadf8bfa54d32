package ronda.identify.entity;

import java.util.Locale;
import ronda.identify.signal.EntityKind;

/**
 * Says what a link leads to: a chat with somebody, a shortened address, a blocked domain, or just a
 * page. A shortened address is kept as it stands and never opened.
 */
final class LinkKinds {
  private static final NameTable WHATSAPP =
      NameTable.of(
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
  private static final NameTable TELEGRAM =
      NameTable.of("t.me", "telegram.me", "telegram.dog", "telegram.im");
  private static final NameTable CONTACT =
      NameTable.of(
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
  private static final NameTable SHORTENERS =
      NameTable.of(
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
          "linkshrink.net",
          "soo.gd",
          "clck.ru",
          "qr.ae",
          "j.mp",
          "dlvr.it",
          "lnkd.in",
          "fb.me",
          "trib.al",
          "youtu.be",
          "gg.gg",
          "u.to",
          "x.gd",
          "s.team",
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
          "vt.tiktok.com",
          "vm.tiktok.com",
          "shope.ee",
          "tokopedia.link",
          "shp.ee",
          "lihat.id",
          "klik.gg",
          "linkpendek.com",
          "urlshort.id",
          "sl.al",
          "bitly.ws",
          "bitly.com",
          "amzn.to");

  private final BlockedDomains blocked;

  LinkKinds(BlockedDomains blocked) {
    this.blocked = blocked;
  }

  /** Whether the host alone says that this is a link, with a path where its kind needs one. */
  boolean knows(Reading reading, Link link) {
    return blocks(reading, link) || (hasPath(reading, link) && lists(reading, link));
  }

  private static boolean lists(Reading reading, Link link) {
    return isIn(WHATSAPP, reading, link)
        || isIn(TELEGRAM, reading, link)
        || isIn(CONTACT, reading, link)
        || isIn(SHORTENERS, reading, link);
  }

  void add(Reading reading, Link link, Finds finds) {
    boolean path = hasPath(reading, link);
    if (blocks(reading, link)) {
      add(reading, link, EntityKind.BLOCKED_DOMAIN, host(reading, link), finds);
    } else if (isIn(WHATSAPP, reading, link)) {
      addWhatsapp(reading, link, finds);
    } else if (path && isIn(TELEGRAM, reading, link)) {
      addTelegram(reading, link, finds);
    } else if (path && isIn(CONTACT, reading, link)) {
      add(reading, link, EntityKind.CONTACT, address(reading, link), finds);
    } else if (path && isIn(SHORTENERS, reading, link)) {
      add(reading, link, EntityKind.SHORT_URL, address(reading, link), finds);
    } else {
      add(reading, link, EntityKind.URL, address(reading, link), finds);
    }
  }

  private static void add(Reading reading, Link link, EntityKind kind, String value, Finds finds) {
    finds.add(reading, kind, value, link.from(), link.to(), "domain", domain(reading, link));
  }

  private static void addWhatsapp(Reading reading, Link link, Finds finds) {
    int digit = phoneFrom(reading, link);
    String phone = digit < 0 ? "" : phone(reading, digit, link.to());
    if (phone.isEmpty()) {
      add(reading, link, EntityKind.WHATSAPP, address(reading, link), finds);
      return;
    }
    finds.add(
        reading,
        EntityKind.WHATSAPP,
        phone,
        link.from(),
        link.to(),
        "domain",
        domain(reading, link),
        "operator",
        Operators.of(phone));
  }

  /** Where the number in {@code wa.me/62…} or {@code …?phone=62…} begins, or -1. */
  private static int phoneFrom(Reading reading, Link link) {
    int at = link.hostTo() + 1;
    for (int i = link.hostTo(); i < link.to() - 6; i++) {
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
      return "+62" + number.substring(1);
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
    boolean invitation =
        name.startsWith("+") || name.toLowerCase(Locale.ROOT).startsWith("joinchat/");
    int end = invitation ? name.length() : firstOf(name, "/?#");
    String handle = name.substring(0, end);
    String value = "t.me/" + (invitation ? handle : handle.toLowerCase(Locale.ROOT));
    add(reading, link, EntityKind.TELEGRAM, value, finds);
  }

  private static int firstOf(String text, String marks) {
    for (int i = 0; i < text.length(); i++) {
      if (marks.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  private boolean blocks(Reading reading, Link link) {
    return blocked.block(
        reading.bytes(), bareHost(reading, link), link.registered(), link.hostTo());
  }

  private static boolean isIn(NameTable hosts, Reading reading, Link link) {
    return hosts.contains(reading.bytes(), bareHost(reading, link), link.hostTo())
        || hosts.contains(reading.bytes(), link.registered(), link.hostTo());
  }

  private static boolean hasPath(Reading reading, Link link) {
    return link.to() > link.hostTo() + 1
        && (reading.at(link.hostTo()) == '/' || reading.at(link.hostTo()) == '?');
  }

  private static int bareHost(Reading reading, Link link) {
    boolean www = reading.holds("www.", link.host()) && link.host() + 4 <= link.registered();
    return www ? link.host() + 4 : link.host();
  }

  private static String host(Reading reading, Link link) {
    return reading.plain(bareHost(reading, link), link.hostTo());
  }

  static String domain(Reading reading, Link link) {
    return reading.plain(link.registered(), link.hostTo());
  }

  /** Host and path without scheme and {@code www}: one form for every way to write the address. */
  private static String address(Reading reading, Link link) {
    String tail = reading.written(link.hostTo(), link.to());
    int end = tail.length();
    while (end > 0 && tail.charAt(end - 1) == '/') {
      end--;
    }
    return host(reading, link) + tail.substring(0, end);
  }
}
