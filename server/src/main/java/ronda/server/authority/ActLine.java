package ronda.server.authority;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ronda.casework.authority.Act;
import ronda.casework.authority.ActRow;
import ronda.casework.authority.Answer;
import ronda.casework.authority.Recipient;

/**
 * What the table answers about one act, as a page tells it.
 *
 * @param answer {@code allowed}, {@code refer}, {@code forbidden} or {@code silent}
 * @param deciding the row that decided; empty where none speaks of the act
 * @param disputed whether rows say different things: then all of them are shown
 */
record ActLine(
    Act act,
    String answer,
    List<ActRow> rows,
    Optional<ActRow> deciding,
    List<Recipient> to,
    boolean disputed) {
  static ActLine of(Act act, Answer answer) {
    return new ActLine(
        act, code(answer), answer.rows(), answer.deciding(), to(answer), answer.isDisputed());
  }

  private static String code(Answer answer) {
    return switch (answer) {
      case Answer.Allowed allowed -> "allowed";
      case Answer.Refer refer -> "refer";
      case Answer.Forbidden forbidden -> "forbidden";
      case Answer.Silent silent -> "silent";
    };
  }

  private static List<Recipient> to(Answer answer) {
    return answer instanceof Answer.Refer refer
        ? refer.to().stream().sorted(Comparator.naturalOrder()).toList()
        : List.of();
  }
}
