package ronda.identify.lexicon;

import ronda.identify.text.PlainText;

/** A text as the finder reads it: bytes, and where its words begin and end. */
sealed interface Reading permits Reading.Light, StrongReading {
  /** The bytes; positions 0 to {@link #length()} count. */
  byte[] bytes();

  int length();

  int words();

  int wordStart(int i);

  int wordEnd(int i);

  /** The text as the light reading gives it. */
  record Light(PlainText text) implements Reading {
    @Override
    public byte[] bytes() {
      return text.bytes();
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public int words() {
      return text.words();
    }

    @Override
    public int wordStart(int i) {
      return text.wordStart(i);
    }

    @Override
    public int wordEnd(int i) {
      return text.wordEnd(i);
    }
  }
}
