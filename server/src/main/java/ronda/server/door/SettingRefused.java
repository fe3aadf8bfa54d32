package ronda.server.door;

/**
 * A setting (setelan) that cannot be used; the message says which, what is wrong and what may
 * stand.
 */
public final class SettingRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SettingRefused(String message) {
    super(message);
  }

  public SettingRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
