package ronda.paper.print;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A sheet as a tree of HTML elements, made node by node: no text is ever read as markup. */
final class Markup {
  /** How the address of a picture within a sheet begins. */
  static final String PNG = "data:image/png;base64,";

  private final Document document;
  private final Legible legible;

  private Markup(Document document, Legible legible) {
    this.document = document;
    this.legible = legible;
  }

  static Document of(Sheet sheet) {
    Markup markup = new Markup(empty(), new Legible(sheet.language()));
    Element html = markup.document.createElement("html");
    html.setAttribute("lang", sheet.language().toLanguageTag());
    markup.document.appendChild(html);
    html.appendChild(markup.head(sheet));
    Element body = markup.document.createElement("body");
    html.appendChild(body);
    for (Piece piece : sheet.pieces()) {
      markup.add(body, piece);
    }
    for (String note : markup.legible.notes()) {
      markup.add(body, Piece.group(Piece.Tag.P, "note", new Piece.Words(note)));
    }
    return markup.document;
  }

  /** What the notes at the foot of this sheet say. */
  static List<String> notes(Sheet sheet) {
    Legible legible = new Legible(sheet.language());
    sheet.pieces().forEach(piece -> read(piece, legible));
    return legible.notes();
  }

  private static void read(Piece piece, Legible legible) {
    switch (piece) {
      case Piece.Words words -> legible.of(words.text());
      case Piece.Group group -> group.inside().forEach(inside -> read(inside, legible));
      case Piece.Picture picture -> {}
    }
  }

  private Element head(Sheet sheet) {
    Element head = document.createElement("head");
    Element title = document.createElement("title");
    title.appendChild(document.createTextNode(Letters.printable(sheet.title())));
    head.appendChild(title);
    meta(head, "subject", sheet.title());
    meta(head, "description", sheet.title());
    meta(head, "author", sheet.author());
    Element style = document.createElement("style");
    String css = new String(Print.resource("paper.css"), StandardCharsets.UTF_8);
    style.appendChild(
        document.createTextNode(css.replace("string(running)", quoted(sheet.running()))));
    head.appendChild(style);
    return head;
  }

  private void meta(Element head, String name, String content) {
    Element meta = document.createElement("meta");
    meta.setAttribute("name", name);
    meta.setAttribute("content", Letters.printable(content));
    head.appendChild(meta);
  }

  /** A string of CSS: every letter beyond plain ones is written as its number. */
  private static String quoted(String text) {
    StringBuilder css = new StringBuilder("\"");
    Letters.printable(text)
        .codePoints()
        .limit(200)
        .forEach(
            letter -> {
              if (letter < 128 && Character.isLetterOrDigit(letter) || letter == ' ') {
                css.appendCodePoint(letter);
              } else {
                css.append('\\').append(String.format(Locale.ROOT, "%06x", letter));
              }
            });
    return css.append('"').toString();
  }

  private void add(Node parent, Piece piece) {
    switch (piece) {
      case Piece.Words words -> lines(parent, legible.of(words.text()));
      case Piece.Group group -> {
        Element element = document.createElement(group.tag().name().toLowerCase(Locale.ROOT));
        if (!group.style().isEmpty()) {
          element.setAttribute("class", group.style());
        }
        parent.appendChild(element);
        for (Piece inside : group.inside()) {
          add(element, inside);
        }
      }
      case Piece.Picture picture -> {
        Element image = document.createElement("img");
        image.setAttribute("src", PNG + Base64.getEncoder().encodeToString(picture.png()));
        image.setAttribute("alt", Letters.printable(picture.said()));
        image.setAttribute("style", "width: " + picture.width() + "mm");
        parent.appendChild(image);
      }
    }
  }

  private void lines(Node parent, String text) {
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      parent.appendChild(document.createTextNode(text.substring(from, end)));
      parent.appendChild(document.createElement("br"));
      from = end + 1;
    }
    parent.appendChild(document.createTextNode(text.substring(from)));
  }

  private static Document empty() {
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException("Java has no XML", impossible);
    }
  }
}
