package ronda.server.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Places within this site, to which somebody is sent after a form. */
public final class Places {
  private static final Pattern SLASHES = Pattern.compile("^/{2,}");

  /** One byte or escape after another; those of NUL, slash and backslash nobody writes. */
  private static final Pattern PATH =
      Pattern.compile("(?:/(?:[A-Za-z0-9._~!$&'()*+,=:@-]|%(?!00|2[fF]|5[cC])[0-7][0-9a-fA-F])*)+");

  private static final Pattern UPWARDS = Pattern.compile("//|/[.]{1,2}(?:/|$)");

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

  /**
   * Whether this address is one of the doors for programs, also where it was written with a slash
   * too many.
   */
  static boolean isForPrograms(String path) {
    String plain = SLASHES.matcher(path).replaceFirst("/");
    return plain.equals("/api") || plain.startsWith("/api/");
  }

  /**
   * Whether this is a path that a page of ours could have: every escape whole, no letter beyond
   * ASCII, and no way back up.
   */
  public static boolean isReadable(String path) {
    return PATH.matcher(path).matches() && !UPWARDS.matcher(path).find();
  }
}
