package ronda.server.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import ronda.identify.decide.Finding;
import ronda.identify.post.Span;
import ronda.identify.signal.Signal;

/**
 * A text in pieces, so that a page can mark what the reasons point at. It stands as it was posted:
 * templates escape each piece.
 */
final class Marked {
  private Marked() {}

  /**
   * One piece of a text.
   *
   * @param marks the numbers, from 1, of the reasons that point at it; empty where none does
   */
  public record Piece(String text, List<Integer> marks) {
    public boolean isMarked() {
      return !marks.isEmpty();
    }

    /** The numbers as they stand beside the mark. */
    public String numbers() {
      return String.join(" ", marks.stream().map(String::valueOf).toList());
    }
  }

  /** All reasons of these findings, each once, in the order in which they are numbered. */
  static List<Signal> reasons(List<Finding> findings) {
    List<Signal> all = new ArrayList<>();
    for (Finding finding : findings) {
      for (Signal reason : finding.reasons()) {
        if (number(reason, all) == 0) {
          all.add(reason);
        }
      }
    }
    return all;
  }

  /**
   * The number of a reason, from 1; 0 if it is not among them. What two policies say of the same
   * words is one reason, whatever each makes of it.
   */
  static int number(Signal reason, List<Signal> all) {
    for (int i = 0; i < all.size(); i++) {
      Signal other = all.get(i);
      if (other.kind().equals(reason.kind()) && other.span().equals(reason.span())) {
        return i + 1;
      }
    }
    return 0;
  }

  /** The text in pieces: every reason begins and ends one. */
  static List<Piece> pieces(String text, List<Signal> reasons) {
    TreeSet<Integer> bounds = new TreeSet<>(List.of(0, text.length()));
    for (Signal reason : reasons) {
      bounds.add(Math.min(reason.span().start(), text.length()));
      bounds.add(Math.min(reason.span().end(), text.length()));
    }
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int to : bounds) {
      if (to > from) {
        pieces.add(new Piece(text.substring(from, to), marksAt(from, to, reasons)));
        from = to;
      }
    }
    return pieces;
  }

  private static List<Integer> marksAt(int from, int to, List<Signal> reasons) {
    List<Integer> marks = new ArrayList<>();
    for (int i = 0; i < reasons.size(); i++) {
      Span span = reasons.get(i).span();
      if (span.start() <= from && to <= span.end()) {
        marks.add(i + 1);
      }
    }
    return marks;
  }
}
