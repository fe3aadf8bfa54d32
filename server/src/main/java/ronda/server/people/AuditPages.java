package ronda.server.people;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.ChainFile;
import ronda.casework.chain.Link;
import ronda.casework.chain.Verifier;
import ronda.casework.office.Permission;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Fields;
import ronda.server.page.LocalTimes;

/** The record of all acts of the office, to read and to take out. */
@Controller
class AuditPages {
  /** The act of having taken the log out, to its end. */
  static final String EXPORTED = "audit-exported";

  /** The act of beginning to: whoever hangs up halfway has read, and has not taken it out. */
  private static final String EXPORT_BEGUN = "audit-export-begun";

  private static final int LAST_YEAR = 9_998;

  private static final int PAGE = 100;

  private final AuditLog log;
  private final AuditWords words;
  private final Acts acts;
  private final LocalTimes times;
  private final InstantSource clock;

  AuditPages(AuditLog log, AuditWords words, Acts acts, LocalTimes times, InstantSource clock) {
    this.words = words;
    this.times = times;
    this.log = log;
    this.acts = acts;
    this.clock = clock;
  }

  @Allowed(Permission.READ_AUDIT)
  @GetMapping("/audit")
  String list(
      Caller.Person person,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String actor,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "0") long below,
      @RequestParam(defaultValue = "0") long above,
      Model model) {
    var filter =
        new AuditLog.Filter(
            Fields.line(act),
            Fields.line(actor),
            "",
            dayBegins(from, 0, AuditLog.Filter.ALL.from()),
            dayBegins(until, 1, AuditLog.Filter.ALL.until()));
    List<Link> page =
        log.page(person.office(), filter, below > 0 ? below : Long.MAX_VALUE, PAGE + 1);
    // The newest stands first: what is above a number is the beginning of the page.
    List<Link> asked = page.stream().filter(link -> link.number() > above).toList();
    List<Link> shown = asked.subList(0, Math.min(PAGE, asked.size()));
    model.addAttribute("rows", words.rows(shown, person));
    model.addAttribute("older", asked.size() > PAGE ? asked.get(PAGE - 1).number() : 0);
    model.addAttribute("above", Math.max(above, 0));
    model.addAttribute("act", filter.act());
    model.addAttribute("actor", filter.actor());
    if (isNoDay(from) || isNoDay(until)) {
      model.addAttribute("problem", "audit.no-day");
    }
    model.addAttribute("from", from);
    model.addAttribute("until", until);
    model.addAttribute("filtered", above > 0 || !(act + actor + from + until).isBlank());
    return "people/audit";
  }

  private boolean isNoDay(String day) {
    return !day.isBlank() && dayBegins(day, 1, Instant.MIN).equals(Instant.MIN);
  }

  /** Midnight of a day, so many days later; {@code otherwise} where no day was given. */
  private Instant dayBegins(String day, int plusDays, Instant otherwise) {
    try {
      LocalDate asked = LocalDate.parse(day);
      // No table knows a day of any other year.
      return asked.getYear() < 1 || asked.getYear() > LAST_YEAR
          ? otherwise
          : times.begins(asked.plusDays(plusDays));
    } catch (DateTimeException none) {
      return otherwise;
    }
  }

  /** The whole chain as a file that {@code ./ronda verify} checks without this server. */
  @Allowed(Permission.READ_AUDIT)
  @GetMapping("/audit/export")
  void export(Caller caller, HttpServletResponse response) throws IOException {
    acts.write(caller, EXPORT_BEGUN, "audit-log", Map.of());
    response.setContentType("application/x-ndjson;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"audit-"
            + clock.instant().toString().substring(0, 10)
            + ".ndjson\"");
    var out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    var verifier = new Verifier();
    try {
      log.walk(
          caller.office(),
          link -> {
            verifier.next(link);
            write(ChainFile.line(link), out);
          });
      write(ChainFile.end(verifier.read(), verifier.head()), out);
      out.flush();
      response.flushBuffer();
    } catch (UncheckedIOException gone) {
      throw gone.getCause(); // As whoever hangs up on any other page: nothing of ours broke.
    }
    acts.write(caller, EXPORTED, "audit-log", Map.of("entries", verifier.read()));
  }

  private static void write(String line, Writer out) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("whoever took the audit log out has hung up", e);
    }
  }
}
