package ronda.casework.watch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where an account lives (platform). Ronda never judges a platform: the same app serves neighbours
 * and those who misuse it.
 *
 * @param name in its usual spelling where Ronda knows it, otherwise as it was written
 */
public record Platform(String name) {
  /** How long a name may be, in characters. */
  public static final int LONGEST = 60;

  /** A site of its own: here the domain is the account. */
  public static final Platform WEBSITE = new Platform("Situs web");

  /** Those a form offers. Another may be written by hand. */
  public static final List<String> KNOWN =
      List.of(
          "Facebook",
          "Instagram",
          "TikTok",
          "X",
          "Threads",
          "YouTube",
          "Telegram",
          "WhatsApp",
          "MiChat",
          "LINE",
          "WeChat",
          "Discord",
          "Bigo Live",
          "Litmatch",
          "Situs web");

  private static final Map<String, String> OTHERWISE =
      Map.ofEntries(
          Map.entry("fb", "Facebook"),
          Map.entry("ig", "Instagram"),
          Map.entry("insta", "Instagram"),
          Map.entry("tik tok", "TikTok"),
          Map.entry("twitter", "X"),
          Map.entry("yt", "YouTube"),
          Map.entry("tele", "Telegram"),
          Map.entry("tg", "Telegram"),
          Map.entry("wa", "WhatsApp"),
          Map.entry("whatsapp messenger", "WhatsApp"),
          Map.entry("mi chat", "MiChat"),
          Map.entry("mc", "MiChat"),
          Map.entry("bigo", "Bigo Live"),
          Map.entry("web", "Situs web"),
          Map.entry("website", "Situs web"),
          Map.entry("situs", "Situs web"));

  /** By what a link to an account begins with. */
  private static final Map<String, String> HOSTS =
      Map.ofEntries(
          Map.entry("facebook.com", "Facebook"),
          Map.entry("fb.com", "Facebook"),
          Map.entry("instagram.com", "Instagram"),
          Map.entry("tiktok.com", "TikTok"),
          Map.entry("x.com", "X"),
          Map.entry("twitter.com", "X"),
          Map.entry("threads.net", "Threads"),
          Map.entry("threads.com", "Threads"),
          Map.entry("youtube.com", "YouTube"),
          Map.entry("t.me", "Telegram"),
          Map.entry("telegram.me", "Telegram"),
          Map.entry("wa.me", "WhatsApp"),
          Map.entry("line.me", "LINE"),
          Map.entry("discord.gg", "Discord"),
          Map.entry("michat.sg", "MiChat"));

  /** The platform that somebody wrote, whatever the case. */
  public static Platform of(String written) {
    String plain = written.strip();
    String lower = plain.toLowerCase(Locale.ROOT);
    return new Platform(known(lower).orElseGet(() -> OTHERWISE.getOrDefault(lower, plain)));
  }

  private static Optional<String> known(String lower) {
    return KNOWN.stream().filter(name -> name.toLowerCase(Locale.ROOT).equals(lower)).findFirst();
  }

  /** The platform whose accounts have addresses on this host, if Ronda knows it. */
  static Optional<Platform> ofHost(String host) {
    String bare = host.startsWith("www.") || host.startsWith("web.") ? host.substring(4) : host;
    bare = bare.startsWith("m.") ? bare.substring(2) : bare;
    return Optional.ofNullable(HOSTS.get(bare)).map(Platform::new);
  }

  /** Whether these lower-case words name a platform, in any of the spellings Ronda knows. */
  static boolean isName(String lower) {
    return known(lower).isPresent() || OTHERWISE.containsKey(lower);
  }

  /**
   * Whether nobody can read along from outside: entries come by hand, from a citizen's report or
   * from a list, never from a patrol. That a patrol found nothing there says nothing.
   */
  public boolean isClosed() {
    return switch (name) {
      case "WhatsApp", "MiChat", "LINE", "WeChat", "Litmatch" -> true;
      default -> false;
    };
  }

  boolean isWebsite() {
    return equals(WEBSITE);
  }
}
