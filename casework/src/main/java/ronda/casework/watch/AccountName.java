package ronda.casework.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ronda.identify.signal.EntityFound;

/**
 * By what an account is known on its platform (nama akun). It is always one account or one site,
 * never an app: {@link #read} refuses those.
 *
 * @param handle without {@code @}, in the spelling that was entered
 */
public record AccountName(Platform platform, String handle) {
  /** How long a handle may be, in characters. */
  public static final int LONGEST = 200;

  private static final Set<String> APP_STORES =
      Set.of("play.google.com", "apps.apple.com", "itunes.apple.com", "appgallery.huawei.com");

  /** Words with which somebody means everybody. */
  private static final Set<String> EVERYBODY =
      Set.of(
          "aplikasi",
          "apk",
          "app",
          "apps",
          "platform",
          "situs",
          "layanan",
          "medsos",
          "akun",
          "pengguna",
          "user",
          "users",
          "semua",
          "seluruh",
          "segala",
          "setiap",
          "all",
          "every",
          "whole",
          "the",
          "di",
          "yang",
          "com");

  /** What came of reading an account's name. */
  public sealed interface Reading {
    record Read(AccountName name) implements Reading {}

    record Refused(Refusal reason) implements Reading {}
  }

  /** Why a name is none. */
  public enum Refusal {
    NO_PLATFORM,
    NO_HANDLE,
    /** A whole app or platform is meant. It serves everybody; only accounts can be watched. */
    WHOLE_APP,
    TOO_LONG,
    /** Control characters, or half a character. */
    UNREADABLE
  }

  /**
   * Reads what a person wrote: a handle with or without {@code @}, or a link to the account.
   *
   * @param platform may be blank where a link says it
   */
  public static Reading read(String platform, String writing) {
    String handle = writing.strip();
    if (handle.length() > LONGEST || platform.length() > Platform.LONGEST) {
      return new Reading.Refused(Refusal.TOO_LONG);
    }
    if (isUnreadable(handle) || isUnreadable(platform)) {
      return new Reading.Refused(Refusal.UNREADABLE);
    }
    Optional<Address> address = Address.in(handle);
    if (address.isPresent()) {
      return ofAddress(platform, address.get());
    }
    if (platform.isBlank()) {
      return new Reading.Refused(Refusal.NO_PLATFORM);
    }
    return ofHandle(Platform.of(platform), withoutAt(handle));
  }

  /** The account of a post that came in; empty where the post does not say. */
  public static Optional<AccountName> ofAuthor(String platform, String author) {
    String handle = withoutAt(author.strip());
    boolean known = !platform.isBlank() && !handle.isBlank();
    return known && handle.length() <= LONGEST
        ? Optional.of(new AccountName(Platform.of(platform), handle))
        : Optional.empty();
  }

  /**
   * The accounts that a contact in a post's text may be: one account, in the spellings in which
   * people enter it. None where the text does not say on which platform it is.
   */
  public static List<AccountName> ofContact(EntityFound found) {
    return Contact.names(found);
  }

  /** As what the text of a post may name this account. */
  public List<Contact> contacts() {
    return Contact.of(this);
  }

  private static Reading ofHandle(Platform platform, String handle) {
    if (handle.isBlank()) {
      return new Reading.Refused(Refusal.NO_HANDLE);
    }
    return meansEverybody(handle) && !platform.isWebsite()
        ? new Reading.Refused(Refusal.WHOLE_APP)
        : new Reading.Read(new AccountName(platform, written(platform, handle)));
  }

  /**
   * Of a number there is one spelling: the same person gives it with 0, with 62 and with dashes.
   */
  private static String written(Platform platform, String handle) {
    return platform.name().equals("WhatsApp") ? Contact.number(handle) : handle;
  }

  private static Reading ofAddress(String platform, Address address) {
    Optional<Platform> told = Platform.ofHost(address.host());
    if (APP_STORES.contains(address.host()) || told.isPresent() && address.path().isEmpty()) {
      return new Reading.Refused(Refusal.WHOLE_APP);
    }
    Platform where = told.orElse(platform.isBlank() ? Platform.WEBSITE : Platform.of(platform));
    String handle = told.isPresent() ? withoutAt(address.account()) : address.whole();
    return handle.isBlank()
        ? new Reading.Refused(Refusal.NO_HANDLE)
        : new Reading.Read(new AccountName(where, written(where, handle)));
  }

  private static String withoutAt(String handle) {
    return handle.startsWith("@") ? handle.substring(1).strip() : handle;
  }

  /** {@code MiChat}, {@code semua akun MiChat}, {@code *}. */
  private static boolean meansEverybody(String handle) {
    String lower = handle.toLowerCase(Locale.ROOT);
    if (lower.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return true;
    }
    List<String> words =
        Arrays.stream(lower.split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty() && !EVERYBODY.contains(word))
            .toList();
    return words.isEmpty() || Platform.isName(String.join(" ", words));
  }

  private static boolean isUnreadable(String text) {
    return text.codePoints()
        .anyMatch(
            c -> {
              int type = Character.getType(c);
              return type == Character.CONTROL
                  || type == Character.SURROGATE
                  || type == Character.LINE_SEPARATOR
                  || type == Character.PARAGRAPH_SEPARATOR;
            });
  }

  /** The same for the same account, whatever the case. */
  public String key() {
    return (platform.name() + "/" + handle).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return platform.name() + " · " + handle;
  }
}
