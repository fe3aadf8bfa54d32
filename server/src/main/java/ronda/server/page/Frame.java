package ronda.server.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import ronda.casework.ObjectionDesk;
import ronda.casework.office.Permission;
import ronda.server.door.Acts;
import ronda.server.door.Caller;
import ronda.server.door.Callers;

/** What the layout shows around every page; templates find it as {@code frame}. */
public final class Frame {
  private final HttpServletRequest request;
  private final List<MenuItem> menu;
  private final Supplier<String> officeName;
  private final MessageSource messages;

  Frame(
      HttpServletRequest request,
      List<MenuItem> menu,
      Supplier<String> officeName,
      MessageSource messages) {
    this.messages = messages;
    this.request = request;
    this.menu = menu;
    this.officeName = officeName;
  }

  /** The person who looks, if one is signed in. */
  public Caller.@Nullable Person getPerson() {
    return person().orElse(null);
  }

  private static Optional<Caller.Person> person() {
    return Callers.current().filter(Caller.Person.class::isInstance).map(Caller.Person.class::cast);
  }

  /** The menu of this person. */
  public List<MenuItem> getMenu() {
    return person()
        .map(person -> menu.stream().filter(item -> item.isFor(person)).toList())
        .orElse(List.of());
  }

  /** The name of the person's office; empty for somebody who is not signed in. */
  public String getOfficeName() {
    return officeName.get();
  }

  /** {@code auto}, {@code light} or {@code dark}. */
  public String getTheme() {
    return Preferences.theme(request);
  }

  /** Whether a single letter acts where a page has such keys. */
  public boolean isLetterKeys() {
    return Preferences.letterKeys(request);
  }

  /** The words of an act of the audit log; the act itself where it has none yet. */
  public String actInWords(String act) {
    return String.valueOf(
        messages.getMessage("act." + act, null, act, LocaleContextHolder.getLocale()));
  }

  /** Who did something, as a history names them; only people have names that stay. */
  public String whoInWords(String by) {
    return switch (by) {
      case ObjectionDesk.PERSON_CONCERNED -> inWords("frame.person-concerned");
      case Acts.COMMAND_LINE -> inWords("frame.command-line");
      default -> by;
    };
  }

  private String inWords(String key) {
    return messages.getMessage(key, new Object[0], LocaleContextHolder.getLocale());
  }

  /** Where we are, to come back to after changing a preference. */
  public String getPath() {
    boolean stumbled = request.getDispatcherType() == DispatcherType.ERROR;
    Object path =
        stumbled
            ? request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)
            : request.getRequestURI();
    Object query =
        stumbled
            ? request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING)
            : request.getQueryString();
    return (path instanceof String known ? known : "/") + (query == null ? "" : "?" + query);
  }

  /**
   * Whether this page can be opened once more as it is. What answers a form cannot: a switch below
   * it would throw away what was typed, or an answer that is shown once.
   */
  public boolean isComesBack() {
    Object method =
        request.getDispatcherType() == DispatcherType.ERROR
            ? request.getAttribute(RequestDispatcher.ERROR_METHOD)
            : request.getMethod();
    return !"POST".equals(method);
  }

  /**
   * Whether this path is shown, or a page below it that no other entry of the menu is nearer to.
   */
  public boolean isAt(String path) {
    return isBelow(path)
        && getMenu().stream()
            .map(MenuItem::path)
            .noneMatch(other -> other.length() > path.length() && isBelow(other));
  }

  private boolean isBelow(String path) {
    String here = request.getRequestURI();
    return here.equals(path) || here.startsWith(path + "/");
  }

  /** Whether the person may do so: {@code frame.may('KEEP_PEOPLE')}. */
  public boolean may(String permission) {
    return person().filter(person -> person.may(Permission.valueOf(permission))).isPresent();
  }
}
