package ronda.server.quality;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Officer;
import ronda.casework.office.Permission;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.sources.files.JsonBytes;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlJobs;
import ronda.store.sql.SqlQuality;
import ronda.store.sql.SqlQuality.Decided;

/** {@code POST /quality/decisions.jsonl}: decisions as labelled posts, masked, with a reason. */
@Controller
class DecisionsDoor {
  private static final int AT_ONCE = 500;
  private static final int LONGEST_REASON = 500;

  private final InOffice tables;
  private final Acts acts;

  DecisionsDoor(InOffice tables, Acts acts) {
    this.tables = tables;
    this.acts = acts;
  }

  /**
   * @param reason why they are taken out; it is written into the audit log first
   * @param worst whether the worst categories are taken too
   */
  @Allowed(Permission.KEEP_QUALITY)
  @PostMapping("/quality/decisions.jsonl")
  void decisions(
      Caller.Person person,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "false") boolean worst,
      HttpServletResponse response)
      throws IOException {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      response.sendRedirect("/quality?reason");
      return;
    }
    boolean taken = worst && person.officer().seesWorst();
    tables.run(
        person.office(),
        jdbc ->
            acts.write(
                person,
                "decisions-exported",
                "office:" + person.office(),
                Map.of("reason", why, "worst", taken)));
    response.setContentType("application/x-ndjson");
    response.setHeader("Content-Disposition", "attachment; filename=\"decisions.jsonl\"");
    try (OutputStream out = new BufferedOutputStream(response.getOutputStream())) {
      write(person.officer().seeingWorst(taken), out);
    }
  }

  private void write(Officer officer, OutputStream out) throws IOException {
    Optional<UUID> after = Optional.empty();
    do {
      Optional<UUID> from = after;
      after =
          tables.read(
              officer.office(),
              jdbc -> {
                List<Decided> page = new SqlQuality(jdbc).decided(officer, from, AT_ONCE);
                SqlJobs jobs = new SqlJobs(jdbc);
                for (Decided one : page) {
                  FoundPost post = jobs.postsOf(one.job(), 1).getFirst();
                  send(LabelledPost.line(one, post, officer.office()), out);
                }
                return page.size() < AT_ONCE
                    ? Optional.<UUID>empty()
                    : Optional.of(page.getLast().job());
              });
    } while (after.isPresent());
  }

  private static void send(JsonBytes line, OutputStream out) {
    try {
      line.writeTo(out);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
