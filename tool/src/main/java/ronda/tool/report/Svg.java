package ronda.tool.report;

import java.util.List;
import java.util.Locale;

/**
 * Draws small charts side by side, all over the unit square: what a line chart of shares needs, and
 * no more. Colours follow the reader's light or dark page.
 */
final class Svg {
  private static final int SIDE = 160;
  private static final int GAP = 56;
  private static final int ACROSS = 4;
  private static final int TOP = 28;

  private final StringBuilder body = new StringBuilder();
  private final String horizontal;
  private final String vertical;
  private int charts;

  /**
   * Nothing is drawn yet.
   *
   * @param horizontal what the horizontal axis shows
   * @param vertical what the vertical axis shows
   */
  Svg(String horizontal, String vertical) {
    this.horizontal = horizontal;
    this.vertical = vertical;
  }

  /** A point in the unit square, (0, 0) at the bottom left. */
  record Dot(double x, double y, double radius) {}

  /** Adds a chart with a line through the dots; those with a radius are drawn. */
  void chart(String title, List<Dot> dots, boolean diagonal) {
    int left = GAP / 2 + 10 + charts % ACROSS * (SIDE + GAP);
    int top = TOP + charts / ACROSS * (SIDE + GAP + TOP);
    charts++;
    body.append(text("<g transform='translate(%d %d)'>%n", left, top));
    body.append(text("<rect class='frame' width='%d' height='%d'/>%n", SIDE, SIDE));
    for (int quarter = 1; quarter < 4; quarter++) {
      int at = SIDE * quarter / 4;
      body.append(text("<path class='grid' d='M0 %d H%d M%d 0 V%d'/>%n", at, SIDE, at, SIDE));
    }
    if (diagonal) {
      body.append(text("<path class='ideal' d='M0 %d L%d 0'/>%n", SIDE, SIDE));
    }
    body.append(text("<text x='0' y='-8' class='title'>%s</text>%n", escaped(title)));
    axes();
    line(dots);
    body.append("</g>\n");
  }

  private void axes() {
    body.append(text("<text x='-4' y='%d' class='end'>0</text>%n", SIDE + 4));
    body.append(text("<text x='-4' y='8' class='end'>1</text>%n"));
    body.append(text("<text x='%d' y='%d' class='end'>1</text>%n", SIDE, SIDE + 14));
    body.append(
        text(
            "<text x='%d' y='%d' class='mid'>%s</text>%n",
            SIDE / 2, SIDE + 14, escaped(horizontal)));
    body.append(
        text(
            "<text transform='translate(-10 %d) rotate(-90)' class='mid'>%s</text>%n",
            SIDE / 2, escaped(vertical)));
  }

  private void line(List<Dot> dots) {
    if (dots.isEmpty()) {
      return;
    }
    body.append("<path class='line' d='");
    char move = 'M';
    for (Dot dot : dots) {
      body.append(text("%c%.1f %.1f", move, dot.x() * SIDE, (1 - dot.y()) * SIDE));
      move = 'L';
    }
    body.append("'/>\n");
    for (Dot dot : dots) {
      if (dot.radius() > 0) {
        body.append(
            text(
                "<circle class='dot' cx='%.1f' cy='%.1f' r='%.1f'/>%n",
                dot.x() * SIDE, (1 - dot.y()) * SIDE, dot.radius()));
      }
    }
  }

  /** The whole drawing. */
  String drawing(String description) {
    int across = Math.clamp(charts, 1, ACROSS);
    int down = Math.max(1, (charts + ACROSS - 1) / ACROSS);
    return text(
            """
            <svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' role='img'>
            <title>%s</title>
            <style>
            text { font: 11px system-ui, sans-serif; fill: #57606a }
            .title { font-weight: 600; fill: #24292f } .end { text-anchor: end }
            .mid { text-anchor: middle } .frame, .grid { fill: none; stroke: #d0d7de }
            .grid { stroke-width: .5 } .ideal { stroke: #8c959f; stroke-dasharray: 4 3; fill: none }
            .line { fill: none; stroke: #0969da; stroke-width: 1.8 } .dot { fill: #0969da }
            @media (prefers-color-scheme: dark) {
              text { fill: #9198a1 } .title { fill: #e6edf3 } .frame, .grid { stroke: #3d444d }
              .line { stroke: #58a6ff } .dot { fill: #58a6ff }
            }
            </style>
            """,
            across * (SIDE + GAP) + 10, down * (SIDE + GAP + TOP), escaped(description))
        + body
        + "</svg>\n";
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
