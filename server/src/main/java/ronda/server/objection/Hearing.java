package ronda.server.objection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import ronda.casework.ObjectionDesk;
import ronda.casework.ObjectionDesk.Answer;
import ronda.casework.chain.AuditLog;
import ronda.casework.objection.Objection;
import ronda.casework.objection.PublicCode;
import ronda.casework.office.Officer;
import ronda.casework.retention.Destroyed;
import ronda.server.login.Seal;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlDisposals;
import ronda.store.sql.SqlJobs;
import ronda.store.sql.SqlObjections;
import ronda.store.sql.SqlPublicKeys;
import ronda.store.sql.SqlReferrers;

/** Takes objections in, lets them be decided, and tells who must be told. */
@Component
public final class Hearing {
  private static final String SEALED_FOR = "objection-contact";

  private final InOffice tables;
  private final AuditLog audit;
  private final CaseCodes codes;
  private final Seal seal;
  private final InstantSource clock;
  private final List<Telling> tellings;
  private final Duration time;
  private final Duration contactKept;

  /**
   * @param days within how many days an objection is to be decided, {@code ronda.objection-days}, 1
   *     or more
   * @param contactDays how long after the decision it is known how to reach the person, {@code
   *     ronda.objection-contact-days}, 0 or more
   */
  Hearing(
      InOffice tables,
      AuditLog audit,
      CaseCodes codes,
      Seal seal,
      InstantSource clock,
      List<Telling> tellings,
      @Value("${ronda.objection-days:14}") int days,
      @Value("${ronda.objection-contact-days:30}") int contactDays) {
    if (days < 1) {
      throw new IllegalArgumentException(
          "ronda.objection-days says within how many days an objection is decided, 1 or more, was "
              + days);
    }
    if (contactDays < 0) {
      throw new IllegalArgumentException(
          "ronda.objection-contact-days says how many days after the decision a contact is known,"
              + " 0 or more, was "
              + contactDays);
    }
    this.tables = tables;
    this.audit = audit;
    this.codes = codes;
    this.seal = seal;
    this.clock = clock;
    this.tellings = tellings;
    this.time = Duration.ofDays(days);
    this.contactKept = Duration.ofDays(contactDays);
  }

  /** Within how many days an objection is to be decided. */
  long days() {
    return time.toDays();
  }

  /** How many days after the decision it is known how to reach the person. */
  long contactDays() {
    return contactKept.toDays();
  }

  /** What the person keeps: number and word open the answer, and nothing else does. */
  public record Receipt(String number, String secret, Instant due) {}

  /**
   * Takes an objection in. Whether there is a case with this code, the receipt does not tell:
   * whoever tries codes learns nothing, and whoever mistyped is told by the code's last symbol
   * beforehand.
   *
   * @param contact how the person may be reached; may be empty
   */
  public Receipt raise(PublicCode code, String words, String contact) {
    Instant now = clock.instant();
    PublicCode number = codes.receipt();
    PublicCode secret = codes.secret();
    Instant due = now.plus(time);
    Optional<SqlPublicKeys.Opened> opened =
        tables.beforeOffice(jdbc -> new SqlPublicKeys(jdbc).ofCase(code));
    if (opened.isPresent()) {
      UUID office = opened.get().office().orElseThrow();
      UUID file = opened.get().thing().orElseThrow();
      tables.run(
          office,
          jdbc -> {
            Objection objection =
                new Objection(
                    UUID.randomUUID(),
                    number.shown(),
                    file,
                    new SqlCases(jdbc).byId(file).orElseThrow().number(),
                    now,
                    due,
                    words,
                    Optional.empty());
            desk(office, jdbc).raise(objection);
            keepContact(objection.id(), contact, jdbc);
            new SqlPublicKeys(jdbc)
                .putAnswer(number, secret, Optional.of(office), Optional.of(objection.id()), now);
          });
    } else {
      tables.beforeOffice(
          jdbc -> {
            new SqlPublicKeys(jdbc)
                .putAnswer(number, secret, Optional.empty(), Optional.empty(), now);
            return true;
          });
    }
    return new Receipt(number.shown(), secret.shown(), due);
  }

  private void keepContact(UUID objection, String contact, JdbcClient jdbc) {
    if (!contact.isBlank()) {
      byte[] closed =
          seal.close(contact.getBytes(StandardCharsets.UTF_8), SEALED_FOR + ":" + objection);
      new SqlObjections(jdbc).putContact(objection, closed);
    }
  }

  /** How the person may be reached, if that was said and is still kept. */
  Optional<String> contact(UUID objection, JdbcClient jdbc) {
    return new SqlObjections(jdbc)
        .contact(objection)
        .flatMap(closed -> seal.open(closed, SEALED_FOR + ":" + objection))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** What somebody with a receipt and its word is told. */
  public sealed interface Told {
    /** It is being looked at. */
    record Waiting(Instant due, boolean late) implements Told {}

    /**
     * It is decided.
     *
     * @param reached how far those who were sent the case have been told, if it was upheld
     * @param destroyed since when what the person wrote is gone; empty while it is kept
     */
    record Decided(
        UUID office, Objection objection, Telling.Reached reached, Optional<Instant> destroyed)
        implements Told {}

    /** Its time is over, and no case has the code that was given. */
    record NoCase() implements Told {}
  }

  /** The answer to an objection; empty if number and word do not belong together. */
  public Optional<Told> answer(PublicCode number, PublicCode secret) {
    Instant now = clock.instant();
    return tables
        .beforeOffice(jdbc -> new SqlPublicKeys(jdbc).ofAnswer(number, secret))
        .map(opened -> told(opened, now));
  }

  private Told told(SqlPublicKeys.Opened opened, Instant now) {
    Instant due = opened.at().plus(time);
    if (opened.office().isEmpty()) {
      return now.isAfter(due) ? new Told.NoCase() : new Told.Waiting(due, false);
    }
    UUID office = opened.office().get();
    return tables.read(
        office,
        jdbc -> {
          Objection objection =
              new SqlObjections(jdbc).find(opened.thing().orElseThrow()).orElseThrow();
          return objection.isWaiting()
              ? new Told.Waiting(objection.due(), objection.isOverdue(now))
              : new Told.Decided(
                  office,
                  objection,
                  reached(objection.caseNumber(), jdbc),
                  new SqlDisposals(jdbc)
                      .destroyed(SqlDisposals.Paper.OBJECTION, objection.id())
                      .map(Destroyed::at));
        });
  }

  private Telling.Reached reached(String caseNumber, JdbcClient jdbc) {
    return tellings.stream()
        .map(telling -> telling.reached(caseNumber, jdbc))
        .reduce(new Telling.Reached(0, Optional.empty()), Telling.Reached::and);
  }

  /** Somebody decides; to whoever was sent the case letters are written in the same change. */
  public Answer decide(UUID id, Officer officer, boolean upheld, String reason) {
    Instant now = clock.instant();
    return tables.write(
        officer.office(),
        jdbc -> {
          ObjectionDesk desk = desk(officer.office(), jdbc);
          Answer answer = desk.decide(id, officer, upheld, reason, now);
          if (answer instanceof Answer.Done done && upheld) {
            int letters = 0;
            for (Telling telling : tellings) {
              letters += telling.tell(done.file().number(), now, officer.name(), jdbc);
            }
            if (letters > 0) {
              desk.told(done.file(), id, letters, officer, now);
            }
          }
          return answer;
        });
  }

  ObjectionDesk desk(UUID office, JdbcClient jdbc) {
    return new ObjectionDesk(
        new SqlObjections(jdbc),
        new SqlCases(jdbc),
        new SqlJobs(jdbc),
        new SqlReferrers(jdbc),
        entry -> audit.add(office, entry));
  }

  /** Forgets how people may be reached once that time is over, and receipts that open nothing. */
  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
  public int forget() {
    Instant now = clock.instant();
    return tables.everywhere(
        jdbc ->
            new SqlObjections(jdbc).forgetContacts(now.minus(contactKept))
                + new SqlPublicKeys(jdbc).forgetStrays(now.minus(time).minus(contactKept)));
  }
}
