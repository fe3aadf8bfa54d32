package ronda.casework.watch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;

/**
 * An account as the text of a post names it (kontak): the number to write to, the name on another
 * platform.
 *
 * @param kind the code of an entity's kind
 * @param value its normal form
 */
public record Contact(String kind, String value) {
  private static final String TELEGRAM = "t.me/";

  /** Under which names a watchlist may have what was found in a text; none if it is no account. */
  static List<AccountName> names(EntityFound found) {
    String value = found.value();
    return switch (found.entityKind()) {
      case MICHAT -> List.of(name("MiChat", value));
      case TELEGRAM ->
          value.startsWith(TELEGRAM)
              ? List.of(name("Telegram", value.substring(TELEGRAM.length())))
              : List.of();
      case WHATSAPP, PHONE -> numbers(value);
      case CONTACT -> service(value, found.details().getOrDefault("service", ""));
      case HANDLE,
          URL,
          SHORT_URL,
          BLOCKED_DOMAIN,
          BANK_ACCOUNT,
          E_WALLET,
          CRYPTO_ADDRESS,
          QRIS,
          PRICE,
          NIK ->
          List.of();
    };
  }

  /** People enter a number as they were told it. */
  private static List<AccountName> numbers(String value) {
    if (!value.startsWith("+")) {
      return List.of();
    }
    Set<String> spellings = new LinkedHashSet<>(List.of(value, value.substring(1)));
    if (value.startsWith("+62")) {
      spellings.add("0" + value.substring(3));
    }
    return spellings.stream().map(number -> name("WhatsApp", number)).toList();
  }

  private static List<AccountName> service(String value, String service) {
    String before = service + ":";
    return !service.isEmpty() && value.startsWith(before) && value.length() > before.length()
        ? List.of(name(service, value.substring(before.length())))
        : List.of();
  }

  private static AccountName name(String platform, String handle) {
    return new AccountName(Platform.of(platform), handle);
  }

  /** How the text of a post may name this account; empty where Ronda does not look for such. */
  static List<Contact> of(AccountName name) {
    String handle = name.handle().toLowerCase(Locale.ROOT);
    return switch (name.platform().name()) {
      case "MiChat" -> List.of(new Contact(EntityKind.MICHAT.code(), handle));
      case "Telegram" -> List.of(new Contact(EntityKind.TELEGRAM.code(), TELEGRAM + handle));
      case "WhatsApp" -> {
        String number = number(handle);
        yield List.of(
            new Contact(EntityKind.WHATSAPP.code(), number),
            new Contact(EntityKind.PHONE.code(), number));
      }
      default ->
          List.of(
              new Contact(
                  EntityKind.CONTACT.code(),
                  name.platform().name().toLowerCase(Locale.ROOT) + ":" + handle));
    };
  }

  /**
   * The number with its country, such as {@code +6281234567890}; what is no number stays as it is.
   * Without a country it is Indonesian.
   */
  static String number(String written) {
    boolean plain = written.matches("\\+?[0-9][0-9 ().-]{6,29}");
    String digits = written.replaceAll("[^0-9]", "");
    if (!plain || digits.length() < 9 || digits.length() > 15) {
      return written;
    }
    if (written.startsWith("+") || digits.startsWith("62")) {
      return "+" + digits;
    }
    return digits.startsWith("0")
        ? "+62" + digits.substring(1)
        : digits.startsWith("8") ? "+62" + digits : written;
  }
}
