package ronda.proof.capture;

import java.util.List;
import java.util.Locale;

/**
 * Why a page was not captured (halangan), as a kind and the words that belong to it, so that a page
 * can say it in the reader's language. {@link #toString} says it in English.
 *
 * @param words what the kind's sentence names, in its order
 */
public record Obstacle(Kind kind, List<String> words) {
  public Obstacle {
    words = List.copyOf(words);
  }

  public static Obstacle of(Kind kind, String... words) {
    return new Obstacle(kind, List.of(words));
  }

  /** What can stand in the way of a capture. */
  public enum Kind {
    NO_ADDRESS("that is no address"),
    NOT_OF_THE_WEB("only http and https addresses of at most 2,000 characters are visited"),
    NOT_PUBLIC("%s is not on the public Internet"),
    ODD_PORT("port %s is none of the public web's"),
    UNKNOWN_HOST("%s is not known"),
    NO_ANSWER("%s did not answer: %s"),
    TOO_MANY_REDIRECTS("more than %s redirects"),
    ONWARD_TO_NO_ADDRESS("it sends on to what is no address"),
    TOO_LARGE("the page has more than %s bytes"),
    SEEN_TOO_LARGE("what the browser saw has more than %s bytes"),
    LOADS_TOO_MUCH("more than %s bytes"),
    LOADS_TOO_MANY("more than %s connections"),
    ODD_REQUEST("no request"),
    NO_PORT("no port"),
    ONLY_HTTP("only http is forwarded"),
    NOT_SHOWN("the browser shows no page (%s)"),
    SLOW_BROWSER("the browser took more than %s seconds"),
    FILLS_DISK("the page writes more than %s bytes to the disk"),
    STOPPED("stopped"),
    TOO_MANY_WAIT("too many pages wait"),
    SERVER_STOPPED("the server was stopped"),
    BROKEN("%s"),
    FAULT("a fault in Ronda"),
    /** Told as a sentence, by an older version. */
    SAID("%s");

    private final String english;
    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Kind(String english) {
      this.english = english;
    }

    /** The stable code, such as {@code not-public}. */
    public String code() {
      return code;
    }
  }

  @Override
  public String toString() {
    return kind.english.formatted(words.toArray());
  }
}
