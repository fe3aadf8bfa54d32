package ronda.server.transparency;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.office.Permission;
import ronda.casework.transparency.Period;
import ronda.casework.transparency.PublishedReport;
import ronda.casework.transparency.Publishing;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Fields;
import ronda.server.page.MenuItem;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlPublishedReports;

/** Where the head looks at a period as the public would see it, and publishes it. */
@Controller
class PublishingPages {
  private static final int MONTHS = 12;
  private static final int QUARTERS = 4;
  private static final int YEARS = 2;

  private final Publication publication;
  private final InOffice tables;
  private final Reports reports;
  private final InstantSource clock;

  PublishingPages(Publication publication, InOffice tables, Reports reports, InstantSource clock) {
    this.publication = publication;
    this.tables = tables;
    this.reports = reports;
    this.clock = clock;
  }

  @Allowed({Permission.PUBLISH_REPORTS, Permission.READ_AUDIT})
  @GetMapping("/publishing")
  String look(Caller.Person person, @RequestParam(defaultValue = "") String period, Model model) {
    LocalDate today = reports.today(clock.instant());
    Period shown = Period.ofCode(period).orElse(Period.of(Period.Kind.MONTH, today).before());
    LocalDate first = tables.read(person.office(), reports::firstDay);
    List<PublishedReport> published =
        tables.read(
            person.office(), jdbc -> new SqlPublishedReports(jdbc).ofOffice(person.office()));
    Optional<PublishedReport> before = Publishing.latest(shown, published);
    int version = before.map(PublishedReport::version).orElse(0) + 1;
    model.addAttribute("periods", offered(today, first));
    model.addAttribute("shown", shown.code());
    model.addAttribute("published", published);
    model.addAttribute("again", before.isPresent());
    model.addAttribute("report", publication.draft(person.office(), shown, version, ""));
    model.addAttribute(
        "refused",
        // Any reason will do here: whether one is given is asked when it is published.
        Publishing.ask(shown, published, "-", today, first) instanceof Publishing.Answer.Refused no
            ? no.why().name()
            : null);
    return "transparency/publish";
  }

  /**
   * The periods that are over and in which the office was there, the latest of each length first.
   */
  private static List<String> offered(LocalDate today, LocalDate first) {
    List<String> codes = new ArrayList<>();
    offer(Period.Kind.MONTH, MONTHS, today, first, codes);
    offer(Period.Kind.QUARTER, QUARTERS, today, first, codes);
    offer(Period.Kind.YEAR, YEARS, today, first, codes);
    return codes;
  }

  private static void offer(
      Period.Kind kind, int many, LocalDate today, LocalDate first, List<String> codes) {
    Period period = Period.of(kind, today).before();
    for (int i = 0; i < many && !period.isBefore(first); i++, period = period.before()) {
      codes.add(period.code());
    }
  }

  @Allowed(Permission.PUBLISH_REPORTS)
  @PostMapping("/publishing")
  String publish(
      Caller.Person person,
      @RequestParam(defaultValue = "") String period,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    Period wished =
        Period.ofCode(period)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    String why = Fields.line(reason, PublishedReport.LONGEST_REASON);
    switch (publication.publish(person, wished, why)) {
      case Publishing.Answer.Allowed allowed ->
          next.addFlashAttribute("notice", "transparency.published");
      case Publishing.Answer.Refused refused ->
          next.addFlashAttribute("problem", "transparency.refused." + refused.why().name());
    }
    return "redirect:/publishing?period=" + wished.code();
  }

  /** Where it stands in the menu. */
  @Configuration(proxyBeanMethods = false)
  static class Menu {
    @Bean
    MenuItem transparencyItem() {
      return new MenuItem(
          930,
          "transparency.menu",
          "/publishing",
          Permission.PUBLISH_REPORTS,
          Permission.READ_AUDIT);
    }
  }
}
