package ronda.server.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import ronda.casework.office.Permission;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;

/** The office's anchors, to be kept elsewhere. */
@Controller
class AnchorPages {
  private final AnchorRound round;

  AnchorPages(AnchorRound round) {
    this.round = round;
  }

  @Allowed(Permission.READ_AUDIT)
  @GetMapping("/anchors")
  String list(Caller.Person person, Model model) {
    List<String> names =
        round.of(person.office()).stream().map(file -> file.getFileName().toString()).toList();
    model.addAttribute("names", names);
    return "evidence/anchors";
  }

  @Allowed(Permission.READ_AUDIT)
  @GetMapping("/anchors/{name}")
  ResponseEntity<byte[]> one(Caller.Person person, @PathVariable String name) throws IOException {
    Path file =
        round.of(person.office()).stream()
            .filter(one -> one.getFileName().toString().equals(name))
            .findFirst()
            .orElseThrow(EvidencePages::notFound);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("anchor-" + name).build().toString())
        .body(Files.readAllBytes(file));
  }
}
