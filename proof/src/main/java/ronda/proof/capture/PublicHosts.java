package ronda.proof.capture;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Which hosts may be visited: those on the public Internet, never this machine, its network or a
 * cloud's metadata. A name is resolved once, and the very address that was looked at is the one
 * that is connected to: what the name says a second later no longer matters.
 */
public final class PublicHosts {
  private static final int LONGEST = 2_000;
  private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);

  private final Set<String> permitted;

  private PublicHosts(Set<String> permitted) {
    this.permitted = permitted;
  }

  /** Public hosts only. */
  public static PublicHosts only() {
    return new PublicHosts(Set.of());
  }

  /**
   * Public hosts, and these names wherever they lead, at any port: for tests and for an intranet.
   */
  public static PublicHosts and(Set<String> permitted) {
    return new PublicHosts(Set.copyOf(permitted));
  }

  /**
   * The address that a person or a server wrote.
   *
   * @throws Refused if it is none of the public web
   */
  public URI address(String text) throws Refused {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException wrong) {
      throw new Refused(Obstacle.Kind.NO_ADDRESS);
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (text.length() > LONGEST
        || !scheme.equals("http") && !scheme.equals("https")
        || uri.getHost() == null
        || uri.getUserInfo() != null) {
      throw new Refused(Obstacle.Kind.NOT_OF_THE_WEB);
    }
    return uri;
  }

  /**
   * Where to connect to.
   *
   * @throws Refused if the host is not known or not public, or the port is not one of the web's
   */
  InetSocketAddress resolve(String host, int port) throws Refused {
    String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    try {
      InetAddress[] all = InetAddress.getAllByName(name);
      if (permitted.contains(name.toLowerCase(Locale.ROOT))) {
        return new InetSocketAddress(all[0], port);
      }
      for (InetAddress address : all) {
        if (!isPublic(address)) {
          throw new Refused(Obstacle.Kind.NOT_PUBLIC, name);
        }
      }
      if (!PORTS.contains(port)) {
        throw new Refused(Obstacle.Kind.ODD_PORT, port);
      }
      return new InetSocketAddress(all[0], port);
    } catch (UnknownHostException unknown) {
      throw new Refused(Obstacle.Kind.UNKNOWN_HOST, name);
    }
  }

  /** Whether an address lies on the public Internet (IANA's special-purpose registries). */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return switch (address) {
      case Inet4Address four -> isPublic4(four.getAddress());
      case Inet6Address six -> isPublic6(six.getAddress());
      default -> false;
    };
  }

  private static boolean isPublic4(byte[] b) {
    int first = b[0] & 0xFF;
    int second = b[1] & 0xFF;
    int third = b[2] & 0xFF;
    boolean special =
        first == 0
            || first == 10
            || first == 127
            || first == 100 && second >= 64 && second < 128 // carriers' own networks
            || first == 169 && second == 254
            || first == 172 && second >= 16 && second < 32
            || first == 192 && second == 168
            || first == 192 && second == 0 && (third == 0 || third == 2)
            || first == 192 && second == 88 && third == 99
            || first == 198 && (second == 18 || second == 19)
            || first == 198 && second == 51 && third == 100
            || first == 203 && second == 0 && third == 113
            || first >= 224;
    return !special;
  }

  /** Only the global unicast block, without what carries an IPv4 address inside. */
  private static boolean isPublic6(byte[] b) {
    boolean global = (b[0] & 0xE0) == 0x20;
    boolean sixToFour = b[0] == 0x20 && b[1] == 0x02;
    boolean special = b[0] == 0x20 && b[1] == 0x01 && b[2] >= 0 && b[2] <= 1; // 2001:0000::/23
    boolean documentation = b[0] == 0x20 && b[1] == 0x01 && b[2] == 0x0d && b[3] == (byte) 0xb8;
    return global && !sixToFour && !special && !documentation;
  }
}
