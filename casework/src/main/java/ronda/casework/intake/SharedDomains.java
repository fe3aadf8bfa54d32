package ronda.casework.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Domains that strangers have in common (domain umum): platforms, shorteners, shops, news,
 * government. That two posts lead there says nothing of whose they are. The list, {@code
 * shared-domains.tsv}, says why each stands there.
 */
public final class SharedDomains {
  private static final String FILE = "shared-domains.tsv";
  private static final SharedDomains SHIPPED = read(shippedText());

  private final Set<String> domains;
  private final Set<String> endings;

  private SharedDomains(Set<String> domains, Set<String> endings) {
    this.domains = Set.copyOf(domains);
    this.endings = Set.copyOf(endings);
  }

  /** The list that comes with Ronda. */
  public static SharedDomains shipped() {
    return SHIPPED;
  }

  /**
   * A list: a domain, or an ending that begins with a dot; a tab, its kind; a tab, why it is here.
   * Lines that begin with # are remarks.
   *
   * @throws IllegalArgumentException if a line is not of this form; it is named
   */
  static SharedDomains read(String tsv) {
    Set<String> domains = new HashSet<>();
    Set<String> endings = new HashSet<>();
    tsv.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(
            line -> {
              String[] parts = line.split("\t", -1);
              if (parts.length != 3 || !parts[0].contains(".") || parts[2].isBlank()) {
                throw new IllegalArgumentException("not a shared domain: '" + line + "'");
              }
              (parts[0].startsWith(".") ? endings : domains).add(parts[0]);
            });
    return new SharedDomains(domains, endings);
  }

  /** Whether this is a domain that everybody may link to. */
  public boolean hold(Trait trait) {
    return trait.isDomain() && hold(trait.value());
  }

  /**
   * The domain itself, or one that ends so. A tenant of a platform, such as {@code
   * contoh.pages.dev}, is somebody's own though the platform is everybody's.
   */
  private boolean hold(String domain) {
    boolean held = domains.contains(domain);
    int dot = domain.indexOf('.');
    while (!held && dot >= 0) {
      held = endings.contains(domain.substring(dot));
      dot = domain.indexOf('.', dot + 1);
    }
    return held;
  }

  private static String shippedText() {
    try (InputStream in = SharedDomains.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + FILE, broken);
    }
  }
}
