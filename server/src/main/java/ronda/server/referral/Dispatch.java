package ronda.server.referral;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.Desk;
import ronda.casework.cases.CaseFile;
import ronda.casework.referral.Letter;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Sending;
import ronda.letters.mail.Handover;
import ronda.letters.mail.MailServer;
import ronda.letters.mail.MailSettings;
import ronda.letters.mail.OfficialInterface;
import ronda.letters.mail.OurWords;
import ronda.server.desk.Desks;
import ronda.server.desk.OfficeRound;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlLetters;
import ronda.store.sql.SqlOutbox;
import ronda.store.sql.SqlReferrals;

/**
 * Empties the outbox (pengiriman). Each letter is claimed, said to the other side outside of any
 * transaction, and what came of it is entered with the case's step in one. docs/decisions/037 says
 * why no letter leaves twice.
 */
@Component
class Dispatch {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

  private static final int MOST_A_ROUND = 50;

  private final InOffice tables;
  private final Desks desks;
  private final Correspondence letters;
  private final MailSettings settings;
  private final OfficialInterface official;

  /** Longer than any conversation with a mail server may last. */
  private final Duration lease;

  private volatile boolean stopped;

  Dispatch(
      InOffice tables,
      Desks desks,
      Correspondence letters,
      MailSettings settings,
      OfficialInterface official,
      @Value("${ronda.letters.abandoned-after:PT10M}") Duration lease) {
    this.tables = tables;
    this.desks = desks;
    this.letters = letters;
    this.settings = settings;
    this.official = official;
    this.lease = lease;
  }

  /** Sends what is due; answers how many letters were tried. */
  int round() {
    forgetNothing();
    Instant now = letters.now();
    List<UUID> offices = tables.everywhere(jdbc -> SqlOutbox.officesWithDue(jdbc, now, lease));
    int tried = 0;
    for (UUID office : offices) {
      tried += round(office, MOST_A_ROUND - tried);
    }
    return tried;
  }

  /** No letter is begun after the one that is leaving now. */
  void stop() {
    stopped = true;
  }

  /** One office's letters; what goes wrong with them holds up no other office. */
  private int round(UUID office, int most) {
    int tried = 0;
    try {
      while (tried < most && !stopped && next(office)) {
        tried++;
      }
    } catch (RuntimeException broken) {
      LOG.error("the letters of office {} wait for the next round", office, broken);
    }
    return tried;
  }

  /**
   * What was being handed over when a program ended is for a person to decide, or a copy to prove.
   */
  private void forgetNothing() {
    Instant now = letters.now();
    OfficeRound.of(
        "letters that a program left when it ended",
        () -> tables.everywhere(jdbc -> SqlOutbox.officesWithAbandoned(jdbc, now, lease)),
        office -> tables.run(office, jdbc -> new SqlOutbox(jdbc).abandoned(now, lease)));
  }

  private boolean next(UUID office) {
    Optional<Sending> claimed =
        tables.write(office, jdbc -> new SqlOutbox(jdbc).claim(letters.now(), lease));
    claimed.ifPresent(sending -> sendOrLeave(office, sending));
    return claimed.isPresent();
  }

  /**
   * A letter that nobody foresaw is left where it is: it comes up again when its lease has ended,
   * as doubtful if the other side may have it, and the next letter follows now.
   */
  private void sendOrLeave(UUID office, Sending sending) {
    try {
      send(office, sending);
    } catch (RuntimeException broken) {
      LOG.error("letter {} attempt {} broke off", sending.id(), sending.attempts(), broken);
    }
  }

  private void send(UUID office, Sending sending) {
    if (!tables.read(office, jdbc -> mayLeave(sending, jdbc))) {
      tables.run(office, jdbc -> new SqlOutbox(jdbc).cancel(sending.id()));
      return;
    }
    SqlOutbox.Parcel parcel = tables.read(office, jdbc -> new SqlOutbox(jdbc).parcel(sending.id()));
    Handover came =
        switch (sending.way()) {
          case MAIL -> byMail(office, sending, parcel);
          case API -> byInterface(sending, parcel);
        };
    enter(office, sending, came);
  }

  /**
   * A case may have been closed or withdrawn since the letter was put here. A recall leaves always.
   */
  private static boolean mayLeave(Sending sending, JdbcClient jdbc) {
    Referral referral = new SqlReferrals(jdbc).byId(sending.referral()).orElseThrow();
    boolean recall =
        new SqlLetters(jdbc)
            .ofReferral(referral.id()).stream()
                .anyMatch(
                    letter ->
                        letter.id().equals(sending.letter())
                            && letter.kind() == Letter.Kind.RECALL);
    return recall
        || new SqlCases(jdbc)
            .find(referral.caseNumber())
            .filter(file -> file.status() == CaseFile.Status.OPEN)
            .isPresent();
  }

  private Handover byMail(UUID office, Sending sending, SqlOutbox.Parcel parcel) {
    if (settings.smtp().isEmpty()) {
      return new Handover.Later(OurWords.NO_SERVER.about(""));
    }
    return new MailServer(settings.smtp().get())
        .send(parcel.content(), parcel.sender(), sending.to(), () -> begin(office, sending));
  }

  private boolean begin(UUID office, Sending sending) {
    return tables.write(
        office,
        jdbc -> new SqlOutbox(jdbc).handOver(sending.id(), sending.attempts(), letters.now()));
  }

  private Handover byInterface(Sending sending, SqlOutbox.Parcel parcel) {
    Optional<URI> address = OfficialInterface.address(sending.to());
    if (address.isEmpty()) {
      return new Handover.Refused(OurWords.NO_ADDRESS.about(sending.to()));
    }
    return official.send(
        address.get(), sending.messageId(), new String(parcel.content(), StandardCharsets.UTF_8));
  }

  private void enter(UUID office, Sending sending, Handover came) {
    LOG.info("letter {} attempt {}: {}", sending.id(), sending.attempts(), came);
    desks.change(
        office,
        (desk, jdbc) -> {
          SqlOutbox outbox = new SqlOutbox(jdbc);
          int attempt = sending.attempts();
          switch (came) {
            case Handover.Taken taken -> sent(sending, taken.words(), desk, jdbc);
            case Handover.Later later ->
                Sending.pause(sending.attempts())
                    .ifPresentOrElse(
                        pause ->
                            outbox.again(
                                sending.id(), attempt, letters.now().plus(pause), later.words()),
                        () -> outbox.refused(sending.id(), attempt, later.words()));
            case Handover.Refused refused -> outbox.refused(sending.id(), attempt, refused.words());
            case Handover.Unknown unknown ->
                outbox.doubtful(sending.id(), attempt, unknown.words());
            case Handover.NotOurs other -> {} // Whoever has it says what becomes of it.
          }
          return true;
        });
  }

  /** The other side has it: said by itself, or proved by the copy that came back. */
  void sent(Sending sending, String words, Desk desk, JdbcClient jdbc) {
    // First the referral, then the letter, as whoever decides on its page does: nobody waits for
    // ever.
    Referral referral = new SqlReferrals(jdbc).forChange(sending.referral()).orElseThrow();
    new SqlOutbox(jdbc).sent(sending.id(), words);
    SqlLetters.Made letter = Sendoff.letter(sending.referral(), sending.letter(), jdbc);
    String way = sending.way().code();
    if (letter.kind() != Letter.Kind.REFERRAL) {
      letters.followUpLeft(referral, letter, way, "", Correspondence.By.ITSELF, desk, jdbc);
    } else if (referral.sentAt().isEmpty()) {
      letters.left(sending.referral(), way, "", Correspondence.By.ITSELF, desk, jdbc);
    }
  }
}
