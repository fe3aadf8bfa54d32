package ronda.server.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
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

/** {@code POST /api/v1/posts}: programs bring posts, one a line. */
@RestController
class PostsDoor {
  private static final int LONGEST_KEY = 200;
  private static final int MOST_REJECTS = 1_000;

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
   */
  record Taken(long accepted, long findings, List<Rejected> rejected) {}

  @Allowed(Permission.BRING_POSTS)
  @PostMapping(
      path = "/api/v1/posts",
      consumes = {"application/x-ndjson", "application/jsonl", "application/json"})
  ResponseEntity<?> posts(
      Caller caller,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
      HttpServletRequest request)
      throws IOException {
    if (key.length() > LONGEST_KEY) {
      return ResponseEntity.of(
              ProblemDetail.forStatusAndDetail(
                  HttpStatus.BAD_REQUEST,
                  "an Idempotency-Key has at most " + LONGEST_KEY + " characters"))
          .build();
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
        case Intake.Answer.Done done -> ResponseEntity.ok(taken(caller, done.batch()));
        case Intake.Answer.Busy busy -> {
          ProblemDetail problem =
              ProblemDetail.forStatusAndDetail(
                  HttpStatus.TOO_MANY_REQUESTS,
                  "other posts are being read: send the same again in a moment");
          yield ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
              .header("Retry-After", Long.toString(busy.again().toSeconds()))
              .body(problem);
        }
        case Intake.Answer.KeyTaken taken ->
            ResponseEntity.of(
                    ProblemDetail.forStatusAndDetail(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "you sent other posts with this Idempotency-Key before: nothing of these was"
                            + " read; send them with a key of their own"))
                .build();
      };
    } catch (Steady.TooSlow slow) {
      return ResponseEntity.of(
              ProblemDetail.forStatusAndDetail(
                  HttpStatus.REQUEST_TIMEOUT,
                  "these posts came too slowly, and others wait: what was read so far may be kept;"
                      + " send all of them again, in smaller portions if the line is slow, with the"
                      + " same Idempotency-Key if you gave one"))
          .build();
    }
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
        desks.look(caller.office(), jdbc -> new Batches(jdbc).rejectsOf(batch.id(), MOST_REJECTS));
    return new Taken(
        batch.posts(),
        batch.found(),
        rejects.stream().map(one -> new Rejected(one.line(), one.error())).toList());
  }
}
