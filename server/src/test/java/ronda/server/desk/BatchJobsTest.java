package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;

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

  private String bring(String text, String author) {
    Browser.Page sent = ani.post("/bring/text", "text", text, "author", author);
    return URI.create(sent.header("Location")).getPath();
  }
}
