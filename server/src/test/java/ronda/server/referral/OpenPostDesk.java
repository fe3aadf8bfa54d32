package ronda.server.referral;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import ronda.casework.cases.CaseFile;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.casework.review.Filter;
import ronda.casework.review.Job;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Finding;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;
import ronda.identify.signal.PatternFound;
import ronda.letters.mail.PostOffice;
import ronda.server.Browser;
import ronda.server.desk.Desks;
import ronda.server.login.Seal;
import ronda.server.start.Server;
import ronda.store.login.SignInLinks;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlJobs;

/** A desk with a mail server, an office with letterhead, and somebody who writes its letters. */
final class OpenPostDesk implements AutoCloseable {
  /** A Sunday, so that "working days" show. */
  static final Instant START = Instant.parse("2026-11-22T02:00:00Z");

  static final String WHY =
      "Iklan judi dengan nomor yang masih aktif, menjangkau anak; teguran kepada akun tidak dijawab";

  final AtomicReference<Instant> now = new AtomicReference<>(START);
  final Office office;
  final Officer officer;
  private final Officer second;
  private final ConfigurableApplicationContext server;
  private final URI base;
  private int posts;

  OpenPostDesk(DataSource database, Map<String, String> settings) {
    List<String> properties = new ArrayList<>(List.of("server.port=0"));
    properties.add("ronda.second-look-percent=0"); // not by lot: the tests judge alone
    properties.addAll(List.of("ronda.letters.send-every=PT24H", "ronda.letters.read-every=PT24H"));
    properties.add("ronda.root=" + System.getProperty("ronda.root", ".."));
    settings.forEach((name, value) -> properties.add(name + "=" + value));
    server = Server.open(database, Seal.forOnce(), now::get, properties.toArray(String[]::new));
    base =
        URI.create("http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port"));
    office =
        new Office(
            UUID.randomUUID(),
            "Dinas Kominfo Contoh",
            Office.Kind.COMMUNICATIONS_OFFICE,
            new Region("32.71"));
    bean(Offices.class).put(office);
    officer = person("Kemal Contoh", Role.CASE_OFFICER, Role.ADMINISTRATOR);
    second = person("Rina Contoh", Role.REVIEWER);
  }

  <T> T bean(Class<T> type) {
    return server.getBean(type);
  }

  void pass(Duration time) {
    now.updateAndGet(then -> then.plus(time));
  }

  Officer person(String name, Role... roles) {
    UUID id = UUID.randomUUID();
    Officer person =
        new Officer(
            id, office.id(), name, id + "@contoh.invalid", Set.of(roles), Region.UNKNOWN, true);
    bean(Offices.class).put(person);
    return person;
  }

  Browser browser(Officer person) {
    Browser browser = Browser.at(base);
    String link =
        bean(SignInLinks.class).make(person.id(), SignInLinks.Purpose.START, now.get()).text();
    browser.get("/sign-in/link/" + link);
    browser.open("/");
    return browser;
  }

  /** A browser in which nobody is signed in. */
  Browser nobody() {
    return Browser.at(base);
  }

  /** A post that offers gambling, with a number of the advertiser's and one of a bystander's. */
  FoundPost post(String text, EntityFound... entities) {
    return post(Category.GAMBLING, text, entities);
  }

  FoundPost post(Category category, String text, EntityFound... entities) {
    posts++;
    Finding finding =
        new Finding(
            category,
            Stance.PROMOTES,
            0.97,
            List.of(new PatternFound("name-number", category, new Span(0, 1), 1)),
            "judi-contoh@1",
            Severity.HIGH,
            "",
            false);
    Origin origin =
        new Origin(
            "akun-contoh-" + posts,
            "Contoh",
            "https://contoh.example/" + posts + "/" + System.nanoTime(),
            Optional.of(now.get().minusSeconds(3600)),
            "32.71",
            List.of(),
            List.of());
    return new FoundPost(
        UUID.randomUUID(),
        new Post("p" + posts + "-" + System.nanoTime(), text, origin),
        List.of(finding),
        List.of(entities),
        now.get());
  }

  /** An advertisement that resembles no other and shares no number with any. */
  FoundPost advert() {
    String word = UUID.randomUUID().toString().replaceAll("[0-9-]", "");
    String phone = "62812" + (10_000_000 + Math.floorMod(System.nanoTime(), 89_999_999L));
    String text = word + " daftar lewat wa.me/" + phone + " " + word + "gacor" + word.repeat(4);
    return post(text, number(text, "wa.me/" + phone, "+" + phone));
  }

  static EntityFound number(String text, String written, String value) {
    int at = text.indexOf(written);
    return new EntityFound(
        EntityKind.WHATSAPP, value, new Span(at, at + written.length()), Map.of());
  }

  /** A case that was confirmed, by its number. */
  String confirmed(FoundPost... found) {
    Desks desks = bean(Desks.class);
    Instant at = now.get();
    return desks.change(
        office.id(),
        (desk, jdbc) -> {
          desk.receive(List.of(found));
          SqlJobs jobs = new SqlJobs(jdbc);
          Job job =
              jobs.queue(Filter.waiting(), at, Optional.empty(), 200).jobs().stream()
                  .filter(
                      one ->
                          jobs.postsOf(one.id(), 50).stream()
                              .anyMatch(post -> post.id().equals(found[0].id())))
                  .findFirst()
                  .orElseThrow();
          for (Officer one : List.of(officer, second)) {
            // One job in twenty wants a second look, whatever it is about.
            if (new SqlCases(jdbc).ofJob(job.id()).isEmpty()) {
              desk.take(job.id(), one, at);
              desk.judge(
                  job.id(),
                  one,
                  new Verdict.Confirmed(
                      found[0].findings().getFirst().category(), Stance.PROMOTES, Severity.HIGH),
                  "iklan judi",
                  at);
            }
          }
          return new SqlCases(jdbc).ofJob(job.id()).map(CaseFile::number).orElseThrow();
        });
  }

  CaseFile caseFile(String number) {
    return bean(Desks.class)
        .look(office.id(), jdbc -> new SqlCases(jdbc).find(number).orElseThrow());
  }

  List<String> steps(String number) {
    return caseFile(number).history().stream().map(taken -> taken.step().code()).toList();
  }

  /** The settings of letters as an administrator types them. */
  void letterhead(Browser browser, String... more) {
    letterheadTyped(browser, more);
  }

  /** The same, with the server's answer. */
  Browser.Page letterheadTyped(Browser browser, String... more) {
    List<String> fields = new ArrayList<>(LETTERHEAD);
    fields.addAll(List.of(more)); // What comes later counts.
    fields.addAll(List.of("shown", browser.shown("/office/letters")));
    return browser.post("/office/letters", fields.toArray(String[]::new));
  }

  private static final List<String> LETTERHEAD =
      List.of(
          "letterhead",
          "PEMERINTAH KOTA CONTOH\nDINAS KOMUNIKASI DAN INFORMATIKA\nJalan Contoh 1",
          "place",
          "Contoh",
          "signerTitle",
          "Kepala Dinas",
          "signerName",
          "Budi Contoh",
          "signerNumber",
          "19700101 199001 1 001",
          "pattern",
          "B-{n}/{unit}/{roman}/{year}",
          "unit",
          "KOMINFO",
          "from",
          PostOffice.OFFICE,
          "superior",
          "sekda@contoh.invalid",
          "mostADay",
          "10");

  /** The ministry as an addressee, by its id. */
  String ministry(Browser browser, String... more) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "name", "Direktorat Contoh",
                "kind", "ministry",
                "target", "24h",
                "postal", "Jakarta",
                "email", PostOffice.MINISTRY));
    fields.addAll(List.of(more));
    int id = fields.indexOf("id");
    if (id >= 0) {
      String mark = browser.shown("/office/letters", "value=\"" + fields.get(id + 1) + "\"");
      fields.addAll(List.of("shown", mark));
    }
    addressee(browser, fields.toArray(String[]::new));
    return addresseeNamed("Direktorat Contoh");
  }

  /** An addressee as an administrator types it, with the server's answer. */
  Browser.Page addressee(Browser browser, String... fields) {
    return browser.post("/office/letters/addressees", fields);
  }

  /** The id of whoever has this name among the addressees. */
  String addresseeNamed(String name) {
    return bean(Desks.class)
        .look(
            office.id(),
            jdbc ->
                new SqlAddressees(jdbc)
                    .all().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .id()
                        .toString());
  }

  /** The fields of the ministry's form, and why. */
  static String[] form(String to, String... more) {
    return Stream.concat(
            Stream.of(
                "to", to,
                "f.addresses", "https://contoh.example/1",
                "f.aduankonten", "Perjudian",
                "f.platform", "Contoh",
                "f.reason", "Mengiklankan situs judi",
                "f.seen", "22 Nov 2026 09.00 WIB",
                "necessity", WHY),
            Stream.of(more))
        .toArray(String[]::new);
  }

  /** The path of the referral to which a redirect leads. */
  static String written(Browser.Page answer) {
    String place = URI.create(answer.header("location")).getPath();
    if (!place.startsWith("/referrals/")) {
      throw new IllegalStateException("no letter was written: " + place);
    }
    return place;
  }

  @Override
  public void close() {
    server.close();
  }
}
