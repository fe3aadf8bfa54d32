package ronda.identify.decide;

import java.util.List;
import java.util.OptionalDouble;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.Signal;

/** All that is known of a post when policies look at it. */
public interface Facts {
  /** How sure the models are, 0 to 1; empty where no model knows the category. */
  OptionalDouble score(Category category);

  /** How the post stands to the category. */
  Stance stance(Category category);

  /** Every signal found, terms and patterns and entities. */
  List<Signal> signals();

  /** Whether a listed word speaks for the category, with or without company. */
  boolean named(Category category);

  /**
   * The words around each listed word that speaks for the category without needing confirmation,
   * each stretch (petikan) read as if nothing else had been written; places are those of the whole
   * text. An advertisement that hides in a longer text shows itself in them. Empty where a stretch
   * would be nearly all of the text, and where a listed word says that the text only mentions the
   * category: whoever warns or reports quotes those who sell.
   *
   * @param reach how many words of each side belong to a stretch; above 0
   */
  List<? extends Facts> stretches(Category category, int reach);

  /** Every entity found. */
  List<EntityFound> entities();

  /** How many letters were written in disguise. */
  int disguisedLetters();

  /** How many words the text has. */
  int words();

  /**
   * What speaks for or against the category beyond {@link #signals()}: the words that the model
   * found loudest, and the disguised writing. It costs more than all the rest together, so it is
   * asked only when a finding is about to be made.
   */
  List<Signal> furtherReasons(Category category);
}
