package ronda.server.door;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.util.NetMask;

/**
 * The proxies that are believed when they say from which address a request came (perantara). What
 * anybody else says of it is passed over: the address is written into the audit log and failed
 * sign-ins are counted by it.
 *
 * @param ranges as {@code 127.0.0.0/8}, at least one
 */
public record Proxies(List<String> ranges) {
  /** The setting that names them. */
  public static final String SETTING = "RONDA_PROXY";

  /** A proxy on this machine: nobody else can speak from these. */
  private static final String THIS_MACHINE = "127.0.0.0/8, ::1";

  private static final int IPV4_PARTS = 4;

  public Proxies {
    ranges = List.copyOf(ranges);
  }

  /**
   * As the setting names them: addresses and ranges such as {@code 10.0.0.0/24}, parted by commas;
   * a proxy on this machine where it names none.
   *
   * @throws IllegalArgumentException if one of them is neither, saying which
   */
  public static Proxies of(String setting) {
    String named = setting.isBlank() ? THIS_MACHINE : setting;
    return new Proxies(
        Stream.of(named.split(",", -1)).map(String::strip).map(Proxies::range).toList());
  }

  private static String range(String named) {
    String[] parts = named.split("/", 2);
    if (isAddress(parts[0])) {
      try {
        String range = parts.length == 2 ? named : named + (named.contains(":") ? "/128" : "/32");
        return new NetMask(range).toString();
      } catch (IllegalArgumentException notOne) {
        // Said below.
      }
    }
    throw new IllegalArgumentException(
        "%s holds the addresses of proxies, such as 10.0.0.5 or 10.0.0.0/24, parted by commas; '%s' is none"
            .formatted(SETTING, named));
  }

  /** Whether this is a network address, written out; names are not looked up. */
  static boolean isAddress(String text) {
    if (!text.contains(":") && text.split("[.]", -1).length != IPV4_PARTS || text.contains("%")) {
      return false;
    }
    try {
      InetAddress.ofLiteral(text);
      return true;
    } catch (IllegalArgumentException notOne) {
      return false;
    }
  }

  /**
   * What can be believed of the addresses that a request came by, the nearest last: from the end up
   * to the first that is none.
   */
  static String believable(Stream<String> headers) {
    List<String> named =
        Stream.of(headers.collect(Collectors.joining(",")).split(",", -1))
            .map(String::strip)
            .toList();
    List<String> kept = new ArrayList<>();
    for (String address : named.reversed()) {
      if (!isAddress(address)) {
        break;
      }
      kept.addFirst(address);
    }
    return String.join(", ", kept);
  }
}
