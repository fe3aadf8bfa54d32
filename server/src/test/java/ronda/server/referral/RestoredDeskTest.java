package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.casework.referral.Sending;
import ronda.letters.mail.PostOffice;
import ronda.server.Browser;
import ronda.server.desk.Desks;
import ronda.store.backup.Backup;
import ronda.store.login.Tokens;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.schema.Schema;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlOutbox;

/** A desk that comes out of a backup writes to nobody by itself, and lets nobody in unasked. */
class RestoredDeskTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  @TempDir Path folder;

  @Test
  void a_letter_that_waited_when_the_backup_was_made_leaves_again_only_by_a_persons_word() {
    DataSource first = DATABASE.bare();
    Schema.migrate(first);
    Path file = folder.resolve("ronda.backup");
    try (PostOffice post = new PostOffice()) {
      String waiting;
      UUID office;
      Officer officer;
      try (OpenPostDesk desk = new OpenPostDesk(first, post.settings())) {
        Browser browser = desk.browser(desk.officer);
        desk.letterhead(browser, "byItself", "on", "mostADay", "10");
        String ministry = desk.ministry(browser);
        waiting = written(desk, browser, ministry);
        browser.post(waiting + "/send");
        String unanswered = written(desk, browser, ministry);
        browser.post(unanswered + "/handed", "note", "diserahkan di loket");
        desk.bean(Tokens.class)
            .make(desk.office.id(), "pengumpul-contoh", Role.REVIEWER, desk.now.get());
        office = desk.office.id();
        officer = desk.officer;
        Backup.write(first, file);
        desk.bean(Dispatch.class).round();
        assertThat(post.atTheMinistry()).as("it left after the backup").hasSize(1);
      }

      DataSource fresh = DATABASE.bare();
      Backup.Restored restored = Backup.restore(fresh, file);
      assertThat(restored.stilled().letters()).isEqualTo(1);
      assertThat(restored.stilled().offices()).isEqualTo(1);
      assertThat(restored.stilled().sessions()).isPositive();
      assertThat(restored.stilled().tokens()).containsExactly("pengumpul-contoh");

      try (OpenPostDesk desk = new OpenPostDesk(fresh, post.settings())) {
        desk.pass(Duration.ofDays(40));
        desk.bean(Dispatch.class).round();
        assertThat(desk.bean(Chasing.class).round()).isZero();
        assertThat(post.atTheMinistry()).as("and not once more").hasSize(1);
        assertThat(state(desk, office, waiting)).containsExactly(Sending.State.DOUBTFUL);
        long stillIn =
            desk.bean(InOffice.class)
                .everywhere(
                    jdbc ->
                        jdbc.sql(
                                """
                                SELECT count(*) FROM sessions
                                """)
                            .query(Long.class)
                            .single());
        assertThat(stillIn).isZero();

        Browser browser = desk.browser(officer);
        assertThat(browser.open(waiting).body()).contains("dipulihkan dari cadangan");
      }
    }
  }

  private static String written(OpenPostDesk desk, Browser browser, String ministry) {
    String number = desk.confirmed(desk.advert());
    return OpenPostDesk.written(
        browser.post("/cases/" + number + "/refer", OpenPostDesk.form(ministry)));
  }

  private static List<Sending.State> state(OpenPostDesk desk, UUID office, String path) {
    UUID id = UUID.fromString(path.substring("/referrals/".length()));
    return desk.bean(Desks.class)
        .look(
            office,
            jdbc -> new SqlOutbox(jdbc).ofReferral(id).stream().map(Sending::state).toList());
  }
}
