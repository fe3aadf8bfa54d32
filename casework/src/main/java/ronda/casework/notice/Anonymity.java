package ronda.casework.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ronda.identify.entity.Entities;
import ronda.identify.post.Span;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;
import ronda.identify.text.Fold;

/**
 * Finds in a text what points at one person: numbers, accounts, and names that are announced as
 * such (anonimitas). A name without an announcement it cannot know; the page therefore also asks
 * whoever writes to look.
 */
public final class Anonymity {
  /** Numbers of so many digits and more belong to somebody, unless they are money or a date. */
  private static final int LONG_NUMBER = 7;

  /** How many words of a name are covered. */
  private static final int NAME_WORDS = 4;

  private static final Entities ENTITIES = new Entities();

  /**
   * What a name comes after. Words such as korban or ibu are not among them: in a title, where
   * every word is capitalised, they would make a name of whatever follows.
   */
  private static final Set<String> BEFORE_NAME =
      Set.of(
          "atas nama",
          "bernama",
          "a.n.",
          "a.n",
          "an.",
          "a/n",
          "sdr.",
          "sdri.",
          "sdr",
          "sdri",
          "bpk.",
          "bpk",
          "inisial",
          "tuan",
          "nyonya",
          "alias");

  /** Hosts on which an address is somebody's account. */
  private static final Set<String> ACCOUNT_HOSTS =
      Set.of(
          "facebook.com",
          "fb.com",
          "instagram.com",
          "tiktok.com",
          "x.com",
          "twitter.com",
          "threads.net",
          "threads.com",
          "youtube.com",
          "t.me",
          "telegram.me",
          "wa.me",
          "line.me",
          "discord.gg",
          "linkedin.com",
          "michat.sg");

  private Anonymity() {}

  /** What kind of thing points at a person. */
  public enum Kind {
    /** A number: phone, bank, wallet, identity. */
    NUMBER,
    /** A handle, an address of an account, a mail address. */
    ACCOUNT,
    /** A person's name. */
    NAME
  }

  /** Something that points at a person, and where it stands. */
  public record Trace(Kind kind, Span span) {}

  /** All that points at a person, in the order of the text; spans never overlap. */
  public static List<Trace> traces(String text) {
    List<Trace> all = new ArrayList<>();
    List<EntityFound> entities = ENTITIES.in(Fold.plain(text));
    for (EntityFound entity : entities) {
      kindOf(entity).ifPresent(kind -> all.add(new Trace(kind, entity.span())));
    }
    mails(text, all);
    numbers(text, entities, all);
    names(text, all);
    return apart(all);
  }

  private static Optional<Kind> kindOf(EntityFound entity) {
    return switch (entity.entityKind()) {
      case PHONE, WHATSAPP, BANK_ACCOUNT, E_WALLET, CRYPTO_ADDRESS, QRIS, NIK ->
          Optional.of(Kind.NUMBER);
      case TELEGRAM, MICHAT, CONTACT, HANDLE -> Optional.of(Kind.ACCOUNT);
      case URL, SHORT_URL, BLOCKED_DOMAIN ->
          isAccount(entity.value()) ? Optional.of(Kind.ACCOUNT) : Optional.empty();
      case PRICE -> Optional.empty();
    };
  }

  private static boolean isAccount(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return ACCOUNT_HOSTS.stream()
        .anyMatch(host -> lower.contains(host + "/") && !lower.endsWith(host + "/"));
  }

  private static void mails(String text, List<Trace> all) {
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int from = at;
      while (from > 0 && isOfMail(text.charAt(from - 1))) {
        from--;
      }
      int to = at + 1;
      while (to < text.length() && isOfMail(text.charAt(to))) {
        to++;
      }
      if (to > at + 1) {
        all.add(new Trace(Kind.ACCOUNT, new Span(from, to)));
      }
    }
  }

  private static boolean isOfMail(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == '+';
  }

  /** Digits with at most one separator between two of them. */
  private static void numbers(String text, List<EntityFound> entities, List<Trace> all) {
    int i = 0;
    while (i < text.length()) {
      if (!Character.isDigit(text.charAt(i))) {
        i++;
        continue;
      }
      int from = i;
      int digits = 0;
      int end = i;
      while (i < text.length() && (Character.isDigit(text.charAt(i)) || joins(text, i))) {
        if (Character.isDigit(text.charAt(i))) {
          digits++;
          end = i + 1;
        }
        i++;
      }
      Span span = new Span(from, end);
      if (digits >= LONG_NUMBER && !isMoney(span, entities) && !isDate(span.of(text))) {
        all.add(new Trace(Kind.NUMBER, span));
      }
    }
  }

  private static boolean joins(String text, int at) {
    char c = text.charAt(at);
    return (c == ' ' || c == '-' || c == '.')
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at + 1));
  }

  private static boolean isMoney(Span span, List<EntityFound> entities) {
    return entities.stream()
        .filter(entity -> entity.entityKind() == EntityKind.PRICE)
        .anyMatch(
            entity -> entity.span().start() <= span.start() && span.end() <= entity.span().end());
  }

  /** {@code 22-11-2026}, {@code 2026-11-22}, {@code 22.11.2026}. */
  private static boolean isDate(String text) {
    String[] parts = text.split("[-. ]", -1);
    return parts.length == 3
        && (isOf(parts, 2, 2, 4) || isOf(parts, 1, 2, 4) || isOf(parts, 4, 2, 2))
        && (year(parts[0]) || year(parts[2]));
  }

  private static boolean isOf(String[] parts, int first, int second, int third) {
    return parts[0].length() == first && parts[1].length() == second && parts[2].length() == third;
  }

  private static boolean year(String part) {
    return part.length() == 4 && (part.startsWith("19") || part.startsWith("20"));
  }

  private static void names(String text, List<Trace> all) {
    List<Span> words = words(text);
    for (int i = 0; i < words.size(); i++) {
      String one = words.get(i).of(text).toLowerCase(Locale.ROOT);
      String two = i + 1 < words.size() ? one + " " + lower(text, words.get(i + 1)) : one;
      int first = BEFORE_NAME.contains(two) ? i + 2 : BEFORE_NAME.contains(one) ? i + 1 : -1;
      if (first > 0) {
        name(text, words, first).ifPresent(span -> all.add(new Trace(Kind.NAME, span)));
      }
    }
  }

  private static String lower(String text, Span span) {
    return span.of(text).toLowerCase(Locale.ROOT);
  }

  /** The capitalised words from here on. */
  private static Optional<Span> name(String text, List<Span> words, int first) {
    int next = first;
    while (next < words.size()
        && next - first < NAME_WORDS
        && isCapitalised(text, words.get(next))
        && (next == first || onlySpace(text, words.get(next - 1).end(), words.get(next).start()))) {
      next++;
    }
    return next == first
        ? Optional.empty()
        : Optional.of(new Span(words.get(first).start(), words.get(next - 1).end()));
  }

  private static boolean isCapitalised(String text, Span word) {
    return Character.isUpperCase(text.charAt(word.start()));
  }

  private static boolean onlySpace(String text, int from, int to) {
    return text.substring(from, to).isBlank() && text.indexOf('\n', from) != from;
  }

  /** What stands between blanks, without the punctuation around it but for a dot after letters. */
  private static List<Span> words(String text) {
    List<Span> words = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      if (!Character.isLetterOrDigit(text.charAt(i))) {
        i++;
        continue;
      }
      int from = i;
      while (i < text.length() && isOfWord(text, i)) {
        i++;
      }
      words.add(new Span(from, i));
    }
    return words;
  }

  private static boolean isOfWord(String text, int at) {
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c) || c == '.' || c == '/' || c == '\'' || c == '’';
  }

  /** In order, and of those that overlap the first, made as long as both. */
  private static List<Trace> apart(List<Trace> all) {
    List<Trace> apart = new ArrayList<>();
    all.sort(
        Comparator.comparingInt((Trace trace) -> trace.span().start())
            .thenComparing(trace -> trace.span().length(), Comparator.reverseOrder()));
    for (Trace trace : all) {
      if (apart.isEmpty() || apart.getLast().span().end() <= trace.span().start()) {
        apart.add(trace);
      } else {
        Trace last = apart.removeLast();
        int end = Math.max(last.span().end(), trace.span().end());
        apart.add(new Trace(last.kind(), new Span(last.span().start(), end)));
      }
    }
    return List.copyOf(apart);
  }

  /** The text with each trace replaced by what it was, such as {@code [nomor]}. */
  public static String mask(String text) {
    StringBuilder masked = new StringBuilder();
    int from = 0;
    for (Trace trace : traces(text)) {
      masked.append(text, from, trace.span().start()).append(mask(trace.kind()));
      from = trace.span().end();
    }
    return masked.append(text, from, text.length()).toString();
  }

  private static String mask(Kind kind) {
    return switch (kind) {
      case NUMBER -> "[nomor]";
      case ACCOUNT -> "[akun]";
      case NAME -> "[nama]";
    };
  }
}
