package ronda.identify.entity;

import java.util.List;
import ronda.identify.signal.EntityFound;
import ronda.identify.text.PlainText;

/** Finds what can be called, visited or paid in a text. Immutable and safe to share. */
public final class Entities {
  /** Without a list of blocked domains. */
  public Entities() {}

  /** Everything found in {@code text}, in the order of the text; spans never overlap. */
  public List<EntityFound> in(PlainText text) {
    throw new UnsupportedOperationException("sketch");
  }
}
