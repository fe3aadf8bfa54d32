package ronda.server.patrol;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import ronda.casework.policy.OfficePolicies.Pointer;
import ronda.casework.policy.PolicyUpdates;
import ronda.identify.Patrol;
import ronda.identify.lexicon.Lexicon;
import ronda.identify.lexicon.LexiconFolder;
import ronda.policies.cel.PolicyText;
import ronda.policies.outfit.Outfit;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlOfficePolicies;

/**
 * The patrol of each office. Words, domains and models are loaded once and shared by all; policies
 * are the office's own. A policy that is changed on this server counts for the next post, one that
 * is changed on another server on the same database within two seconds; so do changed word lists,
 * once the folder was looked at again. Safe to share.
 */
public final class OfficePatrols {
  /** How long a patrol is used before the database is asked whether its policies still hold. */
  private static final long LOOK_EVERY = 2_000_000_000L;

  private final InOffice tables;
  private final LexiconFolder words;
  private final Outfit shared;
  private final List<PolicyText> shipped;
  private final LongSupplier nanos;
  private final Map<UUID, Kept> patrols = new ConcurrentHashMap<>();

  private record Kept(Dressed dressed, long lookedAt) {}

  /**
   * @param shared what all offices share; its own words and policies are not used
   * @param shipped the policies that come with Ronda
   * @param nanos a clock that only runs forward, in nanoseconds
   */
  public OfficePatrols(
      InOffice tables,
      LexiconFolder words,
      Outfit shared,
      List<PolicyText> shipped,
      LongSupplier nanos) {
    this.tables = tables;
    this.words = words;
    this.shared = shared;
    this.shipped = List.copyOf(shipped);
    this.nanos = nanos;
  }

  /** The policies' files below Ronda's root, which a new office begins with. */
  public static Path policies(Path root) {
    return root.resolve("policies/data");
  }

  /** The patrol of this office, as it is dressed now. Ask anew for each batch: policies change. */
  public Patrol of(UUID office) {
    return dressed(office).patrol();
  }

  /** The same, with the daily limits that go with it. */
  public Dressed dressed(UUID office) {
    Lexicon lexicon = words.current();
    @Nullable Kept kept = patrols.get(office);
    boolean isFresh =
        kept != null
            && kept.dressed.worn().lexicon() == lexicon
            && nanos.getAsLong() - kept.lookedAt < LOOK_EVERY;
    return isFresh && kept != null ? kept.dressed : lookAgain(office, lexicon, kept);
  }

  private Dressed lookAgain(UUID office, Lexicon lexicon, @Nullable Kept kept) {
    long now = nanos.getAsLong();
    Dressed dressed =
        tables.read(
            office,
            jdbc -> {
              var policies = new SqlOfficePolicies(jdbc);
              List<Pointer> pointers = policies.pointers();
              var worn = new Dressed.Worn(lexicon, pointers);
              return kept != null && kept.dressed.worn().isSame(worn)
                  ? kept.dressed
                  : Dressed.of(
                      shared.with(lexicon),
                      policies.all(),
                      shipped,
                      worn,
                      kept == null ? Map.of() : kept.dressed.read());
            });
    patrols.put(office, new Kept(dressed, now));
    return dressed;
  }

  /** The office's policies were changed, and the change is committed. */
  public void changed(UUID office) {
    patrols.computeIfPresent(
        office, (id, kept) -> new Kept(kept.dressed, nanos.getAsLong() - LOOK_EVERY));
  }

  /** The policies that come with Ronda. */
  public List<PolicyText> shipped() {
    return shipped;
  }

  /** The listed hosts that are not blocked: no host name, or never to be blocked. */
  public List<String> neverBlocked() {
    return shared.entities().blocked().refused();
  }

  /** The same, each with the number that its file names. */
  public List<PolicyUpdates.Shipped> updates() {
    return shipped.stream()
        .map(text -> new PolicyUpdates.Shipped(new WrittenDraft(text), text.policy().version()))
        .toList();
  }

  /** What came of the last look at the word lists: a damaged list is refused, the old one stays. */
  public LexiconFolder.Outcome words() {
    return words.lastOutcome();
  }
}
