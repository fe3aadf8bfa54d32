package ronda.tool.report;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import ronda.identify.post.Span;

/**
 * A post's text for a person, with the places of its reasons marked. What a terminal would obey
 * rather than show (escape sequences, direction changes) is made visible: posts come from
 * strangers.
 *
 * @param inColour mark by colour; else by brackets
 */
record Marked(boolean inColour) {
  /** Unmarked stretches longer than this are cut in the middle. */
  private static final int LONGEST_GAP = 160;

  private static final String COLOUR = "\u001b[1;33m";
  private static final String PLAIN = "\u001b[0m";

  /** The text with {@code spans} marked; spans may overlap and touch. */
  String text(String text, List<Span> spans) {
    StringBuilder shown = new StringBuilder();
    int at = 0;
    for (Span place : joined(spans)) {
      gap(text, at, place.start(), shown);
      shown.append(inColour ? COLOUR : "[");
      visible(text, place.start(), place.end(), shown);
      shown.append(inColour ? PLAIN : "]");
      at = place.end();
    }
    gap(text, at, text.length(), shown);
    return shown.toString();
  }

  /** The same places without overlap, in the order of the text; those that touch become one. */
  private static List<Span> joined(List<Span> spans) {
    Deque<Span> places = new ArrayDeque<>();
    spans.stream()
        .filter(span -> span.length() > 0)
        .sorted(Comparator.comparingInt(Span::start))
        .forEach(
            span -> {
              Span last = places.peekLast();
              if (last != null && span.start() <= last.end()) {
                places.removeLast();
                places.add(new Span(last.start(), Math.max(last.end(), span.end())));
              } else {
                places.add(span);
              }
            });
    return List.copyOf(places);
  }

  private static void gap(String text, int from, int to, StringBuilder shown) {
    if (to - from <= LONGEST_GAP) {
      visible(text, from, to, shown);
      return;
    }
    visible(text, from, from + LONGEST_GAP / 2, shown);
    shown.append(" … ");
    visible(text, to - LONGEST_GAP / 2, to, shown);
  }

  /** A text of which nothing is marked and nothing is obeyed. */
  static String visible(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    visible(text, 0, text.length(), shown);
    return shown.toString();
  }

  private static void visible(String text, int from, int to, StringBuilder shown) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      switch (Character.getType(c)) {
        case Character.CONTROL -> shown.append(c == '\n' || c == '\t' ? ' ' : '␦');
        case Character.FORMAT -> shown.append(c == '\u200d' ? c : '␦');
        case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> shown.append(' ');
        default -> shown.append(c);
      }
    }
  }
}
