package ronda.server.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import ronda.sources.files.Refusal;
import ronda.sources.files.Why;

/** Says in the reader's language why a line could not be read. */
@Component
final class RejectWords {
  private final MessageSource words;

  RejectWords(MessageSource words) {
    this.words = words;
  }

  /** A line that could not be read, as a page tells it. */
  record Told(long line, String error, String input) {}

  List<Told> tell(List<Refusal> refusals) {
    return refusals.stream().map(one -> new Told(one.line(), say(one.why()), one.input())).toList();
  }

  private String say(Why why) {
    Locale locale = LocaleContextHolder.getLocale();
    List<Object> about = new ArrayList<>(why.words());
    if (why.kind().namesValue()) {
      String value = "reject.value." + why.words().getLast();
      about.set(about.size() - 1, words.getMessage(value, null, locale));
    }
    about.addAll(why.numbers());
    return words.getMessage("reject." + why.kind().code(), about.toArray(), locale);
  }
}
