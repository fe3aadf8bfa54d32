package ronda.casework.intake;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import ronda.casework.chain.Hash;
import ronda.identify.post.Origin;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;

/**
 * Something that two posts may have in common (ciri): the account, or what can be called, visited
 * or paid.
 *
 * @param kind {@code account}, or the code of an entity's kind
 */
public record Trait(String kind, String value) {
  private static final String ACCOUNT = "account";

  /** Longer values are kept as their hash: an address may have thousands of characters. */
  private static final int LONGEST = 300;

  public Trait {
    if (value.length() > LONGEST) {
      value = "sha256:" + Hash.of(value);
    }
  }

  /** Everything about {@code post} that another post may share. */
  public static Set<Trait> of(FoundPost post) {
    Set<Trait> traits = new LinkedHashSet<>();
    Origin origin = post.post().origin();
    if (!origin.author().isBlank()) {
      traits.add(account(origin.platform(), origin.author()));
    }
    for (EntityFound entity : post.entities()) {
      if (binds(entity.entityKind())) {
        traits.add(new Trait(entity.entityKind().code(), entity.value()));
      }
    }
    return traits;
  }

  /** An account on a platform, whatever the case of its name. */
  public static Trait account(String platform, String handle) {
    return new Trait(
        ACCOUNT, platform.toLowerCase(Locale.ROOT) + "/" + handle.toLowerCase(Locale.ROOT));
  }

  public boolean isAccount() {
    return kind.equals(ACCOUNT);
  }

  /**
   * Whether two posts that share this are very likely of one hand, even months apart: an account, a
   * number, a blocked domain. A link need not be, many link to the same page of a platform.
   */
  public boolean tellsOneFromAnother() {
    return !kind.equals(EntityKind.URL.code()) && !kind.equals(EntityKind.SHORT_URL.code());
  }

  /** Prices and masked identity numbers are shared by strangers; a number to call is not. */
  private static boolean binds(EntityKind kind) {
    return switch (kind) {
      case PHONE,
          WHATSAPP,
          TELEGRAM,
          MICHAT,
          CONTACT,
          URL,
          SHORT_URL,
          BLOCKED_DOMAIN,
          BANK_ACCOUNT,
          E_WALLET,
          CRYPTO_ADDRESS,
          QRIS ->
          true;
      case HANDLE, PRICE, NIK -> false;
    };
  }

  @Override
  public String toString() {
    return kind + ":" + value;
  }
}
