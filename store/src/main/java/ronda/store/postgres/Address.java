package ronda.store.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the office's own PostgreSQL is, from {@code RONDA_DATABASE_URL}: login and password are
 * taken out of the address, so that the address may be shown.
 *
 * @param jdbcUrl the address without login and password
 * @param user the login, empty when none was named
 * @param password the password, empty when none was named (PostgreSQL's .pgpass file is then asked)
 */
record Address(String jdbcUrl, String user, String password) {
  private static final String JDBC = "jdbc:";

  /** What libpq calls them, and what the driver does. Others bear one name in both. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.of("connect_timeout", "connectTimeout", "application_name", "ApplicationName");

  /** What may stand after the question mark of a postgres:// address. */
  private static final Set<String> UNDERSTOOD =
      Set.of("sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout", "application_name");

  /**
   * Reads {@code postgres://user:password@host:port/database?sslmode=…} or the same as {@code
   * jdbc:postgresql://host:port/database?user=…&password=…}.
   *
   * @throws DatabaseUnavailable saying what is wrong, without repeating the address
   */
  static Address parse(String text) {
    boolean jdbc = text.startsWith(JDBC);
    URI uri = uri(jdbc ? text.substring(JDBC.length()) : text);
    String scheme = String.valueOf(uri.getScheme());
    if (!Set.of("postgres", "postgresql").contains(scheme) || uri.getHost() == null) {
      throw unreadable(
          "it does not begin with postgres://USER:PASSWORD@HOST or jdbc:postgresql://HOST, or a"
              + " special character of the password is not written as %XX, as in %23 for #");
    }
    String database = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
    if (database.isEmpty()) {
      throw unreadable("it names no database after the host");
    }
    // Then a slash of the password was taken for the end of the host, and would be shown.
    if (database.contains("/") || database.contains("@") || uri.getRawFragment() != null) {
      throw unreadable("write special characters of the password as %XX, as in %2F for /");
    }
    Map<String, String> options = options(uri.getRawQuery());
    String[] login = String.valueOf(uri.getRawUserInfo()).split(":", 2);
    boolean named = uri.getRawUserInfo() != null;
    String user = named ? decoded(login[0]) : options.getOrDefault("user", "");
    String password =
        named && login.length == 2 ? decoded(login[1]) : options.getOrDefault("password", "");
    options.remove("user");
    options.remove("password");
    if (!jdbc) {
      checkUnderstood(options);
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return new Address(
        "jdbc:postgresql://" + uri.getHost() + port + "/" + encoded(database) + query(options),
        user,
        password);
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException strange) {
      // Its message would repeat the password.
      throw unreadable(
          "it is not an address; write special characters of the password as %XX, as in %40 for @");
    }
  }

  private static Map<String, String> options(@Nullable String query) {
    Map<String, String> options = new LinkedHashMap<>();
    if (query == null) {
      return options;
    }
    for (String option : query.split("&", -1)) {
      int equals = option.indexOf('=');
      if (equals > 0) {
        options.put(option.substring(0, equals), decoded(option.substring(equals + 1)));
      }
    }
    return options;
  }

  private static void checkUnderstood(Map<String, String> options) {
    for (String name : options.keySet()) {
      if (!UNDERSTOOD.contains(name)) {
        throw unreadable("it asks for \"%s\", which is not understood".formatted(name));
      }
    }
  }

  private static String query(Map<String, String> options) {
    return options.isEmpty()
        ? ""
        : options.entrySet().stream()
            .map(
                option ->
                    DRIVER_NAMES.getOrDefault(option.getKey(), option.getKey())
                        + "="
                        + encoded(option.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException strange) {
      throw unreadable("a % in it is not followed by two hexadecimal digits");
    }
  }

  private static DatabaseUnavailable unreadable(String why) {
    return new DatabaseUnavailable(Database.URL + " cannot be read: " + why + ".");
  }

  @Override
  public String toString() {
    return jdbcUrl;
  }
}
