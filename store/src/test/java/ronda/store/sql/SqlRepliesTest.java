package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.referral.Replies;
import ronda.casework.referral.Reply;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.RepliesContract;

class SqlRepliesTest extends RepliesContract {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private final TwoOffices offices = new TwoOffices(DATABASE.source());
  private final UUID referral = new WrittenReferral(offices).begun();

  @Override
  protected <T> T with(Function<Replies, T> work) {
    return offices.tables().write(offices.mine(), jdbc -> work.apply(new SqlReplies(jdbc)));
  }

  @Override
  protected UUID referral() {
    return referral;
  }

  @Test
  void another_office_sees_no_reply_and_may_keep_the_same_mail() {
    Reply mine =
        new Reply(
            UUID.randomUUID(),
            Optional.of(referral),
            "satu@contoh.invalid",
            "a@contoh.invalid",
            Instant.EPOCH,
            "Re",
            "isi",
            List.of(),
            false);
    Reply theirs =
        new Reply(
            UUID.randomUUID(),
            Optional.empty(),
            mine.key(),
            mine.from(),
            mine.at(),
            mine.subject(),
            mine.text(),
            List.of(),
            false);
    with(replies -> replies.add(mine));
    boolean apart =
        offices
            .tables()
            .write(
                offices.other(),
                jdbc -> {
                  var replies = new SqlReplies(jdbc);
                  return replies.byId(mine.id()).isEmpty()
                      && !replies.assign(mine.id(), referral)
                      && !replies.setAside(mine.id())
                      && replies.add(theirs);
                });
    assertThat(apart).isTrue();
  }
}
