package ronda.tool.scan;

/**
 * A library that Ronda is built with, in one version.
 *
 * @param purl as <a href="https://github.com/package-url/purl-spec">package URLs</a> are written,
 *     without qualifiers: {@code pkg:maven/org.contoh/contoh@1.2.3}
 */
public record Library(String purl) {
  public Library {
    if (!purl.startsWith("pkg:") || purl.indexOf('@') < 0 || purl.indexOf('?') >= 0) {
      throw new IllegalArgumentException("not a package URL with a version: " + purl);
    }
  }

  /** Without the version: {@code pkg:maven/org.contoh/contoh}. */
  String bare() {
    return purl.substring(0, purl.lastIndexOf('@'));
  }

  /** As people say it: {@code org.contoh/contoh}. */
  public String name() {
    return bare().substring(bare().indexOf('/') + 1);
  }

  public String version() {
    return purl.substring(purl.lastIndexOf('@') + 1);
  }
}
