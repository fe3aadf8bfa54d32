package ronda.store.sql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ronda.casework.intake.Likeness;
import ronda.casework.intake.RecentJobs;
import ronda.casework.office.Region;
import ronda.casework.review.Hold;
import ronda.casework.review.Job;
import ronda.casework.review.Jobs;
import ronda.casework.review.Priority;
import ronda.casework.review.Standing;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A job as it lies in the table {@code jobs}, there and back. */
final class JobRows {
  private static final Severity[] SEVERITIES = Severity.values();

  private JobRows() {}

  /** All of a job that begins. */
  static void begun(Jobs.Beginning beginning, ObjectNode row) {
    Job job = beginning.job();
    row.put("category", job.category().name())
        .put("stance", job.stance().name())
        .put("severity", job.severity().ordinal())
        .put("score", job.score())
        .put("region", job.region().code())
        .put("excerpt", job.excerpt())
        .put("platform", job.platform())
        .put("likeness", beginning.likeness().letters());
    grown(job, row);
  }

  /** What of a job changes when it grows. */
  static void grown(Job job, ObjectNode row) {
    row.put("id", job.id().toString())
        .put("posts", job.posts())
        .put("accounts", job.accounts())
        .put("first_seen", Times.micros(job.firstSeen()))
        .put("last_seen", Times.micros(job.lastSeen()))
        .put("due_at", Times.micros(Priority.due(job.severity(), job.firstSeen())))
        .put("weight", Priority.weight(job.severity(), job.posts(), job.accounts()))
        .put("needs_two", job.needsTwo())
        .put("standing", job.standing().name());
    ArrayNode suspected = row.putArray("suspected");
    job.suspected().stream().map(Category::name).sorted().forEach(suspected::add);
  }

  /** What grouping is told of a job. */
  static RecentJobs.Told told(ResultSet row) throws SQLException {
    Standing standing = Standing.valueOf(row.getString("standing"));
    return new RecentJobs.Told(
        row.getObject("id", UUID.class),
        new Region(row.getString("region")),
        new Likeness(row.getString("likeness")),
        Times.of(row, "last_seen"),
        standing.isDecided(),
        standing.isDecided() && !row.getBoolean("needs_two"));
  }

  /** The job without its judgements. */
  static Job job(ResultSet row) throws SQLException {
    Optional<UUID> holder = Optional.ofNullable(row.getObject("held_by", UUID.class));
    Optional<Instant> until = Times.ofNullable(row, "held_until");
    return new Job(
        row.getObject("id", UUID.class),
        Category.valueOf(row.getString("category")),
        Stance.valueOf(row.getString("stance")),
        SEVERITIES[row.getInt("severity")],
        row.getDouble("score"),
        new Region(row.getString("region")),
        row.getString("excerpt"),
        row.getString("platform"),
        row.getInt("posts"),
        row.getInt("accounts"),
        Times.of(row, "first_seen"),
        Times.of(row, "last_seen"),
        row.getBoolean("needs_two"),
        holder.flatMap(by -> until.map(end -> new Hold(by, end))),
        List.of(),
        categories(row.getArray("suspected")),
        Times.ofNullable(row, "forgotten_at"),
        Set.of((UUID[]) row.getArray("told").getArray()));
  }

  static Set<Category> categories(Array names) throws SQLException {
    return Arrays.stream((String[]) names.getArray())
        .map(Category::valueOf)
        .collect(Collectors.toSet());
  }
}
