package ronda.server.watch;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.office.Permission;
import ronda.casework.office.Region;
import ronda.casework.watch.Platform;
import ronda.casework.watch.Search;
import ronda.casework.watch.WatchFilter;
import ronda.casework.watch.WatchFlow;
import ronda.casework.watch.WatchState;
import ronda.casework.watch.WatchStep;
import ronda.identify.post.Category;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.store.sql.SqlWatchedAccounts;

/** The watchlist, and entering an account. */
@Controller
class WatchlistPages {
  private static final int PAGE = 50;
  private static final int MOST_PAGES = 10_000;
  private static final int MOST_PROPOSED = 200;

  private final WatchTables tables;
  private final ZoneId zone;

  WatchlistPages(WatchTables tables, ZoneId zone) {
    this.tables = tables;
    this.zone = zone;
  }

  /** The filter as it stands in the address. What makes no sense there is left out. */
  record Query(String platform, String category, String region, String state, String q) {
    private static final int LONGEST_ASKED = 100;

    /** What the fields are called in an address. */
    static final Set<String> FIELDS = Set.of("platform", "category", "region", "state", "q");

    WatchFilter filter(Caller.Person person) {
      Region asked = Region.isCode(region) ? new Region(region) : Region.UNKNOWN;
      Region own = person.region();
      return new WatchFilter(
          platform.isBlank()
              ? Optional.empty()
              : Optional.of(Platform.of(Words.clean(platform, Platform.LONGEST))),
          Category.ofCode(category),
          own.holds(asked) && asked.isKnown() ? asked : own,
          WatchState.ofCode(state),
          Words.clean(q, LONGEST_ASKED));
    }

    /** Whether anything is left out. */
    boolean isNarrow() {
      return !(platform + category + region + state + q).isBlank();
    }

    Map<String, String> parameters() {
      Map<String, String> all = new LinkedHashMap<>();
      all.put("platform", platform);
      all.put("category", category);
      all.put("region", region);
      all.put("state", state);
      all.put("q", q);
      // An address that somebody is sent to must fit into an answer's header.
      all.replaceAll((name, value) -> Words.clean(value, LONGEST_ASKED));
      all.values().removeIf(String::isBlank);
      return all;
    }
  }

  @ModelAttribute("platforms")
  List<String> platforms() {
    return Platform.KNOWN;
  }

  @ModelAttribute("categories")
  Category[] categories() {
    return Category.values();
  }

  @ModelAttribute("states")
  WatchState[] states() {
    return WatchState.values();
  }

  @ModelAttribute("ways")
  WatchStep.Way[] ways() {
    return WatchStep.Way.values();
  }

  @Allowed(Permission.READ_WATCHLIST)
  @GetMapping("/watchlist")
  String list(
      Caller.Person person,
      @RequestParam(defaultValue = "") String platform,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "") String region,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    Query query = new Query(platform, category, region, state, q);
    WatchFilter filter = query.filter(person);
    int shown = Math.clamp(page, 0, MOST_PAGES);
    tables.look(
        person.office(),
        jdbc -> {
          SqlWatchedAccounts accounts = new SqlWatchedAccounts(jdbc);
          model.addAttribute("accounts", accounts.list(filter, shown * PAGE, PAGE));
          model.addAttribute("total", accounts.count(filter));
          model.addAttribute("searched", accounts.lastSearch(filter).orElse(null));
          model.addAttribute(
              "proposed", accounts.seemBack(person.officer().region(), MOST_PROPOSED));
          return model;
        });
    model.addAttribute("query", query);
    model.addAttribute("closed", filter.platform().filter(Platform::isClosed).isPresent());
    model.addAttribute("number", shown);
    model.addAttribute("size", PAGE);
    return "watch/list";
  }

  @Allowed(Permission.KEEP_WATCHLIST)
  @PostMapping("/watchlist/searched")
  String searched(
      Caller.Person person,
      @RequestParam(defaultValue = "") String platform,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "") String region,
      RedirectAttributes next) {
    Query query = new Query(platform, category, region, "", "");
    WatchFilter filter = query.filter(person);
    Search search =
        new Search(
            filter.platform(),
            filter.category(),
            filter.region(),
            tables.now(),
            person.signature());
    tables.change(
        person.office(),
        (watch, jdbc) -> {
          watch.searched(search);
          return search;
        });
    next.addAllAttributes(query.parameters());
    next.addFlashAttribute("notice", "watch.searched");
    return "redirect:/watchlist";
  }

  /** The form; another page may fill it in through the address. */
  @Allowed(Permission.KEEP_WATCHLIST)
  @GetMapping("/watchlist/new")
  String form(
      @RequestParam(defaultValue = "") String platform,
      @RequestParam(defaultValue = "") String handle,
      @RequestParam(defaultValue = "") String region,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "") String way,
      Model model) {
    model.addAttribute(
        "form", new AccountForm(platform, handle, "", region, category, way, "", ""));
    return "watch/new";
  }

  @Allowed(Permission.KEEP_WATCHLIST)
  @PostMapping("/watchlist/new")
  String enter(
      Caller.Person person,
      @RequestParam(defaultValue = "") String platform,
      @RequestParam(defaultValue = "") String handle,
      @RequestParam(defaultValue = "") String displayName,
      @RequestParam(defaultValue = "") String region,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "") String way,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String note,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    AccountForm form =
        new AccountForm(
            platform.strip(),
            handle,
            Words.clean(displayName),
            region.strip(),
            category,
            way,
            seen.strip(),
            Words.clean(note));
    Instant now = tables.now();
    switch (form.read(person.officer(), WatchStep.Way.BY_HAND, zone, now)) {
      case AccountForm.Reading.Wrong wrong -> {
        return again(form, wrong.message(), model, response);
      }
      case AccountForm.Reading.Read read -> {
        WatchFlow.Answer answer =
            tables.change(
                person.office(),
                (watch, jdbc) ->
                    watch.enter(
                        read.name(),
                        read.entered(),
                        read.seen(),
                        read.seen(),
                        person.signature(),
                        now));
        return switch (answer) {
          case WatchFlow.Answer.Refused refused ->
              again(form, "watch.refused." + refused.reason().name(), model, response);
          case WatchFlow.Answer.Done done -> {
            next.addFlashAttribute("notice", "watch.entered");
            yield "redirect:/watchlist/" + done.account().id();
          }
        };
      }
    }
  }

  private static String again(
      AccountForm form, String message, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    model.addAttribute("form", form);
    model.addAttribute("problem", message);
    return "watch/new";
  }
}
