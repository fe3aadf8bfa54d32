package ronda.identify;

import java.util.List;
import java.util.OptionalDouble;
import ronda.identify.decide.Facts;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.Signal;

/**
 * A stretch of a post, read by itself; its signals have their places in the whole post.
 *
 * @param offset where in the post the stretch begins, in UTF-16 units
 */
record Stretch(Walk walk, int offset) implements Facts {
  @Override
  public OptionalDouble score(Category category) {
    return walk.score(category);
  }

  @Override
  public Stance stance(Category category) {
    return walk.stance(category);
  }

  @Override
  public List<Signal> signals() {
    return moved(walk.signals());
  }

  @Override
  public boolean named(Category category) {
    return walk.named(category);
  }

  @Override
  public List<EntityFound> entities() {
    return walk.entities().stream().map(entity -> entity.movedBy(offset)).toList();
  }

  @Override
  public int disguisedLetters() {
    return walk.disguisedLetters();
  }

  @Override
  public int words() {
    return walk.words();
  }

  @Override
  public List<Signal> furtherReasons(Category category) {
    return moved(walk.furtherReasons(category));
  }

  @Override
  public List<Facts> stretches(Category category, int reach) {
    return List.of();
  }

  private List<Signal> moved(List<Signal> signals) {
    return signals.stream().map(signal -> signal.movedBy(offset)).toList();
  }
}
