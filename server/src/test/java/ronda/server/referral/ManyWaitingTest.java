package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.referral.Referral;
import ronda.server.Browser;
import ronda.server.desk.Desks;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlReferrals;

/** An office whose letters are left unanswered by the thousand. */
class ManyWaitingTest extends WithPostDesk {
  /** Letters like the one that is there, which left forty days later. */
  private static final List<String> THOUSANDS =
      List.of(
          """
          INSERT INTO referrals (id, case_number, category, kind, addressee_id, addressee, letter,
            written_at, written_by, target, state)
          SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, r.case_number,
            r.category, r.kind, r.addressee_id, r.addressee, 'SALINAN-' || n,
            r.written_at + interval '40 days', r.written_by, r.target, r.state
          FROM generate_series(1, 2000) n, referrals r""",
          """
          INSERT INTO referral_happenings (referral_id, number, at, actor, kind, words)
          SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, h.number,
            h.at + interval '40 days', h.actor, h.kind, h.words
          FROM generate_series(1, 2000) n, referral_happenings h""");

  @Test
  void whoever_has_waited_longest_is_listed_and_reminded_of() {
    desk.letterhead(browser, "byItself", "on", "mostADay", "2");
    String oldest =
        OpenPostDesk.written(
            browser.post(
                "/cases/" + desk.confirmed(desk.advert()) + "/refer", OpenPostDesk.form(ministry)));
    browser.post(oldest + "/handed", "note", "diserahkan di loket");
    desk.pass(Duration.ofDays(40));
    desk.bean(InOffice.class)
        .run(desk.office.id(), jdbc -> THOUSANDS.forEach(copy -> jdbc.sql(copy).update()));

    Browser later = desk.browser(desk.officer);
    assertThat(later.open("/referrals?show=overdue").body())
        .contains(oldest)
        .doesNotContain("SALINAN-");
    assertThat(later.open("/").body()).contains("/referrals?show=overdue");
    assertThat(desk.bean(Chasing.class).round()).isEqualTo(1);
    assertThat(referral(oldest).chases()).isEqualTo(1);
  }

  private Referral referral(String path) {
    UUID id = UUID.fromString(path.substring("/referrals/".length()));
    return desk.bean(Desks.class)
        .look(desk.office.id(), jdbc -> new SqlReferrals(jdbc).byId(id).orElseThrow());
  }
}
