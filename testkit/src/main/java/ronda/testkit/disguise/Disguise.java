package ronda.testkit.disguise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Disguises a word in one {@link Way}. The same word, way and seed always give the same disguise.
 *
 * <p>Words are ASCII letters and digits. A digit, and a letter that a way has no form for, stays as
 * it is, as in the posts that do this.
 */
public final class Disguise {
  /** First capital of each mathematical style whose alphabet has no gaps. */
  private static final int[] MATHEMATICAL_STYLES = {
    0x1D400, 0x1D468, 0x1D4D0, 0x1D56C, 0x1D5A0, 0x1D5D4, 0x1D608, 0x1D63C, 0x1D670
  };

  private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ";
  private static final String SUPERSCRIPTS = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖqʳˢᵗᵘᵛʷˣʸᶻ";

  /** As the generators in common use write them. */
  private static final List<String> GENERATED =
      List.of(
          "ąɓƈɖɛʄɠɧıʝƙƖɱŋơƥʠɾʂɬųѵῳҳყʑ",
          "ᗩᗷᑕᗪEᖴGᕼIᒍKᒪᗰᑎOᑭᑫᖇSTᑌᐯᗯ᙭Yᘔ",
          "ᎪᏴᏟᎠᎬFᎶᎻᏆᎫᏦᏞᎷNᏫᏢᏄᎡᏚᎢᏌᏙᏔXᎩᏃ",
          "₳฿₵ĐɆ₣₲ⱧIJ₭Ⱡ₥₦Ø₱QⱤ₴₮ɄV₩ӾɎⱫ",
          "ǟɮƈɖɛʄɢɦɨʝӄʟʍռօքզʀֆȶʊʋաӼʏʐ",
          "ꍏꌃꉓꀸꍟꎇꁅꃅꀤꀭꀘ꒒ꎭꈤꂦPꆰꋪꌗ꓄ꀎᐯꅏꊼꌩꁴ");

  private static final List<String> DIGITS =
      List.of("٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９", "⁰¹²³⁴⁵⁶⁷⁸⁹", "⓪①②③④⑤⑥⑦⑧⑨", "₀₁₂₃₄₅₆₇₈₉");
  private static final List<String> FRAMES = List.of("【】", "『』", "⟦⟧", "[]", "{}", "❲❳", "«»");
  private static final int[] MARKS = {
    0x332, 0x305, 0x336, 0x335, 0x337, 0x338, 0x353, 0x33D, 0x330, 0x324, 0x35C, 0x361
  };
  private static final int[] INVISIBLES = {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x200E, 0x2063};
  private static final List<String> SEPARATORS =
      List.of(" ", ".", "-", " . ", "_", "·", "  ", "\n");
  private static final List<String> EMOJI = List.of("🔥", "💰", "✨", "⭐", "🎰", "💎", "❤️");

  private static final Map<Character, String> LOOKALIKES =
      Map.ofEntries(
          Map.entry('a', "аα"),
          Map.entry('c', "сϲ"),
          Map.entry('e', "е"),
          Map.entry('h', "һ"),
          Map.entry('i', "іι"),
          Map.entry('j', "ј"),
          Map.entry('k', "κ"),
          Map.entry('o', "оο"),
          Map.entry('p', "рρ"),
          Map.entry('s', "ѕ"),
          Map.entry('t', "τ"),
          Map.entry('u', "υ"),
          Map.entry('v', "ν"),
          Map.entry('w', "ԝ"),
          Map.entry('x', "хχ"),
          Map.entry('y', "у"));

  private static final Map<Character, String> LEET =
      Map.of('a', "4@", 'e', "3", 'i', "1!", 'o', "0", 's', "5$", 't', "7", 'g', "9", 'b', "8");

  private Disguise() {}

  /**
   * The word, disguised. A word that has no letter for the way comes back as it is.
   *
   * @param word ASCII letters and digits; capitals are taken for small letters
   * @throws IllegalArgumentException if the word holds anything else
   */
  public static String of(String word, Way way, long seed) {
    String small = word.toLowerCase(Locale.ROOT);
    if (!small.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("a word has only ASCII letters and digits, was " + word);
    }
    var random = new SplittableRandom(seed * 31 + way.ordinal());
    return switch (way) {
      case MATHEMATICAL -> mathematical(small, random);
      case ENCLOSED -> enclosed(small, random);
      case SMALL_CAPITALS -> {
        String alphabet = random.nextBoolean() ? SMALL_CAPITALS : SUPERSCRIPTS;
        yield eachLetter(small, c -> letterOf(alphabet, c));
      }
      case MARKS -> marked(small, random);
      case INVISIBLES -> between(small, () -> Character.toString(oneOf(INVISIBLES, random)));
      case LOOKALIKES -> lookalikes(small, random);
      case SPACED -> spaced(small, random);
      case LEET -> leet(small, random);
      case REPEATED -> repeated(small, random);
      case GENERATED -> {
        String alphabet = GENERATED.get(random.nextInt(GENERATED.size()));
        yield eachLetter(small, c -> letterOf(alphabet, c));
      }
      case TWO_AT_ONCE -> setApart(mathematical(small, random), SEPARATORS, random);
      case FANCY_DIGITS -> fancyDigits(small, random);
      case DOUBLED -> eachLetter(small, c -> Character.toString(c).repeat(2));
      case FRAMED -> framed(small, random);
      case RANSOM -> ransom(small, random);
    };
  }

  private static String mathematical(String word, SplittableRandom random) {
    if (random.nextInt(8) == 0) {
      return eachLetter(word, c -> Character.toString(0xFF41 + c - 'a'));
    }
    boolean mixed = random.nextInt(3) == 0;
    int first = oneOf(MATHEMATICAL_STYLES, random);
    var text = new StringBuilder();
    for (char c : word.toCharArray()) {
      int style = mixed ? oneOf(MATHEMATICAL_STYLES, random) : first;
      if (c <= '9') {
        text.appendCodePoint(0x1D7CE + c - '0');
      } else {
        text.appendCodePoint(style + (random.nextBoolean() ? 0 : 26) + c - 'a');
      }
    }
    return text.toString();
  }

  private static String enclosed(String word, SplittableRandom random) {
    int[] firsts = {0x24B6, 0x24D0, 0x1F130, 0x1F150, 0x1F170, 0x1F1E6};
    int first = oneOf(firsts, random);
    return eachLetter(word, c -> Character.toString(first + c - 'a'));
  }

  private static String marked(String word, SplittableRandom random) {
    var text = new StringBuilder();
    for (char c : word.toCharArray()) {
      text.append(c);
      for (int marks = 1 + random.nextInt(3); marks > 0; marks--) {
        text.appendCodePoint(oneOf(MARKS, random));
      }
    }
    return text.toString();
  }

  private static String lookalikes(String word, SplittableRandom random) {
    List<Integer> able = placesOf(word, LOOKALIKES, 0, word.length());
    int keep = able.size() == word.length() ? random.nextInt(able.size()) : -1; // one stays Latin
    var text = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      boolean swap = able.contains(i) && i != keep && random.nextInt(3) > 0;
      text.append(swap ? oneOf(LOOKALIKES, word.charAt(i), random) : word.charAt(i));
    }
    return text.toString();
  }

  private static String spaced(String word, SplittableRandom random) {
    String cased = random.nextBoolean() ? word.toUpperCase(Locale.ROOT) : word;
    return setApart(cased, random.nextInt(3) == 0 ? EMOJI : SEPARATORS, random);
  }

  private static String setApart(String word, List<String> separators, SplittableRandom random) {
    String separator = separators.get(random.nextInt(separators.size()));
    return between(word, () -> separator);
  }

  private static String fancyDigits(String word, SplittableRandom random) {
    String digits = DIGITS.get(random.nextInt(DIGITS.size()));
    var text = new StringBuilder();
    word.chars().forEach(c -> text.append(c <= '9' ? digits.charAt(c - '0') : (char) c));
    return text.toString();
  }

  private static String framed(String word, SplittableRandom random) {
    String frame = FRAMES.get(random.nextInt(FRAMES.size()));
    return frame.charAt(0)
        + between(word, () -> frame.charAt(1) + frame.substring(0, 1))
        + frame.charAt(1);
  }

  private static String ransom(String word, SplittableRandom random) {
    return eachLetter(
        word,
        c ->
            switch (random.nextInt(4)) {
              case 0 -> Character.toString(oneOf(MATHEMATICAL_STYLES, random) + c - 'a');
              case 1 -> letterOf(SMALL_CAPITALS, c);
              case 2 -> Character.toString(0x1F130 + c - 'a');
              default -> letterOf(GENERATED.get(random.nextInt(GENERATED.size())), c);
            });
  }

  /** Letters are swapped only between letters: a word's first letter and its digits stay. */
  private static String leet(String word, SplittableRandom random) {
    var text = new StringBuilder(word);
    int last = word.length();
    while (last > 0 && word.charAt(last - 1) <= '9') {
      last--;
    }
    List<Integer> able = placesOf(word, LEET, 1, last - 1);
    for (int swaps = 1 + random.nextInt(2); swaps > 0 && !able.isEmpty(); swaps--) {
      int at = able.remove(random.nextInt(able.size()));
      able.removeIf(other -> Math.abs(other - at) == 1);
      text.setCharAt(at, oneOf(LEET, word.charAt(at), random));
    }
    return text.toString();
  }

  private static String repeated(String word, SplittableRandom random) {
    int letters = (int) word.chars().filter(c -> c > '9').count();
    int first = letters == 0 ? -1 : random.nextInt(letters);
    int second = letters == 0 ? -1 : random.nextInt(letters);
    int letter = 0;
    var text = new StringBuilder();
    for (char c : word.toCharArray()) {
      boolean drawnOut = c > '9' && (letter == first || letter == second);
      letter += c > '9' ? 1 : 0;
      text.append(String.valueOf(c).repeat(drawnOut ? 3 + random.nextInt(4) : 1));
    }
    return text.toString();
  }

  private static List<Integer> placesOf(
      String word, Map<Character, String> forms, int from, int to) {
    var places = new ArrayList<Integer>();
    for (int i = from; i < to; i++) {
      if (forms.containsKey(word.charAt(i))) {
        places.add(i);
      }
    }
    return places;
  }

  private static String eachLetter(String word, IntFunction<String> form) {
    var text = new StringBuilder();
    word.chars().forEach(c -> text.append(c <= '9' ? Character.toString(c) : form.apply(c)));
    return text.toString();
  }

  private static String between(String word, Supplier<String> separator) {
    var text = new StringBuilder();
    for (int at = 0; at < word.length(); ) {
      int c = word.codePointAt(at);
      text.append(at == 0 ? "" : separator.get()).appendCodePoint(c);
      at += Character.charCount(c);
    }
    return text.toString();
  }

  private static String letterOf(String alphabet, int letter) {
    return alphabet.substring(letter - 'a', letter - 'a' + 1);
  }

  private static int oneOf(int[] choices, SplittableRandom random) {
    return choices[random.nextInt(choices.length)];
  }

  private static char oneOf(Map<Character, String> forms, char letter, SplittableRandom random) {
    String choices = forms.getOrDefault(letter, String.valueOf(letter));
    return choices.charAt(random.nextInt(choices.length()));
  }
}
