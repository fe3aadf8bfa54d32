package ronda.identify.lexicon;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ronda.identify.signal.TermFound;
import ronda.identify.text.PlainText;
import ronda.identify.text.Recovered;

/**
 * Listed words worth a second look (kamus), found in one pass. Immutable and safe to share.
 *
 * <p>The light reading of a text decides. What only the strong reading shows is marked as needing
 * confirmation, unless the spelling itself confirms it: a whole word of five letters or more, or a
 * listed name with digits, that somebody took the trouble to disguise.
 */
public final class Lexicon {
  /** How often the strong reading is tried where recovered words overlap. */
  private static final int MOST_READINGS = 4;

  private final List<Term> terms;
  private final PhraseFinder finder;
  private final Judge judge;
  private final ListedWords words;

  private Lexicon(List<Term> terms) {
    this.terms = List.copyOf(terms);
    this.judge = new Judge(this.terms);
    this.finder = new PhraseFinder(judge.phrases());
    this.words = new ListedWords(judge.phrases());
  }

  /** A lexicon of these terms. */
  public static Lexicon of(List<Term> terms) {
    return new Lexicon(terms);
  }

  /**
   * The lexicon of all {@code *.tsv} files in a folder, those of its sub-folders not included.
   *
   * @throws BrokenLexicon with every complaint, where any file is refused; also where there is none
   * @throws IOException where the folder or a file cannot be read
   */
  public static Lexicon read(Path folder) throws IOException {
    List<Term> terms = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    List<Path> files = files(folder);
    if (files.isEmpty()) {
      complaints.add(folder + ": holds no lexicon (no file ends in .tsv)");
    }
    for (Path file : files) {
      try {
        terms.addAll(TermFile.read(file));
      } catch (BrokenLexicon broken) {
        complaints.addAll(broken.complaints());
      }
    }
    if (!complaints.isEmpty()) {
      throw new BrokenLexicon(complaints);
    }
    return new Lexicon(terms);
  }

  /** A folder's lexicon files, in the order of their names; none where there is no folder. */
  static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.tsv")) {
      found.forEach(files::add);
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  /** What is listed. */
  public List<Term> terms() {
    return terms;
  }

  /**
   * The text with the readings that are worth a thought because a term of this lexicon would come
   * of them. Whoever looks at a text after {@link #in} has to look at this one.
   */
  public PlainText nominating(PlainText text) {
    return text.nominating(words);
  }

  /**
   * Every listed term found in {@code folded}, in the order of the text. A term that lies within a
   * longer one of its category is not told: {@code bo} in {@code open bo}.
   */
  public List<TermFound> in(PlainText folded) {
    PlainText text = nominating(folded);
    @Nullable Hits hits = finder.find(Reading.light(text));
    @Nullable List<Sighting> sightings = hits == null ? null : judge.sightings(hits, text);
    List<Recovered> recovered = text.recovered();
    for (int i = 0; !recovered.isEmpty() && i < MOST_READINGS; i++) {
      List<Recovered> later = new ArrayList<>();
      StrongReading strong = StrongReading.of(text, recovered, later);
      @Nullable Hits more = finder.find(strong.reading());
      if (more != null) {
        sightings = judge.add(sightings, more, strong, text);
      }
      recovered = later;
    }
    return sightings == null ? List.of() : judge.verdict(sightings, text);
  }
}
