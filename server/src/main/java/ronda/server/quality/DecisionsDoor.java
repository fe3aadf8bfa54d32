package ronda.server.quality;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Officer;
import ronda.casework.office.Permission;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Fields;
import ronda.sources.files.JsonBytes;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlJobs;
import ronda.store.sql.SqlQuality;
import ronda.store.sql.SqlQuality.Decided;

/** {@code POST /quality/decisions.jsonl}: decisions as labelled posts, masked, with a reason. */
@Controller
class DecisionsDoor {
  /** How many are held in memory at a time: a slow reader must not hold a connection meanwhile. */
  private static final int AT_ONCE = 100;

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
    Optional<String> why = Fields.reason(reason, LONGEST_REASON);
    if (why.isEmpty()) {
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
                Map.of("reason", why.get(), "worst", taken)));
    response.setContentType("application/x-ndjson");
    response.setHeader("Content-Disposition", "attachment; filename=\"decisions.jsonl\"");
    try (OutputStream out = new BufferedOutputStream(response.getOutputStream())) {
      write(person.officer().seeingWorst(taken), out);
    }
  }

  /** Some of the decisions as lines, and where they go on; empty if these are the last. */
  private record Part(List<JsonBytes> lines, Optional<UUID> after) {}

  void write(Officer officer, OutputStream out) throws IOException {
    Optional<UUID> after = Optional.empty();
    do {
      Optional<UUID> from = after;
      Part part = tables.read(officer.office(), jdbc -> part(officer, from, jdbc));
      for (JsonBytes line : part.lines()) {
        line.writeTo(out);
      }
      after = part.after();
    } while (after.isPresent());
  }

  private static Part part(Officer officer, Optional<UUID> from, JdbcClient jdbc) {
    List<Decided> page = new SqlQuality(jdbc).decided(officer, from, AT_ONCE);
    SqlJobs jobs = new SqlJobs(jdbc);
    List<JsonBytes> lines = new ArrayList<>();
    for (Decided one : page) {
      FoundPost post = jobs.postsOf(one.job(), 1).getFirst();
      lines.add(LabelledPost.line(one, post, officer.office()));
    }
    boolean last = page.size() < AT_ONCE;
    return new Part(lines, last ? Optional.empty() : Optional.of(page.getLast().job()));
  }
}
