package ronda.server.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.office.Permission;
import ronda.casework.watch.WatchFlow;
import ronda.casework.watch.WatchStep;
import ronda.casework.watch.WatchedAccount;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.TakingOut;
import ronda.store.sql.SqlWatchImports;
import ronda.store.sql.SqlWatchedAccounts;
import tools.jackson.databind.json.JsonMapper;

/** Lists of accounts: brought in as a file, and taken out as one. */
@Controller
class ListPages {
  private static final int MOST_EXPORTED = 10_000;
  private static final int SHOWN = 100;
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final WatchTables tables;
  private final Acts acts;
  private final MessageSource words;
  private final ZoneId zone;

  ListPages(WatchTables tables, Acts acts, MessageSource words, ZoneId zone) {
    this.tables = tables;
    this.acts = acts;
    this.words = words;
    this.zone = zone;
  }

  @Allowed(Permission.KEEP_WATCHLIST)
  @GetMapping("/watchlist/import")
  String form() {
    return "watch/import";
  }

  @Allowed(Permission.KEEP_WATCHLIST)
  @PostMapping("/watchlist/import")
  String bring(Caller.Person person, @RequestParam MultipartFile file, RedirectAttributes next)
      throws IOException {
    if (file.isEmpty() || file.getSize() > AccountList.MOST_BYTES) {
      next.addFlashAttribute(
          "problem", file.isEmpty() ? "watch.list.NONE" : "watch.list.TOO_LARGE");
      return "redirect:/watchlist/import";
    }
    try {
      List<AccountList.Line> lines = AccountList.read(file.getBytes());
      String name = Words.clean(String.valueOf(file.getOriginalFilename()), 200);
      return "redirect:/watchlist/imports/" + keep(person, name, lines);
    } catch (AccountList.Unreadable unreadable) {
      next.addFlashAttribute("problem", unreadable.getMessage());
      return "redirect:/watchlist/import";
    }
  }

  private UUID keep(Caller.Person person, String name, List<AccountList.Line> lines) {
    UUID id = UUID.randomUUID();
    Instant now = tables.now();
    return tables.change(
        person.office(),
        (watch, jdbc) -> {
          List<SqlWatchImports.Reject> rejects = new ArrayList<>();
          int entered = 0;
          int known = 0;
          for (AccountList.Line line : lines) {
            AccountForm.Reading reading = read(person, line, now);
            switch (reading) {
              case AccountForm.Reading.Wrong wrong ->
                  rejects.add(
                      new SqlWatchImports.Reject(
                          line.number(), wrong.message(), Words.clean(line.input())));
              case AccountForm.Reading.Read read -> {
                WatchFlow.Answer answer =
                    watch.enter(
                        read.name(),
                        read.entered(),
                        read.seen(),
                        read.seen(),
                        person.signature(),
                        now);
                entered += answer instanceof WatchFlow.Answer.Done ? 1 : 0;
                known += answer instanceof WatchFlow.Answer.Refused ? 1 : 0;
              }
            }
          }
          new SqlWatchImports(jdbc)
              .keep(
                  new SqlWatchImports.Brought(
                      id, now, person.signature(), name, entered, known, rejects.size()),
                  rejects);
          acts.write(
              person,
              "watch-imported",
              "watchlist",
              Map.of("file", name, "entered", entered, "known", known, "rejected", rejects.size()));
          return id;
        });
  }

  private AccountForm.Reading read(Caller.Person person, AccountList.Line line, Instant now) {
    return switch (line) {
      case AccountList.Line.Refused refused -> new AccountForm.Reading.Wrong(refused.reason());
      case AccountList.Line.Read read ->
          read.form().read(person.officer(), WatchStep.Way.IMPORT, zone, now);
    };
  }

  @Allowed(Permission.READ_WATCHLIST)
  @GetMapping("/watchlist/imports/{id}")
  String brought(Caller.Person person, @PathVariable UUID id, Locale locale, Model model) {
    tables.look(
        person.office(),
        jdbc -> {
          SqlWatchImports imports = new SqlWatchImports(jdbc);
          SqlWatchImports.Brought brought = imports.byId(id).orElseThrow(WatchTables::notFound);
          boolean own = isOwn(brought, person);
          model.addAttribute("brought", brought);
          model.addAttribute("own", own);
          model.addAttribute(
              "rejects", own ? inWords(imports.rejectsOf(id, SHOWN), locale) : List.of());
          return model;
        });
    return "watch/brought";
  }

  /**
   * Lines that could not be read name accounts of which nobody knows the place: whoever brought
   * them sees them, and no one else.
   */
  private static boolean isOwn(SqlWatchImports.Brought brought, Caller.Person person) {
    return person.may(Permission.KEEP_WATCHLIST) && brought.by().equals(person.signature());
  }

  /** A reason is kept as a key of the words; before, it was a sentence in somebody's language. */
  private List<SqlWatchImports.Reject> inWords(
      List<SqlWatchImports.Reject> rejects, Locale locale) {
    return rejects.stream()
        .map(
            reject ->
                new SqlWatchImports.Reject(
                    reject.line(), inWords(reject.error(), locale), reject.input()))
        .toList();
  }

  private String inWords(String stored, Locale locale) {
    return stored.startsWith("watch.")
        ? Objects.requireNonNullElse(
            words.getMessage(stored, new Object[0], stored, locale), stored)
        : stored;
  }

  /** The lines that could not be read, each as it was, with the reason: for who brought them. */
  @Allowed(Permission.KEEP_WATCHLIST)
  @GetMapping("/watchlist/imports/{id}/rejects.jsonl")
  ResponseEntity<String> rejects(Caller.Person person, @PathVariable UUID id, Locale locale) {
    List<SqlWatchImports.Reject> rejects =
        tables.look(
            person.office(),
            jdbc -> {
              SqlWatchImports imports = new SqlWatchImports(jdbc);
              if (imports.byId(id).filter(brought -> isOwn(brought, person)).isEmpty()) {
                throw WatchTables.notFound();
              }
              return inWords(imports.rejectsOf(id, AccountList.MOST_LINES), locale);
            });
    StringBuilder lines = new StringBuilder();
    rejects.forEach(
        reject -> lines.append(JsonMapper.shared().writeValueAsString(reject)).append('\n'));
    return download("rejects.jsonl", new MediaType("application", "x-ndjson"), lines.toString());
  }

  /** Its address has the button; the filter goes along. */
  @Allowed(Permission.KEEP_WATCHLIST)
  @GetMapping("/watchlist/export.csv")
  String askForExport(@RequestParam Map<String, String> asked, Model model) {
    Map<String, String> filter = new TreeMap<>(asked);
    filter.keySet().retainAll(WatchlistPages.Query.FIELDS);
    return TakingOut.page("watchlist.csv", "/watchlist/export.csv", filter, "/watchlist", model);
  }

  @Allowed(Permission.KEEP_WATCHLIST)
  @PostMapping("/watchlist/export.csv")
  ResponseEntity<String> export(
      Caller.Person person,
      @RequestParam(defaultValue = "") String platform,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "") String region,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String q) {
    var query = new WatchlistPages.Query(platform, category, region, state, q);
    List<WatchedAccount> accounts =
        tables.change(
            person.office(),
            (watch, jdbc) -> {
              List<WatchedAccount> found =
                  new SqlWatchedAccounts(jdbc).list(query.filter(person), 0, MOST_EXPORTED);
              acts.write(person, "watch-exported", "watchlist", Map.of("accounts", found.size()));
              return found;
            });
    StringBuilder lines = new StringBuilder(AccountList.header());
    accounts.forEach(account -> lines.append(AccountList.line(account)));
    return download("watchlist.csv", CSV, lines.toString());
  }

  static ResponseEntity<String> download(String name, MediaType type, String content) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(content);
  }
}
