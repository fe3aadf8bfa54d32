package ronda.server.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import ronda.casework.office.Permission;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.sources.files.Format;
import ronda.sources.files.Refusal;
import ronda.sources.files.Why;

/** {@code POST /api/v1/posts}: programs bring posts, one a line. */
@RestController
class PostsDoor {
  private static final int LONGEST_KEY = 200;
  private static final int MOST_REJECTS = 1_000;

  /** What is packed is known by its first bytes, whatever is said: a proxy may have unpacked it. */
  private static final Set<String> CODINGS = Set.of("", "identity", "gzip", "x-gzip");

  private final Desks desks;
  private final Intake intake;
  private final Duration patience;

  /**
   * @param patience how long one may wait in all for a sender who is slow
   */
  PostsDoor(
      Desks desks, Intake intake, @Value("${ronda.intake.patience:PT30S}") Duration patience) {
    this.desks = desks;
    this.intake = intake;
    this.patience = patience;
  }

  /** A line that could not be read. */
  record Rejected(long line, String error) {}

  /**
   * What came of a bulk of posts.
   *
   * @param accepted lines that were read
   * @param findings posts with a finding in force
   * @param rejected the first thousand lines that could not be read
   * @param rejectedInAll how many could not be read
   */
  record Taken(long accepted, long findings, List<Rejected> rejected, long rejectedInAll) {}

  @Allowed(Permission.BRING_POSTS)
  @PostMapping(
      path = "/api/v1/posts",
      consumes = {"application/x-ndjson", "application/jsonl", "application/json"},
      // Said before anything is read: who takes no such answer must not learn so afterwards.
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
  ResponseEntity<?> posts(
      Caller caller,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
      @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, defaultValue = "") String coding,
      HttpServletRequest request)
      throws IOException {
    if (key.length() > LONGEST_KEY) {
      return refused(
          HttpStatus.BAD_REQUEST, "an Idempotency-Key has at most " + LONGEST_KEY + " characters");
    }
    if (!CODINGS.contains(coding.strip().toLowerCase(Locale.ROOT))) {
      return ResponseEntity.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
          .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(
              ProblemDetail.forStatusAndDetail(
                  HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                  "posts come as they are or packed with gzip: nothing of these was read"));
    }
    Intake.Sending sending =
        new Intake.Sending(
            caller.office(),
            caller.signature(),
            caller instanceof Caller.Person person
                ? Optional.of(person.officer())
                : Optional.empty(),
            Batch.Way.API,
            "",
            own(key, caller),
            Optional.empty());
    try (InputStream bytes = new Steady(request.getInputStream(), patience, System::nanoTime)) {
      return switch (intake.receive(sending, bytes, Format.JSONL)) {
        case Intake.Answer.Done done ->
            ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(taken(caller, done.batch()));
        case Intake.Answer.BrokenOff off -> brokenOff(off, taken(caller, off.batch()));
        case Intake.Answer.Busy busy -> {
          ProblemDetail problem =
              ProblemDetail.forStatusAndDetail(
                  HttpStatus.TOO_MANY_REQUESTS,
                  "other posts are being read: send the same again in a moment");
          yield ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
              .header(HttpHeaders.RETRY_AFTER, Long.toString(busy.again().toSeconds()))
              .contentType(MediaType.APPLICATION_PROBLEM_JSON)
              .body(problem);
        }
        case Intake.Answer.KeyTaken taken ->
            refused(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "you sent other posts with this Idempotency-Key before: nothing of these was"
                    + " read; send them with a key of their own");
      };
    } catch (Steady.TooSlow slow) {
      return refused(
          HttpStatus.REQUEST_TIMEOUT,
          "these posts came too slowly, and others wait: what was read so far may be kept;"
              + " send all of them again, in smaller portions if the line is slow, with the"
              + " same Idempotency-Key if you gave one");
    }
  }

  private static ResponseEntity<?> refused(HttpStatus status, String why) {
    return told(ProblemDetail.forStatusAndDetail(status, why));
  }

  private static ResponseEntity<?> told(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  /** Packed posts that break off: whoever sent them must not take the beginning for all of it. */
  private static ResponseEntity<?> brokenOff(Intake.Answer.BrokenOff off, Taken taken) {
    boolean tooMuch = off.where().why().kind() == Why.Kind.UNPACKS_TOO_FAR;
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            tooMuch ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST,
            "these posts broke off at line %d: %s; what stood whole before was read, and what was"
                    .formatted(off.where().line(), off.where().error())
                + " found is kept; send "
                + (tooMuch
                    ? "all of them again in smaller portions, each with a key of its own"
                    : "all of them again, with the same Idempotency-Key if you gave one")
                + ": nothing is kept twice");
    problem.setProperty("line", off.where().line());
    problem.setProperty("accepted", taken.accepted());
    problem.setProperty("findings", taken.findings());
    problem.setProperty("rejected", taken.rejected());
    problem.setProperty("rejectedInAll", taken.rejectedInAll());
    return told(problem);
  }

  private static Optional<Intake.Key> own(String key, Caller caller) {
    UUID owner =
        switch (caller) {
          case Caller.Person person -> person.officer().id();
          case Caller.Program program -> program.token();
        };
    return key.isEmpty() ? Optional.empty() : Optional.of(new Intake.Key(owner, key));
  }

  private Taken taken(Caller caller, Batch batch) {
    List<Refusal> rejects =
        desks.look(caller.office(), jdbc -> new Batches(jdbc).reasonsOf(batch.id(), MOST_REJECTS));
    return new Taken(
        batch.posts(),
        batch.found(),
        rejects.stream().map(one -> new Rejected(one.line(), one.error())).toList(),
        batch.rejected());
  }
}
