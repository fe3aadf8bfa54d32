package ronda.casework.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ronda.casework.chain.Hash;
import ronda.identify.Examination;
import ronda.identify.decide.Finding;
import ronda.identify.post.Category;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.post.Span;
import ronda.identify.signal.Resemblance;
import ronda.identify.text.Fold;
import ronda.identify.text.PlainText;

/**
 * Whether a post's words put a child next to something sexual (petunjuk materi anak). Such a post
 * is not kept and shown to nobody: its hash goes to the police, and a job without a word of it
 * tells the office so. The list is small on purpose, and errs towards the police: a victim's plea
 * reaches somebody who may act, and nobody reads it here.
 */
public final class ChildHint {
  private static final Set<Category> SEXUAL =
      EnumSet.of(Category.PROSTITUTION, Category.PORNOGRAPHY, Category.SEXTORTION);

  private static final Set<String> SEXUAL_WORDS =
      Set.of(
          "bugil",
          "telanjang",
          "bokep",
          "vcs",
          "seks",
          "sex",
          "mesum",
          "colmek",
          "coli",
          "ngentot",
          "porno",
          "lendir",
          "perkosa",
          "cabul");

  private static final Set<String> CHILD_WORDS =
      Set.of("bocil", "bocah", "balita", "underage", "lolicon", "pedofil", "pedo", "childporn");

  /** A child by two words in a row. */
  private static final Set<String> CHILD_PAIRS =
      Set.of(
          "anak kecil",
          "anak sd",
          "anak smp",
          "siswi sd",
          "siswi smp",
          "siswa sd",
          "siswa smp",
          "cewek smp",
          "cewe smp",
          "gadis smp",
          "gadis kecil",
          "bawah umur",
          "dibawah umur",
          "anak tk",
          "bawah usia");

  /** What stands before an age. */
  private static final Set<String> AGE_WORDS = Set.of("umur", "usia", "berumur", "berusia");

  /** What may be written at the end of its number, as in {@code 14thn}. */
  private static final Set<String> YEARS = Set.of("", "th", "thn", "tahun");

  /** Directly behind one of these, a number of years is an age: {@code cewek 14 tahun}. */
  private static final Set<String> PERSONS =
      Set.of(
          "cewek", "cewe", "cowok", "cowo", "gadis", "anak", "siswi", "siswa", "murid", "pelajar",
          "santri", "remaja", "perawan", "abg");

  /** Behind a number of years, these make it a sentence, a difference or a time that passed. */
  private static final Set<String> NO_AGE =
      Set.of(
          "penjara",
          "bui",
          "kurungan",
          "hukuman",
          "denda",
          "lebih",
          "lalu",
          "silam",
          "terakhir",
          "kemudian",
          "lamanya",
          "pengalaman",
          "pacaran",
          "menikah",
          "bersama");

  /** Before a person, these may make few years the time that two were together. */
  private static final Set<String> COMPANY =
      Set.of("sama", "ama", "dengan", "dgn", "bareng", "bersama");

  /** Before a person, these make it such a time for certain, or the age of somebody's child. */
  private static final Set<String> TIES =
      Set.of("pacaran", "pacari", "menikah", "nikah", "punya", "janda", "duda");

  /** Below this, years with somebody are taken for a time; from it on, for an age. */
  private static final int FEW_YEARS = 6;

  /** The same where the two are said to be a pair. */
  private static final int YEARS_OF_A_PAIR = 10;

  /** Before {@code coli} it is a germ. */
  private static final Set<String> GERM = Set.of("e", "bakteri", "escherichia");

  /** Near {@code lendir} it is what a child coughs up. */
  private static final Set<String> ILLNESS =
      Set.of(
          "batuk",
          "pilek",
          "dahak",
          "hidung",
          "ingus",
          "tenggorokan",
          "diare",
          "bab",
          "feses",
          "tinja");

  private static final int NEAR = 3;

  private static final int YOUNGEST = 2;
  private static final int COMING_OF_AGE = 18;

  /** A text is looked at as far as this, in words. */
  private static final int MOST_WORDS = 20_000;

  /** So much of a piece of a long text is looked at with the next one, too, in characters. */
  private static final int OVERLAP = 200;

  private ChildHint() {}

  /** Whether there is such a hint, in its words or in its words and its findings together. */
  public static boolean in(Examination examined) {
    List<String> words = words(examined.post().text());
    boolean found =
        examined.findings().stream().anyMatch(finding -> SEXUAL.contains(finding.category()));
    return (found || isSexual(words)) && namesAChild(words);
  }

  /** Whether there is such a hint in a text that no patrol has seen: a broken line, a page. */
  public static boolean in(String text) {
    List<String> words = words(text);
    return isSexual(words) && namesAChild(words);
  }

  /**
   * Whether there is such a hint in texts that belong together, such as all that a page carries:
   * one may name the child and another the rest. They are looked at to their end, however long.
   */
  public static boolean inAny(List<String> texts) {
    boolean sexual = false;
    boolean child = false;
    for (String text : texts) {
      for (int from = 0; from < text.length() && !(sexual && child); ) {
        int to = endOfPiece(text, from);
        List<String> words = words(text.substring(from, to));
        sexual |= isSexual(words);
        child |= namesAChild(words);
        from = to == text.length() ? to : to - OVERLAP;
      }
    }
    return sexual && child;
  }

  /** Behind a piece that has no more words than are looked at; where one can, between two words. */
  private static int endOfPiece(String text, int from) {
    int most = Math.min(text.length(), from + MOST_WORDS);
    int blank = most;
    while (most < text.length()
        && blank > most - OVERLAP
        && !Character.isWhitespace(text.charAt(blank))) {
      blank--;
    }
    return blank > most - OVERLAP ? blank : most;
  }

  private static boolean isSexual(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (SEXUAL_WORDS.contains(words.get(i)) && !isOfAnIllness(words, i)) {
        return true;
      }
    }
    return hasPair(words, Set.of("open bo", "buka bo"));
  }

  /** Two of those words doctors and parents use as well. */
  private static boolean isOfAnIllness(List<String> words, int i) {
    return switch (words.get(i)) {
      case "coli" -> i > 0 && GERM.contains(words.get(i - 1));
      case "lendir" ->
          words.subList(Math.max(0, i - NEAR), Math.min(words.size(), i + NEAR + 1)).stream()
              .anyMatch(ILLNESS::contains);
      default -> false;
    };
  }

  private static boolean namesAChild(List<String> words) {
    return words.stream().anyMatch(CHILD_WORDS::contains)
        || hasPair(words, CHILD_PAIRS)
        || saysAge(words);
  }

  private static List<String> words(String text) {
    PlainText plain = Fold.plain(text);
    String folded = new String(plain.bytes(), 0, plain.length(), StandardCharsets.UTF_8);
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= folded.length() && words.size() < MOST_WORDS; i++) {
      if (i == folded.length() || !Character.isLetterOrDigit(folded.charAt(i))) {
        if (i > from) {
          words.add(folded.substring(from, i));
        }
        from = i + 1;
      }
    }
    return words;
  }

  private static boolean hasPair(List<String> words, Set<String> pairs) {
    for (int i = 1; i < words.size(); i++) {
      if (pairs.contains(words.get(i - 1) + " " + words.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** {@code umur 14}, {@code berusia 9thn}: ten years of experience are no age. */
  private static boolean saysAge(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      if (isChildsAge(words.get(i))
          && (AGE_WORDS.contains(words.get(i - 1)) || isAgeOfAPerson(words, i))) {
        return true;
      }
    }
    return false;
  }

  /** {@code cewek 14 tahun}, {@code siswi 15thn}: here the number has to be said to be of years. */
  private static boolean isAgeOfAPerson(List<String> words, int i) {
    String number = words.get(i);
    boolean inOneWord = digits(number) < number.length();
    int behind = inOneWord ? i + 1 : i + 2;
    boolean isOfYears = inOneWord || i + 1 < words.size() && isYears(words.get(i + 1));
    return isOfYears
        && PERSONS.contains(words.get(i - 1))
        && !(behind < words.size() && NO_AGE.contains(words.get(behind)))
        && age(number) >= yearsOfTies(words, i - 1);
  }

  /** How many years are too few for an age, by the words before the person at {@code i}. */
  private static int yearsOfTies(List<String> words, int i) {
    boolean inCompany = i > 0 && COMPANY.contains(words.get(i - 1));
    int tie = inCompany ? i - 2 : i - 1;
    if (tie >= 0 && TIES.contains(words.get(tie))) {
      return YEARS_OF_A_PAIR;
    }
    return inCompany ? FEW_YEARS : 0;
  }

  private static boolean isYears(String word) {
    return !word.isEmpty() && YEARS.contains(word);
  }

  private static boolean isChildsAge(String word) {
    int digits = digits(word);
    if (digits == 0 || digits > 2 || !YEARS.contains(word.substring(digits))) {
      return false;
    }
    int age = age(word);
    return age >= YOUNGEST && age < COMING_OF_AGE;
  }

  private static int age(String word) {
    return Integer.parseInt(word.substring(0, digits(word)));
  }

  /** With how many digits a word begins. */
  private static int digits(String word) {
    int digits = 0;
    while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
      digits++;
    }
    return digits;
  }

  /** What is kept instead of the text: its hash, by which it is known again. */
  public static String instead(String text) {
    return "sha256:" + Hash.of(text).hex();
  }

  /**
   * The post without a word of it: no text, author, address, link, picture or number; its hash
   * instead, and where it belongs.
   */
  public static FoundPost withoutWords(FoundPost found) {
    Post post = found.post();
    Origin origin = post.origin();
    String hash = instead(post.text());
    Origin where = new Origin("", "", "", origin.postedAt(), origin.region(), List.of(), List.of());
    List<Finding> findings =
        found.findings().stream().map(finding -> withoutWords(finding, hash)).toList();
    return new FoundPost(
        found.id(), new Post(hash, hash, where), findings, List.of(), found.receivedAt());
  }

  /** A finding keeps its category and loses its reasons, which quote. */
  private static Finding withoutWords(Finding finding, String hash) {
    var reason = new Resemblance("child-hint", finding.category(), new Span(0, hash.length()), 1);
    return new Finding(
        finding.category(),
        finding.stance(),
        finding.score(),
        List.of(reason),
        finding.policy(),
        finding.severity(),
        finding.legalBasis(),
        finding.shadow());
  }
}
