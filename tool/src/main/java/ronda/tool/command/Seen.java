package ronda.tool.command;

import java.nio.file.Path;
import java.util.List;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.TermFound;
import ronda.identify.text.Fold;
import ronda.identify.text.PlainText;
import ronda.policies.outfit.Outfit;

/** What a model is shown of a text: in training just as when it judges. */
record Seen(PlainText text, List<TermFound> terms, List<EntityFound> entities) {

  /** Looks at texts. Immutable and safe to share. */
  static final class Eyes {
    private final Outfit outfit;

    /** Knows the words and domains of the lexicons below {@code root}. */
    Eyes(Path root) {
      this.outfit = Outfit.withoutModels(root);
    }

    Seen look(String text) {
      PlainText plain = outfit.lexicon().nominating(Fold.plain(text));
      return new Seen(plain, outfit.lexicon().in(plain), outfit.entities().in(plain));
    }
  }
}
