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

  /** Every entity found. */
  List<EntityFound> entities();

  /** How many letters were written in disguise. */
  int disguisedLetters();

  /** How many words the text has. */
  int words();
}
