package ronda.casework.intake;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ronda.casework.chain.Hash;
import ronda.identify.post.Origin;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;

/**
 * Something that two posts may have in common (ciri): the account, what can be called, visited or
 * paid, or a picture.
 *
 * @param kind {@code account}, the code of an entity's kind, {@code domain} for the domain that
 *     somebody registered, or {@code picture}, of which the value is the SHA-256 of its bytes
 */
public record Trait(String kind, String value) {
  private static final String ACCOUNT = "account";
  private static final String DOMAIN = "domain";
  private static final String PICTURE = "picture";

  /** How a collector names a picture by its content: the hash of its bytes, in hexadecimal. */
  private static final String BY_HASH = "sha256:";

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
      domain(entity).ifPresent(traits::add);
    }
    for (String image : origin.images()) {
      picture(image).ifPresent(traits::add);
    }
    return traits;
  }

  /**
   * The domain behind a link. Of a listed host that is not itself the registered domain there is
   * none: such hosts are often hacked corners of innocent sites.
   */
  private static Optional<Trait> domain(EntityFound entity) {
    String domain = entity.details().getOrDefault(DOMAIN, "").toLowerCase(Locale.ROOT);
    boolean own =
        switch (entity.entityKind()) {
          case URL -> true;
          case BLOCKED_DOMAIN -> entity.value().equals(domain);
          case PHONE,
              WHATSAPP,
              TELEGRAM,
              MICHAT,
              CONTACT,
              HANDLE,
              SHORT_URL,
              BANK_ACCOUNT,
              E_WALLET,
              CRYPTO_ADDRESS,
              QRIS,
              PRICE,
              NIK ->
              false;
        };
    boolean named = domain.chars().anyMatch(c -> c >= 'a' && c <= 'z'); // not 192.0.2.1
    return own && named ? Optional.of(new Trait(DOMAIN, domain)) : Optional.empty();
  }

  /** A picture that is named by its content; where it lies or lay says nothing of what it shows. */
  private static Optional<Trait> picture(String image) {
    String hex = image.strip().toLowerCase(Locale.ROOT);
    boolean hash =
        hex.startsWith(BY_HASH)
            && hex.length() == BY_HASH.length() + 64
            && hex.chars()
                .skip(BY_HASH.length())
                .allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    return hash
        ? Optional.of(picture(new Hash(hex.substring(BY_HASH.length()))))
        : Optional.empty();
  }

  /** A picture, by the hash of its bytes. */
  public static Trait picture(Hash sha256) {
    return new Trait(PICTURE, sha256.hex());
  }

  public boolean isDomain() {
    return kind.equals(DOMAIN);
  }

  public boolean isPicture() {
    return kind.equals(PICTURE);
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
   * number, a blocked domain; a domain and a picture, unless everybody has them. A link need not
   * be, many link to the same page of a platform.
   */
  public boolean tellsOneFromAnother() {
    return !kind.equals(EntityKind.URL.code()) && !kind.equals(EntityKind.SHORT_URL.code());
  }

  /**
   * Whether strangers may have this in common as well: a domain may be a site that everybody uses,
   * a picture may be a platform's logo.
   */
  public boolean mayBeEverybodys() {
    return isDomain() || isPicture();
  }

  /** Whether posts that share this are judged together while they are undecided. */
  public boolean groups() {
    return !mayBeEverybodys();
  }

  /** Prices and masked identity numbers are shared by strangers; a number to call is not. */
  private static boolean binds(EntityKind kind) {
    return kind.reaches() && kind != EntityKind.HANDLE;
  }

  @Override
  public String toString() {
    return kind + ":" + value;
  }
}
