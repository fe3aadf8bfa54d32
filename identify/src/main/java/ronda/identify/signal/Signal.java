package ronda.identify.signal;

import ronda.identify.post.Span;

/** One reason to look (petunjuk), with the place in the original text where it stood. */
public sealed interface Signal permits TermFound, PatternFound, Resemblance, EntityFound {
  /** The stable code of this kind of reason, such as {@code term}. */
  String kind();

  /** Where it stood in the original text. */
  Span span();

  /** How much it counts: above 0 for the category, below 0 against it. */
  double weight();

  /** The same, found in a text in front of which {@code units} more UTF-16 units stand. */
  Signal movedBy(int units);
}
