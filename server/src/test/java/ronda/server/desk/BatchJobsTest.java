package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.sources.files.Format;

/** Whoever sends posts finds the jobs that came of them, and no others. */
class BatchJobsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String FIRST = "Main di CONTOH88 slot gacor maxwin, daftar sekarang juga";
  private static final String SECOND =
      "Situs RAJA77 gampang jackpot, slot gacor bonus new member 100%";

  private final Office office = DESK.office("Dinas yang mengirim");
  private final Browser ani = DESK.browserOf(DESK.person(office, "Ani Contoh", Role.REVIEWER));

  @Test
  void a_batch_shows_the_jobs_that_it_began_or_that_its_posts_joined() {
    String first = bring(FIRST, "akun-satu");
    String second = bring(SECOND, "akun-dua");
    String copy = bring(FIRST, "akun-tiga");

    assertThat(ani.open(first).body()).contains("Tugas dari kiriman ini", FIRST);
    assertThat(ani.open(first).body()).doesNotContain(SECOND);
    assertThat(ani.open(second).body()).contains(SECOND).doesNotContain(FIRST);
    assertThat(ani.open(copy).body()).as("it joined the first").contains(FIRST, "2 unggahan");
  }

  @Test
  void nobody_of_another_office_sees_it() {
    String batch = bring(FIRST, "akun-satu");
    Office other = DESK.office("Dinas lain");
    Browser stranger = DESK.browserOf(DESK.person(other, "Budi Contoh", Role.REVIEWER));
    assertThat(stranger.open(batch).status()).isEqualTo(404);
  }

  @Test
  void the_worst_is_not_listed_for_whom_it_is_not() {
    String text = "Jual video bokep full durasi, link di bio, bayar dulu baru kirim vcs";
    String batch = bring(text, "akun-satu");
    Browser.Page page = ani.open(batch);
    assertThat(page.body()).contains("<dt>Dengan dugaan</dt><dd><span>1</span>");
    assertThat(page.body()).doesNotContain("bokep");
  }

  @Test
  void all_jobs_of_a_large_batch_are_found_page_by_page() throws IOException {
    String lines =
        IntStream.range(0, 103)
            .mapToObj(
                i ->
                    "{\"id\":\"%d\",\"author\":\"akun-%d\",\"text\":\"%s\"}"
                        .formatted(i, i, FIRST.replace("CONTOH88", "SITUS" + letters(i))))
            .collect(Collectors.joining("\n"));
    String page = send(lines);

    String first = ani.open(page).body();
    String rest =
        ani.get(page + Browser.first(page + "(\\?after=[0-9a-f-]{36})\">Berikutnya", first)).body();

    Set<String> jobs = new HashSet<>(jobs(first));
    assertThat(jobs).hasSize(100);
    assertThat(jobs(rest)).hasSize(3).doesNotContainAnyElementsOf(jobs);
    assertThat(rest).doesNotContain("Berikutnya");
  }

  private static String letters(int number) {
    return "" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
  }

  private static List<String> jobs(String page) {
    return Pattern.compile("/jobs/[0-9a-f-]{36}")
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void what_was_known_already_is_told_to_lie_with_what_brought_it_first() throws IOException {
    String line = "{\"id\":\"1\",\"author\":\"akun\",\"text\":\"" + FIRST + "\"}";
    send(line);
    String again = send(line);

    assertThat(ani.open(again).body())
        .contains(
            "<span>1</span> <small>tidak disimpan lagi: ada di tugas kiriman yang membawanya");
  }

  /** Lines come in from a program; the page of their batch. */
  private String send(String lines) throws IOException {
    Intake.Answer answer =
        DESK.bean(Intake.class)
            .receive(
                new Intake.Sending(office.id(), "uji", Batch.Way.API, "", Optional.empty()),
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                Format.JSONL);
    return "/batches/" + ((Intake.Answer.Done) answer).batch().id();
  }

  private String bring(String text, String author) {
    Browser.Page sent = ani.post("/bring/text", "text", text, "author", author);
    return URI.create(sent.header("Location")).getPath();
  }
}
