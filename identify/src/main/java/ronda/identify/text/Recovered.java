package ronda.identify.text;

/**
 * A word that only the strong reading sees (bacaan kuat): {@code gacor} in {@code g4c0r}, {@code
 * alexis17} in {@code A L E X I S 1 7}. It nominates and does not decide.
 *
 * @param plain the word, lower-case, in plain letters and digits
 * @param from where it begins in the plain bytes
 * @param to where it ends in the plain bytes, exclusive
 * @param spelling how it was disguised, as bits of {@link Spelling}
 */
public record Recovered(String plain, int from, int to, int spelling) {}
