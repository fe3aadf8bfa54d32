package ronda.store.sql;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ronda.casework.authority.Recipient;
import ronda.casework.referral.Addressee;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Target;
import ronda.identify.post.Category;

/** What referrals and replies need to be there: two cases and somebody who gets letters. */
final class WrittenReferral {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  private final TwoOffices offices;
  private final UUID addressee = UUID.randomUUID();
  private final UUID id = UUID.randomUUID();

  WrittenReferral(TwoOffices offices) {
    this.offices = offices;
    offices
        .tables()
        .run(
            offices.mine(),
            jdbc -> {
              for (int number = 1; number <= 2; number++) {
                jdbc.sql(
                        """
                        INSERT INTO cases (id, number, region, status, last_step)
                        VALUES (:id, :number, '', 'OPEN', :at)
                        """)
                    .params(
                        Map.of(
                            "id", UUID.randomUUID(), "number", file(number), "at", Times.at(NOW)))
                    .update();
              }
              new SqlAddressees(jdbc)
                  .put(
                      new Addressee(
                          addressee,
                          Recipient.OJK_IASC,
                          "Satgas Contoh",
                          "",
                          "aduan@satgas.invalid",
                          "",
                          "",
                          new Target.Hours(24)));
            });
  }

  static String file(int number) {
    return "2026-00000" + number;
  }

  UUID addressee() {
    return addressee;
  }

  /** A referral whose letter was written; the same one each time. */
  UUID begun() {
    offices
        .tables()
        .run(
            offices.mine(),
            jdbc ->
                new SqlReferrals(jdbc)
                    .begin(
                        new Referral(
                            id,
                            file(1),
                            Category.ILLEGAL_LENDING,
                            Recipient.OJK_IASC,
                            addressee,
                            "Satgas Contoh",
                            "B-1/KOMINFO/XI/2026",
                            NOW,
                            "Kemal Contoh",
                            new Target.Hours(24),
                            List.of())));
    return id;
  }
}
