package ronda.server.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What somebody reads whose form came too late (formulir basi): that nothing was done, why, what
 * was typed, to be copied, and the way back to the form's page.
 */
@Component
public final class StaleForms {
  /** The attribute by which a request says that its form is not one that we handed out lately. */
  public static final String STALE = "ronda.stale-form";

  /** The attribute by which a request says that it came with a session that is over. */
  public static final String SESSION_OVER = "ronda.session-over";

  /** Where passwords, codes and secrets are typed: nothing of these pages is shown again. */
  private static final List<String> SECRETIVE =
      List.of("/sign-in", "/first-run", "/me", "/objection/answer", "/preferences");

  private static final Set<String> SECRET_FIELDS =
      Set.of("_csrf", "password", "secret", "code", "token", "key", "contact");

  private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{32,36}");
  private static final int LONGEST = 10_000;
  private static final int MOST = 12;

  /** What is shorter and one word is soon typed again, or was chosen and not typed. */
  private static final int LEAST = 16;

  private final RequestMappingHandlerMapping doors;

  StaleForms(RequestMappingHandlerMapping doors) {
    this.doors = doors;
  }

  /**
   * The page.
   *
   * @param why {@code ended} if nobody is signed in any more, otherwise {@code stale}
   * @param path the address to which the form was sent
   */
  ModelAndView page(String why, String path, HttpServletRequest request) {
    boolean ended = why.equals("ended");
    var page =
        new ModelAndView("page/stale", ended ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN);
    page.addObject("why", why);
    page.addObject("typed", typed(path, request));
    page.addObject("back", back(path));
    page.addObject("number", RequestNumbers.of(request));
    page.addObject("status", ended ? 401 : 403);
    return page;
  }

  /** What was typed into the form, bounded; never what may be a secret. */
  private static List<String> typed(String path, HttpServletRequest request) {
    String type = String.valueOf(request.getContentType());
    String from = request.getHeader("Sec-Fetch-Site");
    boolean ours = from == null || from.equals("same-origin");
    if (!ours
        || !type.startsWith("application/x-www-form-urlencoded")
        || SECRETIVE.stream().anyMatch(place -> isBelow(path, place))) {
      return List.of();
    }
    return request.getParameterMap().entrySet().stream()
        .filter(field -> !isSecret(field.getKey()))
        .map(Map.Entry::getValue)
        .flatMap(Stream::of)
        .filter(StaleForms::isTyped)
        .limit(MOST)
        .map(value -> value.substring(0, Math.min(value.length(), LONGEST)))
        .toList();
  }

  private static boolean isBelow(String path, String place) {
    return path.equals(place) || path.startsWith(place + "/");
  }

  private static boolean isSecret(String field) {
    String name = field.toLowerCase(Locale.ROOT);
    return SECRET_FIELDS.stream().anyMatch(name::contains);
  }

  private static boolean isTyped(String value) {
    String text = value.strip();
    boolean words = text.chars().anyMatch(Character::isWhitespace);
    return (words || text.length() >= LEAST) && !ID.matcher(text).matches();
  }

  /** The nearest page above this address that can be opened. */
  private String back(String path) {
    Predicate<String> opens = this::opens;
    return Stream.iterate(
            path, one -> !one.isEmpty(), one -> one.substring(0, one.lastIndexOf('/')))
        .map(Places::here)
        .filter(opens)
        .findFirst()
        .orElse("/");
  }

  private boolean opens(String path) {
    PathContainer place = PathContainer.parsePath(path);
    return doors.getHandlerMethods().keySet().stream()
        .filter(door -> door.getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .map(RequestMappingInfo::getPathPatternsCondition)
        .anyMatch(
            condition ->
                condition != null
                    && condition.getPatterns().stream().anyMatch(one -> one.matches(place)));
  }
}
