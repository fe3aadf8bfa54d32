package ronda.server.upload;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.office.Permission;
import ronda.server.desk.Batch;
import ronda.server.desk.Intake;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.sources.files.Format;
import ronda.sources.files.Naming;
import ronda.sources.sheets.SheetRefused;

/** A file of posts comes in; where its columns bear other names, somebody says what they hold. */
@Controller
class UploadPages {
  private static final List<String> FIELDS =
      List.of("text", "author", "platform", "url", "postedAt", "region", "id");

  private final Uploads uploads;
  private final Intake intake;
  private final ZoneId zone;

  UploadPages(Uploads uploads, Intake intake, ZoneId zone) {
    this.uploads = uploads;
    this.intake = intake;
    this.zone = zone;
  }

  /**
   * One of our fields.
   *
   * @param column the file's column that is likely to hold it; empty for none
   */
  public record Field(String name, String column) {}

  @Allowed(Permission.BRING_POSTS)
  @PostMapping("/bring/file")
  String file(Caller.Person person, @RequestParam MultipartFile file, RedirectAttributes next)
      throws IOException {
    if (file.isEmpty()) {
      boolean chosen = !Objects.requireNonNullElse(file.getOriginalFilename(), "").isBlank();
      next.addFlashAttribute("problem", chosen ? "bring.empty-file" : "bring.no-file");
      return "redirect:/bring";
    }
    Upload upload;
    try {
      upload = uploads.keep(person.officer().id(), file);
    } catch (SheetRefused refused) {
      next.addFlashAttribute("problem", "upload.refused." + refused.why().name());
      return "redirect:/bring";
    }
    if (upload.needsNaming()) {
      return "redirect:/bring/" + upload.id();
    }
    uploads.take(person.officer().id(), upload.id());
    return receive(person, upload, ours(upload), "redirect:/bring", next);
  }

  /** A table that bears our names was still filled in by a person, in this country's time. */
  private Naming ours(Upload upload) {
    return upload.format() == Format.CSV ? new Naming(Map.of(), Optional.of(zone)) : Naming.OURS;
  }

  @Allowed(Permission.BRING_POSTS)
  @GetMapping("/bring/{id}")
  String preview(Caller.Person person, @PathVariable UUID id, Model model) {
    Upload upload = uploads.of(person.officer().id(), id).orElseThrow(UploadPages::gone);
    Map<String, String> guess = ColumnGuess.of(upload.glance());
    model.addAttribute("upload", upload);
    model.addAttribute("encoding", upload.encoding().label());
    model.addAttribute(
        "fields",
        FIELDS.stream().map(name -> new Field(name, guess.getOrDefault(name, ""))).toList());
    return "upload/preview";
  }

  @Allowed(Permission.BRING_POSTS)
  @PostMapping("/bring/{id}")
  String confirm(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam Map<String, String> columns,
      RedirectAttributes next)
      throws IOException {
    String here = "redirect:/bring/" + id;
    Upload upload = uploads.of(person.officer().id(), id).orElseThrow(UploadPages::gone);
    Optional<Naming> naming = naming(columns, upload.glance().columns());
    if (naming.isEmpty()) {
      next.addFlashAttribute("problem", "upload.each-once");
      return here;
    }
    Upload taken = uploads.take(person.officer().id(), id).orElseThrow(UploadPages::gone);
    return receive(person, taken, naming.get(), here, next);
  }

  @Allowed(Permission.BRING_POSTS)
  @PostMapping("/bring/{id}/forget")
  String forget(Caller.Person person, @PathVariable UUID id) {
    uploads.take(person.officer().id(), id).ifPresent(uploads::forget);
    return "redirect:/bring";
  }

  private static ResponseStatusException gone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  private Optional<Naming> naming(Map<String, String> columns, List<String> known) {
    Map<String, String> ours = new HashMap<>();
    for (String field : FIELDS) {
      String column = columns.getOrDefault(field, "");
      boolean twice = known.contains(column) && ours.put(column, field) != null;
      if (twice) {
        return Optional.empty();
      }
    }
    return ours.containsValue("text")
        ? Optional.of(new Naming(ours, Optional.of(zone)))
        : Optional.empty();
  }

  private String receive(
      Caller.Person person, Upload upload, Naming naming, String again, RedirectAttributes next)
      throws IOException {
    Intake.Sending sending =
        Intake.Sending.by(person.officer(), Batch.Way.UPLOAD, upload.name(), Optional.empty());
    boolean read = false;
    try (InputStream bytes = upload.open()) {
      return switch (intake.receive(sending, bytes, upload.format(), naming)) {
        case Intake.Answer.Done done -> {
          read = true;
          yield "redirect:/batches/" + done.batch().id();
        }
        case Intake.Answer.Busy busy -> {
          next.addFlashAttribute("problem", "bring.busy");
          yield again;
        }
        case Intake.Answer.KeyTaken taken -> throw new IllegalStateException("sent without a key");
        case Intake.Answer.BrokenOff off -> throw new IllegalStateException("no program sent it");
      };
    } finally {
      if (read || !upload.needsNaming()) {
        uploads.forget(upload);
      } else {
        uploads.putBack(upload);
      }
    }
  }
}
