package ronda.tool.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import ronda.identify.entity.Entities;
import ronda.identify.lexicon.Lexicon;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.TermFound;
import ronda.identify.text.Fold;
import ronda.identify.text.PlainText;

/** What a model is shown of a text: in training just as when it judges. */
record Seen(PlainText text, List<TermFound> terms, List<EntityFound> entities) {

  /** Looks at texts. Immutable and safe to share. */
  static final class Eyes {
    private final Entities entities = new Entities();
    private final Lexicon lexicon;

    /** Knows the words of the lexicons below {@code root}. */
    Eyes(Path root) throws IOException {
      this.lexicon = Lexicon.read(root.resolve("lexicons"));
    }

    Seen look(String text) {
      PlainText plain = Fold.plain(text);
      return new Seen(plain, lexicon.in(plain), entities.in(plain));
    }
  }
}
