package ronda.server.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Places within this site, to which somebody is sent after a form. */
public final class Places {
  private Places() {}

  /**
   * {@code path} if it is a place in this site, otherwise the start page: nobody is sent elsewhere
   * by a crafted form.
   */
  public static String here(String path) {
    boolean here =
        path.startsWith("/")
            && !path.startsWith("//")
            && path.chars().noneMatch(c -> c == '\\' || c < ' ' || c == '{' || c == '}');
    return here ? path : "/";
  }

  /** {@code path} as the value of a parameter. */
  public static String encoded(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8);
  }
}
