package ronda.server.referral;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.referral.Addressee;
import ronda.casework.referral.Happening;
import ronda.casework.referral.Letter;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Sending;
import ronda.casework.referral.Stationery;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlLetterFates;
import ronda.store.sql.SqlLetterFates.Fate;
import ronda.store.sql.SqlLetters;
import ronda.store.sql.SqlOutbox;

/**
 * One letter of a referral, and what became of it, as the referral's page tells it.
 *
 * @param fate null if it has neither left nor been given up
 * @param onItsWay whether it waits in the outbox, or nobody knows whether it arrived
 * @param email where it would go by mail; may be empty
 * @param key the armoured OpenPGP key of whoever it is for; may be empty
 */
record LetterLine(
    SqlLetters.Made letter, @Nullable Fate fate, boolean onItsWay, String email, String key) {
  static List<LetterLine> of(Referral referral, JdbcClient jdbc) {
    Map<UUID, Fate> fates = new SqlLetterFates(jdbc).ofReferral(referral.id());
    List<Sending> sendings = new SqlOutbox(jdbc).ofReferral(referral.id());
    SqlAddressees addressees = new SqlAddressees(jdbc);
    String superior = addressees.stationery().map(Stationery::superior).orElse("");
    Optional<Addressee> to = addressees.byId(referral.addresseeId());
    return new SqlLetters(jdbc)
        .ofReferral(referral.id()).stream()
            .map(
                letter -> {
                  boolean up = letter.kind() == Letter.Kind.ESCALATION;
                  return new LetterLine(
                      letter,
                      letter.kind() == Letter.Kind.REFERRAL
                          ? ofFirst(referral)
                          : fates.get(letter.id()),
                      sendings.stream()
                          .anyMatch(one -> one.letter().equals(letter.id()) && one.isOnItsWay()),
                      up ? superior : to.map(Addressee::email).orElse(""),
                      up ? "" : to.map(Addressee::key).orElse(""));
                })
            .toList();
  }

  private static @Nullable Fate ofFirst(Referral referral) {
    Fate fate = null;
    for (var taken : referral.history()) {
      fate =
          switch (taken.what()) {
            case Happening.Sent sent ->
                fate != null && fate.left()
                    ? fate
                    : new Fate(true, taken.at(), taken.by(), sent.way(), sent.note());
            case Happening.Discarded discarded ->
                new Fate(false, taken.at(), taken.by(), "", discarded.reason());
            case Happening.Recalled recalled ->
                fate == null
                    ? new Fate(false, taken.at(), taken.by(), "", recalled.reason())
                    : fate;
            case Happening.Chased chased -> fate;
            case Happening.Replied replied -> fate;
            case Happening.NoAnswerYet none -> fate;
            case Happening.Concluded concluded -> fate;
          };
    }
    return fate;
  }

  /** Whether somebody still has to send it, hand it over or give it up. */
  public boolean isOpen() {
    return fate == null && !onItsWay;
  }

  /** Whether it follows a first letter. */
  public boolean isFollowUp() {
    return letter.kind() != Letter.Kind.REFERRAL;
  }

  /** Whom its mail greets. */
  String name(Referral referral) {
    return isToAddressee() ? referral.addressee() : email;
  }

  /** Whether it is for whoever the first one was for: a word to the superior is not. */
  public boolean isToAddressee() {
    return letter.kind() != Letter.Kind.ESCALATION;
  }

  /** Whoever has a letter that was wrong must be told: a recall is not given up. */
  public boolean mayBeDiscarded() {
    return isOpen() && letter.kind() != Letter.Kind.RECALL;
  }
}
