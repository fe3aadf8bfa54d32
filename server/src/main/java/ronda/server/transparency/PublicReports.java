package ronda.server.transparency;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import ronda.casework.transparency.PublishedReport;
import ronda.casework.transparency.Publishing;
import ronda.server.door.Open;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlPublishedReports;

/** What offices published, for anybody: as a page, and for programs and spreadsheets. */
@Controller
class PublicReports {
  /** How many reports the list names: two offices' months of a hundred years. */
  private static final int MOST = 2_400;

  private final InOffice tables;
  private final MethodPages methods;

  PublicReports(InOffice tables, MethodPages methods) {
    this.tables = tables;
    this.methods = methods;
  }

  /**
   * A report in the list.
   *
   * @param latest whether no further version took its place
   */
  record Listed(
      UUID id,
      String office,
      String period,
      int version,
      boolean latest,
      String reason,
      Instant publishedAt,
      String sha256) {}

  private List<Listed> listed() {
    return tables.beforeOffice(jdbc -> new SqlPublishedReports(jdbc).heads(MOST)).stream()
        .map(PublicReports::listed)
        .toList();
  }

  private static Listed listed(PublishedReport.Head one) {
    return new Listed(
        one.id(),
        one.officeName(),
        one.period().code(),
        one.version(),
        one.latest(),
        one.reason(),
        one.at(),
        one.sha256().hex());
  }

  @Open("the public reads what offices did in its name")
  @GetMapping("/transparency")
  String list(Model model) {
    model.addAttribute("reports", listed());
    return "transparency/list";
  }

  @Open("the public reads what offices did in its name")
  @GetMapping("/transparency/{id}")
  String one(@PathVariable UUID id, Model model) {
    PublishedReport report = must(id);
    List<PublishedReport> ofOffice =
        tables.beforeOffice(jdbc -> new SqlPublishedReports(jdbc).ofOffice(report.office()));
    ReportFile file = ReportFile.read(report.content());
    model.addAttribute("report", file);
    model.addAttribute(
        "told",
        file.policies().stream().map(policy -> policy.name()).filter(methods::tells).toList());
    model.addAttribute("id", id);
    model.addAttribute("sha256", report.sha256().hex());
    model.addAttribute(
        "newer",
        Publishing.latest(report.period(), ofOffice)
            .filter(latest -> latest.version() > report.version())
            .orElse(null));
    return "transparency/one";
  }

  private PublishedReport must(UUID id) {
    return tables
        .beforeOffice(jdbc -> new SqlPublishedReports(jdbc).byId(id))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @Open("anybody's program reads what the public may read")
  @GetMapping(path = "/api/v1/transparency", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  List<Listed> index() {
    return listed();
  }

  @Open("anybody's program reads what the public may read")
  @GetMapping("/api/v1/transparency/{id}")
  ResponseEntity<byte[]> json(@PathVariable UUID id) {
    return file(must(id).content(), MediaType.APPLICATION_JSON);
  }

  @Open("anybody's program reads what the public may read")
  @GetMapping("/api/v1/transparency/{id}/report.csv")
  ResponseEntity<byte[]> csv(@PathVariable UUID id) {
    return file(
        ReportFile.read(must(id).content()).csv(),
        new MediaType("text", "csv", StandardCharsets.UTF_8));
  }

  private static ResponseEntity<byte[]> file(String text, MediaType type) {
    return ResponseEntity.ok().contentType(type).body(text.getBytes(StandardCharsets.UTF_8));
  }
}
