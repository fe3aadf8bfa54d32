package ronda.proof.capture;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Which hosts may be visited: those on the public Internet, never this machine, its network or a
 * cloud's metadata. A name is resolved once, and the very address that was looked at is the one
 * that is connected to: what the name says a second later no longer matters.
 */
public final class PublicHosts {
  private static final int LONGEST = 2_000;
  private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);

  /** A cloud's own services (Azure) behind an address that looks public. */
  private static final String WIRE_SERVER = "168.63.129.16";

  /** So many bytes of an IPv6 address name its network. */
  private static final int NETWORK = 8;

  private final Set<String> permitted;
  private final Supplier<List<InetAddress>> own;

  private PublicHosts(Set<String> permitted, Supplier<List<InetAddress>> own) {
    this.permitted = permitted;
    this.own = own;
  }

  /** Public hosts only. */
  public static PublicHosts only() {
    return and(Set.of());
  }

  /** Public hosts only, on a machine that has these addresses. */
  static PublicHosts only(List<InetAddress> own) {
    return new PublicHosts(Set.of(), () -> own);
  }

  /**
   * Public hosts, and these names wherever they lead, at any port: for tests and for an intranet.
   */
  public static PublicHosts and(Set<String> permitted) {
    return new PublicHosts(
        permitted.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()),
        PublicHosts::ofThisMachine);
  }

  private static List<InetAddress> ofThisMachine() {
    try {
      return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).toList();
    } catch (SocketException none) {
      return List.of();
    }
  }

  /**
   * The hosts that this page, and what it loads, may visit: those that are permitted though not
   * public only where the page itself is of one of them. A stranger's page is no way in.
   */
  PublicHosts of(URI page) {
    return isPermitted(page.getHost()) ? this : new PublicHosts(Set.of(), own);
  }

  private boolean isPermitted(String name) {
    return permitted.contains(name.toLowerCase(Locale.ROOT));
  }

  /**
   * The address that a person or a server wrote.
   *
   * @throws Refused if it is none of the public web
   */
  public URI address(String text) throws Refused {
    URI uri;
    try {
      uri = new URI(new URI(inAscii(text.strip())).toASCIIString());
    } catch (URISyntaxException | IllegalArgumentException wrong) {
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

  /** The same with a host's name as the network writes it, if it has letters of any language. */
  private static String inAscii(String text) throws URISyntaxException {
    int from = text.indexOf("://") + 3;
    int to = from;
    while (to < text.length() && "/?#".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    String authority = from < 3 ? "" : text.substring(from, to);
    if (authority.chars().allMatch(c -> c < 128)) {
      return text;
    }
    int colon = authority.lastIndexOf(':');
    String host = IDN.toASCII(colon < 0 ? authority : authority.substring(0, colon));
    // Some letters stand for others with a slash among them: those would be another address.
    if (!host.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-')) {
      throw new URISyntaxException(text, "no host");
    }
    String port = colon < 0 ? "" : authority.substring(colon);
    return text.substring(0, from) + host + port + text.substring(to);
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
      if (isPermitted(name)) {
        return new InetSocketAddress(all[0], port);
      }
      for (InetAddress address : all) {
        if (!isPublic(address) || isOwn(address)) {
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

  /**
   * Whether it is this machine by one of its own addresses, one of its neighbours in an IPv6
   * network, or what a cloud puts beside it.
   */
  private boolean isOwn(InetAddress address) {
    return address.getHostAddress().equals(WIRE_SERVER)
        || own.get().stream().anyMatch(one -> isOfTheSame(one, address));
  }

  private static boolean isOfTheSame(InetAddress own, InetAddress address) {
    byte[] one = own.getAddress();
    byte[] other = address.getAddress();
    int length = one.length == 4 ? 4 : NETWORK;
    return one.length == other.length && Arrays.equals(one, 0, length, other, 0, length);
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
