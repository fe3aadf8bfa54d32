package ronda.identify.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects what the strong reading finds, up to a limit, each word once. Chat spelling has a limit
 * of its own: a post full of it would hide whatever stands behind.
 */
final class Readings {
  private final int most;
  private final List<Recovered> found = new ArrayList<>(0); // takes no room while it is empty
  private int chat;

  Readings(int most) {
    this.most = most;
  }

  /** Whether there is room for chat spelling alone. */
  boolean isFull() {
    return found.size() - chat >= most;
  }

  /** Adds what a word of chat spelling means, which nothing else can have added. */
  void addChat(String plain, int from, int to) {
    if (chat < most) {
      chat++;
      found.add(new Recovered(plain, from, to, Spelling.CHAT));
    }
  }

  /** Adds one word. */
  void add(String plain, int from, int to, int spelling) {
    if (!isFull()) {
      var word = new Recovered(plain, from, to, spelling);
      if (!found.contains(word)) {
        found.add(word);
      }
    }
  }

  /**
   * Adds what can be read in {@code letters}: each way to take its digits and signs for letters,
   * and each of these with its drawn-out letters drawn in. The letters as they stand are added only
   * if {@code spelling} says that joining them was a reading of its own.
   */
  void addAllOf(String letters, int from, int to, int spelling) {
    boolean joined = (spelling & Spelling.SPACED) != 0;
    if (joined) {
      add(letters, from, to, spelling);
    }
    addDrawnIn(letters, from, to, spelling);
    for (String swapped : SwappedLetters.readings(letters)) {
      add(swapped, from, to, spelling | Spelling.LEET);
      addDrawnIn(swapped, from, to, spelling | Spelling.LEET);
    }
  }

  /** Adds what the words {@code from} up to {@code to} say when nothing stands between them. */
  void addJoined(PlainText text, int from, int to) {
    var letters = new StringBuilder();
    int spelling = Spelling.SPACED;
    for (int i = from; i < to; i++) {
      letters.append(ascii(text.bytes(), text.wordStart(i), text.wordEnd(i)));
      spelling |= text.wordSpelling(i) & Spelling.DISGUISES;
    }
    addAllOf(letters.toString(), text.wordStart(from), text.wordEnd(to - 1), spelling);
  }

  private void addDrawnIn(String letters, int from, int to, int spelling) {
    for (String shorter : DrawnOutLetters.readings(letters)) {
      add(shorter, from, to, spelling | Spelling.REPEATED);
    }
  }

  /** In the order of the text. */
  List<Recovered> inOrder() {
    if (found.isEmpty()) {
      return List.of();
    }
    if (!isInOrder()) {
      found.sort(Comparator.comparingInt(Recovered::from));
    }
    return List.copyOf(found);
  }

  private boolean isInOrder() {
    for (int i = 1; i < found.size(); i++) {
      if (found.get(i).from() < found.get(i - 1).from()) {
        return false;
      }
    }
    return true;
  }

  /** ASCII bytes as a string. */
  static String ascii(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, ISO_8859_1);
  }
}
