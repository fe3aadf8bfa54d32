package ronda.server.referral;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ronda.casework.authority.Recipient;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.SharedDomains;
import ronda.casework.intake.Trait;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;

/**
 * A link in the text of a post, which a letter may name beside the post's own address (tautan di
 * dalam unggahan). What is ticked becomes a line among the addresses.
 *
 * @param value as it is read there, with disguise undone
 * @param kind a site, a short link that hides one, or a contact that is a link
 * @param likely whether it most likely serves the offence, and the recipient acts upon such links
 */
record PostLink(String value, EntityKind kind, boolean likely) {
  private static final int MOST = 40;

  /** The field in which such lines stand, where a form has it. */
  static final String FIELD = "addresses";

  /** Numbers are ticked by themselves; a name or a price is no link. */
  private static final Set<EntityKind> LINKS =
      Set.of(
          EntityKind.URL,
          EntityKind.SHORT_URL,
          EntityKind.BLOCKED_DOMAIN,
          EntityKind.TELEGRAM,
          EntityKind.CONTACT);

  /** Stable, for the words of a page. */
  public String what() {
    return switch (kind) {
      case TELEGRAM, CONTACT -> "contact";
      case SHORT_URL -> "short";
      case BLOCKED_DOMAIN -> "blocked";
      default -> "site";
    };
  }

  /**
   * Those of these posts that are not among the addresses yet, each once.
   *
   * @param offers whether the posts most likely offer what is suspected, so that their links do
   * @param addresses what stands in the field
   */
  static List<PostLink> of(List<FoundPost> posts, Recipient to, boolean offers, String addresses) {
    Set<String> there = addresses.lines().map(String::strip).collect(Collectors.toSet());
    Map<String, PostLink> all = new LinkedHashMap<>();
    for (FoundPost post : posts) {
      Set<String> shared =
          Trait.of(post).stream()
              .filter(SharedDomains.shipped()::hold)
              .map(Trait::value)
              .collect(Collectors.toSet());
      for (EntityFound found : post.entities()) {
        boolean isEverybodys = shared.contains(found.details().getOrDefault("domain", ""));
        if (all.size() < MOST
            && LINKS.contains(found.entityKind())
            && !there.contains(found.value())) {
          all.putIfAbsent(
              found.value(),
              new PostLink(
                  found.value(), found.entityKind(), offers && !isEverybodys && actsOn(to)));
        }
      }
    }
    return List.copyOf(all.values());
  }

  /**
   * Whether this recipient deals with what a post links to. A platform takes down what lies with
   * itself, and who looks into officials or elections asks of the post.
   */
  private static boolean actsOn(Recipient to) {
    return switch (to) {
      case MINISTRY, POLICE, PPA, OTHER_REGION -> true;
      case PLATFORM, BAWASLU, INSPEKTORAT, BKPSDM, OJK_IASC, BANK -> false;
    };
  }
}
