package ronda.server.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.cases.CaseFile;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.proof.bundle.Archives;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.server.desk.Batch;
import ronda.server.desk.Desks;
import ronda.server.desk.Intake;
import ronda.sources.files.Format;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCases;

/** An office of its own with a case in it, begun with a made-up post. */
record CaseAtHand(Office office, Officer keeper, UUID job, String number) {
  static final String WORDS = "CONTOH88 gacor malam ini, depo 10rb langsung maxwin";

  static CaseAtHand open(OpenDesk desk) {
    Office office = desk.office("Dinas Bukti " + UUID.randomUUID());
    Officer keeper = desk.person(office, "Kirana Contoh", Role.CASE_OFFICER);
    UUID job =
        job(
            desk,
            office,
            "{\"id\":\"c-1\",\"text\":\""
                + WORDS
                + "\",\"author\":\"akun_contoh\",\"url\":\"https://contoh.invalid/p/1\",\"platform\":\"instagram\"}");
    String number = confirm(desk, keeper, job);
    return new CaseAtHand(office, keeper, job, number);
  }

  /** Lets a post come in, and answers the job that it began. */
  static UUID job(OpenDesk desk, Office office, String line) {
    Optional<UUID> before = latestJob(desk, office);
    var sending = new Intake.Sending(office.id(), "uji", Batch.Way.API, "", Optional.empty());
    try {
      desk.bean(Intake.class)
          .receive(
              sending,
              new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)),
              Format.JSONL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return latestJob(desk, office)
        .filter(job -> !before.equals(Optional.of(job)))
        .orElseThrow(() -> new AssertionError("it began no job: " + line));
  }

  private static Optional<UUID> latestJob(OpenDesk desk, Office office) {
    return desk.bean(InOffice.class)
        .read(
            office.id(),
            jdbc ->
                jdbc.sql("SELECT id FROM jobs ORDER BY id DESC LIMIT 1")
                    .query(UUID.class)
                    .optional());
  }

  static String confirm(OpenDesk desk, Officer officer, UUID job) {
    return desk.bean(Desks.class)
        .change(
            officer.office(),
            (work, jdbc) -> {
              jdbc.sql("UPDATE jobs SET needs_two = false").update();
              work.take(job, officer, desk.now());
              var verdict =
                  new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
              work.judge(job, officer, verdict, "jelas", desk.now());
              return new SqlCases(jdbc).ofJob(job).map(CaseFile::number).orElseThrow();
            });
  }

  <T> T look(OpenDesk desk, java.util.function.Function<JdbcClient, T> work) {
    return desk.bean(InOffice.class).read(office.id(), work);
  }

  /** The keeper's browser, once the case's posts are kept as evidence. */
  Browser keeping(OpenDesk desk) {
    Browser browser = desk.browserOf(keeper);
    browser.open("/");
    browser.post(page() + "/evidence/posts", "why", "agar tidak hilang");
    return browser;
  }

  /** A bundle made in this browser, below {@code folder}; what whoever checks it is told. */
  ronda.proof.bundle.Verdict verified(Browser browser, Path folder) throws IOException {
    browser.post(page() + "/evidence/bundle", "why", "untuk kementerian");
    String path = Browser.first("(/evidence/bundles/[0-9a-f-]{36})", browser.get(page()).body());
    Path file = Files.write(folder.resolve(UUID.randomUUID() + ".zip"), browser.takeOut(path));
    return Archives.verify(file);
  }

  String page() {
    return "/cases/" + number;
  }
}
