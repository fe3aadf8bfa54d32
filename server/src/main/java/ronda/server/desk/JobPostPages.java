package ronda.server.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import ronda.casework.chain.Hash;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Permission;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.patrol.OfficePatrols;
import ronda.store.sql.SqlJobPosts;

/**
 * All posts of a job, for whoever decides on them: what they say, each text once, which posts say
 * the very same, and whose they are. What people said of the job does not stand here, nor who
 * brought a post: a second person judges blind.
 */
@Controller
class JobPostPages {
  private static final int TEXTS = 20;
  private static final int POSTS = 50;
  private static final int ACCOUNTS = 100;
  private static final int MOST_PAGES = 10_000;
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final Desks desks;
  private final OfficePatrols patrols;

  JobPostPages(Desks desks, OfficePatrols patrols) {
    this.desks = desks;
    this.patrols = patrols;
  }

  /**
   * @param text the hash of a text, for all posts that say this; empty for each text once
   * @param account an account as {@code Trait} calls it, for its posts alone; empty for all
   */
  @Allowed(Permission.READ_DESK)
  @GetMapping("/jobs/{id}/posts")
  String posts(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String account,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    int shown = Math.clamp(page, 0, MOST_PAGES);
    Optional<String> whose = Optional.of(account).filter(name -> !name.isEmpty());
    Optional<Hash> said =
        Optional.of(text).filter(hex -> HASH.matcher(hex).matches()).map(Hash::new);
    model.addAttribute("text", said.map(Hash::hex).orElse(null));
    model.addAttribute("account", whose.orElse(null));
    model.addAttribute("number", shown);
    return inSight(
        person,
        id,
        model,
        (seen, jdbc) -> {
          SqlJobPosts posts = new SqlJobPosts(seen.original().id(), jdbc);
          List<FoundPost> all =
              said.isPresent()
                  ? copies(seen, posts, said.get(), whose, shown, model)
                  : texts(seen, posts, whose, shown, model);
          model.addAttribute("abouts", patrols.dressed(person.office()).abouts());
          model.addAttribute("watched", WatchedAuthors.of(person, all, jdbc));
          return "desk/posts";
        });
  }

  private static List<FoundPost> texts(
      JobInSight seen, SqlJobPosts posts, Optional<String> whose, int page, Model model) {
    List<ShownPost> found = ShownPost.of(posts.texts(whose, page * TEXTS, TEXTS + 1), seen);
    List<ShownPost> shown = cut(found, TEXTS, model);
    model.addAttribute("texts", shown);
    return shown.stream().map(ShownPost::found).toList();
  }

  private static List<FoundPost> copies(
      JobInSight seen,
      SqlJobPosts posts,
      Hash text,
      Optional<String> whose,
      int page,
      Model model) {
    List<FoundPost> shown =
        cut(seen.shown(posts.saying(text, whose, page * POSTS, POSTS + 1)), POSTS, model);
    model.addAttribute("copies", shown);
    model.addAttribute(
        "first",
        shown.stream()
            .findFirst()
            .map(one -> ShownPost.of(one, posts.countSaying(text)))
            .orElse(null));
    return shown;
  }

  @Allowed(Permission.READ_DESK)
  @GetMapping("/jobs/{id}/accounts")
  String accounts(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    int shown = Math.clamp(page, 0, MOST_PAGES);
    model.addAttribute("number", shown);
    return inSight(
        person,
        id,
        model,
        (seen, jdbc) -> {
          SqlJobPosts posts = new SqlJobPosts(seen.original().id(), jdbc);
          model.addAttribute(
              "accounts", cut(posts.accounts(shown * ACCOUNTS, ACCOUNTS + 1), ACCOUNTS, model));
          return "desk/accounts";
        });
  }

  /** One more was asked for than is shown: that there is one says that there is a next page. */
  private static <T> List<T> cut(List<T> found, int size, Model model) {
    model.addAttribute("more", found.size() > size);
    return found.stream().limit(size).toList();
  }

  private String inSight(
      Caller.Person person, UUID id, Model model, BiFunction<JobInSight, JdbcClient, String> page) {
    Instant now = desks.clock().instant();
    return desks.changeInTurn( // A job is read with its row locked, as for a change.
        person.office(),
        (desk, jdbc) -> {
          JobInSight seen =
              JobInSight.of(id, person.officer(), jdbc, now)
                  .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
          if (seen.isAnsweredCopy() || seen.job().isForgotten()) {
            return "redirect:/jobs/" + id; // Which says why there is nothing to see.
          }
          new Strain(jdbc).saw(person.officer().id(), seen.original().id(), now);
          model.addAttribute("job", seen.job());
          return page.apply(seen, jdbc);
        });
  }
}
