package ronda.identify.lexicon;

/**
 * A term that stands in a text, before anybody asked what stands beside it.
 *
 * @param term its number in the lexicon
 * @param from where it begins in the plain bytes
 * @param to where it ends in the plain bytes, exclusive
 * @param sure false where the spelling alone is no proof
 */
record Sighting(int term, int from, int to, boolean sure) {
  boolean overlaps(Sighting other) {
    return from < other.to && other.from < to;
  }
}
