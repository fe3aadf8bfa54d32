package ronda.server.watch;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ronda.casework.notice.Anonymity;
import ronda.casework.notice.Notice;
import ronda.casework.office.Office;
import ronda.casework.office.Region;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A notice as a file, for an office with a Ronda of its own. It carries no signature: whoever
 * brings one in vouches for where it came from.
 */
final class NoticeFile {
  /** How large such a file may be, in bytes. */
  static final int MOST_BYTES = 64_000;

  private static final String FORMAT = "ronda-notice-1";

  private NoticeFile() {}

  /** That a file holds no notice that may come in; the message is the key of the reason. */
  static final class Unreadable extends Exception {
    Unreadable(String message) {
      super(message);
    }
  }

  static String write(Notice notice) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("format", FORMAT);
    file.put("id", notice.number().toString());
    file.put("sender", notice.sender().name());
    file.put("senderRegion", notice.sender().region().code());
    file.put("sentAt", notice.sentAt().toString());
    file.put("title", notice.text().title());
    file.put("modus", notice.text().modus());
    file.put("lookFor", notice.text().lookFor());
    file.put("advice", notice.text().advice());
    file.put("regions", notice.audience().stream().map(Region::code).toList());
    notice
        .withdrawal()
        .ifPresent(
            withdrawal -> {
              file.put("withdrawnAt", withdrawal.at().toString());
              file.put("withdrawnReason", withdrawal.reason());
            });
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
  }

  /**
   * The notice in a file, with a number of its own here.
   *
   * @param bringing the office that takes it in
   */
  static Notice read(byte[] bytes, UUID bringing, Instant now) throws Unreadable {
    if (bytes.length > MOST_BYTES) {
      throw new Unreadable("notice.file.TOO_LARGE");
    }
    try {
      JsonNode file = JsonMapper.shared().readTree(new String(bytes, StandardCharsets.UTF_8));
      if (!FORMAT.equals(text(file, "format"))) {
        throw new Unreadable("notice.file.FORMAT");
      }
      Notice notice = notice(file, bringing);
      if (notice.sentAt().isAfter(now)) {
        throw new Unreadable("notice.file.FUTURE");
      }
      if (isAboutSomebody(notice)) {
        throw new Unreadable("notice.file.PERSON");
      }
      return notice;
    } catch (JacksonException | DateTimeException | IllegalArgumentException broken) {
      throw new Unreadable("notice.file.FORMAT");
    }
  }

  private static Notice notice(JsonNode file, UUID bringing) throws Unreadable {
    String sender = text(file, "sender");
    if (sender.isBlank() || sender.length() > Office.LONGEST_NAME) {
      throw new Unreadable("notice.file.FORMAT");
    }
    List<Region> audience = new ArrayList<>();
    for (JsonNode region : file.path("regions")) {
      audience.add(new Region(region.asString("")));
    }
    String withdrawnAt = text(file, "withdrawnAt");
    return new Notice(
        UUID.randomUUID(),
        new Notice.Sender(
            bringing,
            sender,
            new Region(text(file, "senderRegion")),
            Optional.of(UUID.fromString(text(file, "id")))),
        Instant.parse(text(file, "sentAt")),
        new Notice.Text(
            text(file, "title"), text(file, "modus"), text(file, "lookFor"), text(file, "advice")),
        audience,
        withdrawnAt.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Notice.Withdrawal(Instant.parse(withdrawnAt), text(file, "withdrawnReason"))));
  }

  private static boolean isAboutSomebody(Notice notice) {
    return List.of(
            notice.sender().name(),
            notice.text().title(),
            notice.text().modus(),
            notice.text().lookFor(),
            notice.text().advice(),
            notice.withdrawal().map(Notice.Withdrawal::reason).orElse(""))
        .stream()
        .anyMatch(text -> !Anonymity.traces(text).isEmpty());
  }

  private static String text(JsonNode file, String name) {
    return Words.clean(file.path(name).asString(""));
  }
}
