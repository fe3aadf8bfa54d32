package ronda.letters.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ronda.casework.chain.Hash;
import ronda.casework.referral.IncomingMail;
import ronda.casework.referral.Reply;

/**
 * Reads a mail that anybody may have written: bounded in depth, parts and length, with whatever is
 * broken left out. Attachments are named and never opened (surel tak tepercaya).
 */
final class HostileMail {
  private static final int DEEPEST = 10;
  private static final int MOST_PARTS = 100;
  private static final int MOST_REFERENCES = 50;
  private static final int LONGEST_HEADER = 20_000;
  private static final int LONGEST_LINE = 500;

  /**
   * Each line that begins with two dashes may be where a part begins, and the library makes an
   * object of each before anybody can count them: millions fit into one mail.
   */
  private static final int MOST_DASHED_LINES = 5_000;

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private final List<String> attachments = new ArrayList<>();
  private int parts;

  private HostileMail() {}

  /**
   * @param place where it lies, for one without a Message-ID
   */
  static IncomingMail read(byte[] bytes, String place, Instant now) {
    try {
      MimeMessage message =
          new MimeMessage(
              Session.getInstance(new Properties()), new SharedByteArrayInputStream(bytes));
      if (dashedLines(bytes) > MOST_DASHED_LINES) {
        return head(message, place, now);
      }
      HostileMail mail = new HostileMail();
      mail.part(message, 0);
      return mail.of(message, place, now);
    } catch (MessagingException | RuntimeException broken) {
      return unreadable(place, now); // The library throws any of these.
    }
  }

  /** Only the head of a mail that is too long. */
  static IncomingMail head(MimeMessage message, String place, Instant now) {
    HostileMail mail = new HostileMail();
    mail.attachments.add("(surel terlalu besar untuk dibaca / mail too large to be read)");
    return mail.of(message, place, now);
  }

  /** A mail of which nothing can be read: it is listed all the same, and lies where it lay. */
  static IncomingMail unreadable(String place, Instant now) {
    return new IncomingMail(
        named(place),
        "",
        List.of(),
        now,
        "(surel tak terbaca / unreadable mail)",
        List.of(),
        "",
        List.of("(surel rusak, ada di kotak surat / broken mail, still in the mailbox)"),
        false);
  }

  private static String named(String place) {
    return "tanpa-id-" + Hash.of(place).hex().substring(0, 32);
  }

  private static int dashedLines(byte[] bytes) {
    int lines = 0;
    for (int i = 0; i + 2 < bytes.length; i++) {
      if ((bytes[i] == '\n' || bytes[i] == '\r') && bytes[i + 1] == '-' && bytes[i + 2] == '-') {
        lines++;
      }
    }
    return lines;
  }

  private IncomingMail of(MimeMessage message, String place, Instant now) {
    String id = bare(header(message, "Message-ID"));
    String words = text.isEmpty() ? withoutMarkup(html) : text.toString();
    return new IncomingMail(
        id.isEmpty() ? named(place) : id,
        line(from(message)),
        recipients(message),
        at(message, now),
        line(decoded(header(message, "Subject"))),
        references(message),
        kept(words),
        attachments,
        isAutomatic(message));
  }

  private static String header(MimeMessage message, String name) {
    try {
      String[] values = message.getHeader(name);
      String value = values == null || values.length == 0 ? "" : values[0];
      return value.substring(0, Math.min(value.length(), LONGEST_HEADER));
    } catch (MessagingException broken) {
      return "";
    }
  }

  private static String bare(String id) {
    int from = id.indexOf('<');
    int to = id.indexOf('>', from + 1);
    String inner = from >= 0 && to > from ? id.substring(from + 1, to) : id;
    return line(inner.strip());
  }

  private static String from(MimeMessage message) {
    List<String> all = addresses(header(message, "From"));
    return all.isEmpty() ? decoded(header(message, "From")) : all.getFirst();
  }

  private static List<String> recipients(MimeMessage message) {
    List<String> all = new ArrayList<>();
    for (String name : List.of("To", "Cc", "Delivered-To", "X-Original-To")) {
      all.addAll(addresses(header(message, name)));
    }
    return all.stream().map(one -> one.toLowerCase(Locale.ROOT)).distinct().limit(50).toList();
  }

  private static List<String> addresses(String header) {
    try {
      List<String> all = new ArrayList<>();
      for (InternetAddress address : InternetAddress.parseHeader(header, false)) {
        if (address.getAddress() != null) {
          all.add(line(address.getAddress()));
        }
      }
      return all;
    } catch (MessagingException | RuntimeException broken) {
      return List.of();
    }
  }

  /** Its own date, unless that lies in the future or far in the past: it is the sender's word. */
  private static Instant at(MimeMessage message, Instant now) {
    try {
      @Nullable Date sent = message.getSentDate();
      if (sent == null) {
        return now;
      }
      Instant said = sent.toInstant();
      boolean likely = !said.isAfter(now) && said.isAfter(now.minus(Duration.ofDays(30)));
      return likely ? said : now;
    } catch (MessagingException | RuntimeException broken) {
      return now;
    }
  }

  private static List<String> references(MimeMessage message) {
    Set<String> all = new LinkedHashSet<>(ids(header(message, "In-Reply-To")));
    all.addAll(ids(header(message, "References")).reversed());
    return all.stream().limit(MOST_REFERENCES).toList();
  }

  private static List<String> ids(String header) {
    List<String> all = new ArrayList<>();
    int from = header.indexOf('<');
    while (from >= 0 && all.size() < MOST_REFERENCES) {
      int to = header.indexOf('>', from);
      if (to < 0) {
        break;
      }
      all.add(line(header.substring(from + 1, to).strip()));
      from = header.indexOf('<', to);
    }
    return all;
  }

  /** A machine's answer is no answer of the recipient: absence notes, bounces. */
  private static boolean isAutomatic(MimeMessage message) {
    String submitted = header(message, "Auto-Submitted").strip().toLowerCase(Locale.ROOT);
    String type = header(message, "Content-Type").toLowerCase(Locale.ROOT);
    String from = header(message, "From").toLowerCase(Locale.ROOT);
    return !submitted.isEmpty() && !submitted.startsWith("no")
        || type.startsWith("multipart/report")
        || from.contains("mailer-daemon@")
        || !header(message, "X-Autoreply").isEmpty()
        || header(message, "Return-Path").strip().equals("<>")
        || header(message, "Precedence").strip().equalsIgnoreCase("auto_reply");
  }

  private void part(Part part, int depth) {
    parts++;
    if (depth > DEEPEST || parts > MOST_PARTS) {
      return;
    }
    try {
      if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart inside) {
        for (int i = 0; i < inside.getCount() && parts <= MOST_PARTS; i++) {
          BodyPart next = inside.getBodyPart(i);
          part(next, depth + 1);
        }
        return;
      }
      boolean attached =
          Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
      if (!attached && part.isMimeType("text/plain")) {
        append(part, text);
      } else if (!attached && part.isMimeType("text/html")) {
        append(part, html);
      } else {
        attachments.add(named(part));
      }
    } catch (MessagingException | IOException | RuntimeException broken) {
      attachments.add("(bagian rusak / broken part)"); // The library throws any of these.
    }
  }

  private static void append(Part part, StringBuilder all) throws MessagingException, IOException {
    byte[] bytes = part.getInputStream().readNBytes(Reply.LONGEST * 4);
    all.append(new String(bytes, charset(part.getContentType())));
    all.append('\n');
  }

  private static Charset charset(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("charset=");
    if (at < 0) {
      return StandardCharsets.UTF_8;
    }
    String rest = lower.substring(at + 8).replace("\"", "").strip();
    int end = rest.indexOf(';');
    try {
      return Charset.forName((end < 0 ? rest : rest.substring(0, end)).strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException odd) {
      return StandardCharsets.UTF_8;
    }
  }

  private static String named(Part part) throws MessagingException {
    @Nullable String name = part.getFileName();
    String said = name == null ? part.getContentType() : decoded(name);
    int size = part.getSize();
    return line(said) + (size > 0 ? " (" + (size + 1023) / 1024 + " KiB)" : "");
  }

  private static String decoded(String header) {
    try {
      return MimeUtility.decodeText(MimeUtility.unfold(header));
    } catch (UnsupportedEncodingException | RuntimeException odd) {
      return header;
    }
  }

  private static String line(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_LINE)
        .filter(HostileMail::hasPlace)
        .forEach(c -> line.appendCodePoint(c < ' ' ? ' ' : c));
    return line.toString().strip();
  }

  private static String kept(String text) {
    StringBuilder kept = new StringBuilder();
    text.replace("\r\n", "\n")
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || c >= ' ')
        .filter(HostileMail::hasPlace)
        .limit(Reply.LONGEST - 1)
        .forEach(kept::appendCodePoint);
    String all = kept.toString().strip();
    if (all.length() <= Reply.LONGEST) {
      return all;
    }
    int end = Reply.LONGEST - 1;
    return all.substring(0, Character.isHighSurrogate(all.charAt(end - 1)) ? end - 1 : end);
  }

  /** Half characters and marks of direction have none: they make an address read as another. */
  private static boolean hasPlace(int c) {
    int type = Character.getType(c);
    return type != Character.SURROGATE && type != Character.FORMAT && c != 0 && c != 127;
  }

  /** The words between the tags; scripts and styles left out. Never shown as markup anyway. */
  private static String withoutMarkup(CharSequence html) {
    StringBuilder words = new StringBuilder();
    String lower = html.toString().toLowerCase(Locale.ROOT);
    String text = html.toString();
    if (lower.length() != text.length()) {
      lower = text;
    }
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c != '<') {
        words.append(c);
        i++;
        continue;
      }
      int end = text.indexOf('>', i);
      for (String silent : List.of("script", "style")) {
        if (lower.startsWith("<" + silent, i)) {
          int close = lower.indexOf("</" + silent, i);
          end = close < 0 ? -1 : text.indexOf('>', close);
        }
      }
      if (end < 0) {
        break;
      }
      words.append(' ');
      i = end + 1;
    }
    return words
        .toString()
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
