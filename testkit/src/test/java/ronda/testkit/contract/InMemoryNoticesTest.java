package ronda.testkit.contract;

import java.util.function.Function;
import ronda.casework.notice.InMemoryNotices;
import ronda.casework.notice.Notices;
import ronda.casework.office.Office;

class InMemoryNoticesTest extends NoticesContract {
  private final InMemoryNotices.Board board = new InMemoryNotices.Board();

  @Override
  protected <T> T as(Office office, Function<Notices, T> work) {
    return work.apply(new InMemoryNotices(board, office));
  }
}
