package ronda.identify.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Hosts that an office or the ministry lists as blocked (domain terblokir). Immutable.
 *
 * <p>A listed registered domain, such as {@code contoh88.xyz}, blocks every host below it. A listed
 * sub-domain, such as {@code slot.contoh.com}, blocks itself only: such entries are often hacked
 * corners of innocent sites, and the parent must not pay for them. Domains of government, schools,
 * universities, the armed forces and banks are never blocked, whatever a list says.
 */
public final class BlockedDomains {
  /** No domain at all. */
  public static final BlockedDomains NONE = of(List.of());

  private static final int LONGEST_HOST = 253;

  /** Endings under which nothing is ever blocked. */
  private static final List<String> PROTECTED_ENDINGS =
      List.of(".go.id", ".ac.id", ".sch.id", ".mil.id", ".desa.id", ".ponpes.id", ".edu", ".gov");

  /** Registered domains that are never blocked: banks, wallets, and platforms everybody uses. */
  private static final Set<String> PROTECTED =
      Set.of(
          "bca.co.id",
          "klikbca.com",
          "bni.co.id",
          "bri.co.id",
          "bankmandiri.co.id",
          "btn.co.id",
          "bankbsi.co.id",
          "cimbniaga.co.id",
          "danamon.co.id",
          "ocbc.id",
          "permatabank.com",
          "bankmuamalat.co.id",
          "bi.go.id",
          "dana.id",
          "ovo.id",
          "gopay.co.id",
          "linkaja.id",
          "google.com",
          "youtube.com",
          "youtu.be",
          "facebook.com",
          "instagram.com",
          "whatsapp.com",
          "wa.me",
          "t.me",
          "telegram.org",
          "tiktok.com",
          "twitter.com",
          "x.com",
          "wikipedia.org",
          "blogspot.com",
          "blogger.com",
          "wordpress.com",
          "medium.com",
          "github.com",
          "github.io",
          "tumblr.com",
          "wixsite.com",
          "weebly.com",
          "bit.ly",
          "s.id",
          "linktr.ee",
          "microsoft.com",
          "apple.com",
          "amazon.com",
          "cloudflare.com",
          "tokopedia.com",
          "shopee.co.id",
          "kompas.com",
          "detik.com",
          "linkedin.com",
          "reddit.com",
          "archive.org",
          "pages.dev",
          "vercel.app",
          "netlify.app",
          "web.app",
          "firebaseapp.com");

  private final NameTable hosts;
  private final List<String> refused;

  private BlockedDomains(NameTable hosts, List<String> refused) {
    this.hosts = hosts;
    this.refused = List.copyOf(refused);
  }

  /**
   * Reads one host a line; empty lines and lines that begin with {@code #} are passed over.
   *
   * @throws IOException if the file cannot be read
   */
  public static BlockedDomains read(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return of(reader.lines().iterator());
    }
  }

  /** The hosts in {@code lines}, one a line, as {@link #read} takes them. */
  public static BlockedDomains of(List<String> lines) {
    return of(lines.iterator());
  }

  // Loops rather than streams: thousands of hosts are looked at in every start, before anything is
  // compiled.
  private static BlockedDomains of(Iterator<String> lines) {
    Set<String> hosts = new LinkedHashSet<>();
    List<String> refused = new ArrayList<>();
    while (lines.hasNext()) {
      String line = lines.next().strip().toLowerCase(Locale.ROOT);
      if (!line.isEmpty() && line.charAt(0) != '#') {
        String host = line.startsWith("www.") ? line.substring("www.".length()) : line;
        (isBlockable(host) ? hosts : refused).add(host);
      }
    }
    return new BlockedDomains(NameTable.of(hosts), refused);
  }

  private static boolean isBlockable(String host) {
    return isHost(host)
        && !PROTECTED.contains(host)
        && !hasProtectedEnding(host)
        && !host.contains(".edu.")
        && !host.contains(".gov.");
  }

  private static boolean hasProtectedEnding(String host) {
    for (String ending : PROTECTED_ENDINGS) {
      int begin = host.length() - ending.length();
      if (begin >= 0 ? host.endsWith(ending) : begin == -1 && ending.endsWith(host)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHost(String host) {
    if (host.length() > LONGEST_HOST || host.indexOf('.') < 1 || host.endsWith(".")) {
      return false;
    }
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (!(Reading.isAlphanumeric(c) || c == '.' || c == '-' || c == '_')) {
        return false;
      }
    }
    return true;
  }

  /** How many hosts are blocked. */
  public int size() {
    return hosts.size();
  }

  /** The entries that were not taken: not a host name, or never to be blocked. */
  public List<String> refused() {
    return refused;
  }

  /**
   * Whether the host {@code from..to} is blocked.
   *
   * @param registered where its registered domain begins
   */
  boolean block(byte[] bytes, int from, int registered, int to) {
    if (hosts.size() == 0) {
      return false;
    }
    return hosts.contains(bytes, registered, to)
        || (from < registered && hosts.contains(bytes, from, to));
  }
}
