package ronda.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.chain.Link;
import ronda.casework.intake.Discretion;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.review.Job;
import ronda.casework.review.Reviewing.Answer;
import ronda.casework.review.Reviewing.Refusal;
import ronda.casework.review.Standing;
import ronda.casework.review.Verdict;
import ronda.identify.post.Category;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.post.Span;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;

/** A day at a desk, from the post that comes in to the case that is withdrawn. */
class DeskTest extends AtDesk {
  @Test
  void a_text_that_is_posted_41_times_by_12_accounts_is_one_job() {
    List<FoundPost> wave = new ArrayList<>();
    for (int i = 0; i < 41; i++) {
      wave.add(post(ADVERT + " " + i, "akun" + i % 12));
    }
    assertThat(desk.receive(wave)).isEqualTo(new Desk.Received(1, 40, 0));
    assertThat(only().posts()).isEqualTo(41);
    assertThat(only().accounts()).isEqualTo(12);
  }

  @Test
  void what_is_back_after_its_case_was_closed_takes_that_case_up_again_and_says_why() {
    String first = "Slot gampang menang, hubungi kami sekarang";
    desk.receive(List.of(calling(first, "+6281200000000")));
    Job old = only();
    confirm(old, ani);
    String number = cases.ofJob(old.id()).orElseThrow().number();
    desk.add(number, new Step.Closed("konten sudah turun"), ani, NINE);

    desk.receive(List.of(calling("Promo akhir pekan, isi saldo dapat dua kali", "+6281200000000")));
    Job back = waiting();
    confirm(back, ani);

    CaseFile file = cases.ofJob(back.id()).orElseThrow();
    assertThat(file.number()).isEqualTo(number);
    assertThat(file.status()).isEqualTo(CaseFile.Status.OPEN);
    assertThat(audit.toString()).as("nothing that could not be forgotten").doesNotContain("+62812");
    assertThat(file.history().getLast().step()).isEqualTo(new Step.Resurfaced(back.id(), "phone"));

    desk.undo(back.id(), ani, NINE);
    assertThat(cases.ofJob(old.id()).orElseThrow().status())
        .as("the older judgement still stands")
        .isEqualTo(CaseFile.Status.CLOSED);
  }

  @Test
  void a_case_that_is_open_or_shares_only_a_link_is_not_taken_up_again() {
    desk.receive(List.of(calling("Slot gampang menang, hubungi kami sekarang", "+6281200000000")));
    Job first = only();
    confirm(first, ani);
    desk.receive(List.of(calling("Promo akhir pekan, isi saldo dapat dua kali", "+6281200000000")));
    Job second = waiting();
    confirm(second, ani);
    assertThat(cases.ofJob(second.id())).isNotEqualTo(cases.ofJob(first.id()));
  }

  @Test
  void posts_that_share_a_number_to_call_are_one_job() {
    desk.receive(List.of(calling("Slot gampang menang, hubungi kami sekarang", "+6281200000000")));
    desk.receive(List.of(calling("Daftar akun baru dapat bonus besar lho kak", "+6281200000000")));
    desk.receive(List.of(calling("Promo akhir pekan, isi saldo dapat dua kali", "+6281200000001")));
    assertThat(all()).extracting(Job::posts).containsExactlyInAnyOrder(2, 1);
  }

  @Test
  void a_file_that_is_sent_twice_counts_once() {
    desk.receive(List.of(post(ADVERT, "akun1")));
    assertThat(desk.receive(List.of(post(ADVERT, "akun1")))).isEqualTo(new Desk.Received(0, 0, 1));
    assertThat(only().posts()).isEqualTo(1);
  }

  @Test
  void what_others_are_to_see_does_not_join_and_finds_its_own_again() {
    served.addAll(List.of(new Region("32.71"), new Region("32.71.01")));
    desk.receive(List.of(at("32.71.01", "akun1"), at("32.71.02", "akun1")));
    assertThat(all())
        .extracting(Job::region)
        .extracting(Region::code)
        .containsExactlyInAnyOrder("32.71.01", "32.71.02");
    desk.receive(
        List.of(at("32.71.02", "akun2"), at("32.71.03", "akun2"), at("32.71.01", "akun2")));
    assertThat(all()).hasSize(2);
    assertThat(all())
        .as("districts with no people of their own are one")
        .extracting(Job::posts)
        .containsExactlyInAnyOrder(2, 3);
  }

  @Test
  void where_everybody_serves_the_whole_place_its_parts_are_one() {
    served.add(new Region("32.71"));
    desk.receive(List.of(at("32.71.01", "akun1"), at("32.71.02", "akun2"), at("", "akun3")));
    assertThat(only().posts()).isEqualTo(3);
  }

  private FoundPost at(String region, String author) {
    FoundPost post = post(ADVERT + " " + ids.incrementAndGet(), author);
    Origin there = new Origin(author, "video", "", Optional.of(NINE), region, List.of(), List.of());
    return new FoundPost(
        post.id(),
        new Post("1", post.post().text(), there),
        post.findings(),
        post.entities(),
        NINE);
  }

  @Test
  void a_case_of_which_nothing_is_found_harmful_is_not_reopened_by_words() {
    Job job = received(ADVERT);
    confirm(job, ani);
    String number = cases.ofJob(job.id()).orElseThrow().number();
    desk.undo(job.id(), ani, NINE);
    Step wish = new Step.Reopened("saya mau");
    assertThat(desk.add(number, wish, budi, NINE))
        .contains(new CaseFlow.Answer.Refused(CaseFlow.Refusal.NOTHING_FOUND));
    desk.judge(job.id(), ani, new Verdict.NotHarmful(), "bukan ajakan", NINE);
    assertThat(desk.add(number, wish, budi, NINE))
        .contains(new CaseFlow.Answer.Refused(CaseFlow.Refusal.NOTHING_FOUND));
    assertThat(cases.ofJob(job.id()).orElseThrow().status()).isEqualTo(CaseFile.Status.WITHDRAWN);
  }

  @Test
  void a_reopened_case_leaves_behind_what_is_not_harmful() {
    Job first = received(ADVERT);
    confirm(first, ani);
    String number = cases.ofJob(first.id()).orElseThrow().number();
    desk.receive(List.of(post("Isi saldo lewat pulsa tanpa potongan ya kak", "akun2")));
    Job second = waiting();
    desk.take(second.id(), budi, NINE);
    desk.judge(second.id(), budi, new Verdict.DuplicateOf(first.id()), "kembaran", NINE);
    desk.undo(first.id(), ani, NINE);
    assertThat(cases.byNumber(number).orElseThrow().status()).isEqualTo(CaseFile.Status.WITHDRAWN);

    desk.add(number, new Step.Reopened("yang kedua tetap iklan"), budi, NINE);
    CaseFile file = cases.byNumber(number).orElseThrow();
    assertThat(file.status()).isEqualTo(CaseFile.Status.OPEN);
    assertThat(file.jobs()).containsExactly(second.id());
  }

  @Test
  void a_confirmed_job_becomes_a_case_and_later_copies_join_it() {
    Job job = received(ADVERT);
    confirm(job, ani);
    CaseFile file = cases.ofJob(job.id()).orElseThrow();
    assertThat(file.number()).isEqualTo("2026-000001");
    desk.receive(List.of(post(ADVERT + " ayo", "akun2"), post(ADVERT + " yuk", "akun3")));
    desk.receive(List.of(post(ADVERT + " gas", "akun4")));
    desk.tellOfCopies(9, NINE);
    assertThat(steps(job)).hasSize(2).last().isEqualTo(new Step.PostsJoined(3, "copy"));
    assertThat(only().standing()).isEqualTo(Standing.CONFIRMED);
    assertThat(desk.tellOfCopies(9, NINE)).isZero();
  }

  @Test
  void copies_that_came_before_a_step_are_told_before_it() {
    Job job = received(ADVERT);
    confirm(job, ani);
    desk.receive(List.of(post(ADVERT + " ayo", "akun2")));
    desk.add("2026-000001", new Step.Noted("sudah ditelepon"), ani, NINE);
    desk.receive(List.of(post(ADVERT + " yuk", "akun3")));
    desk.undo(job.id(), ani, NINE);

    assertThat(steps(job))
        .extracting(Step::code)
        .containsExactly("opened", "posts-joined", "noted", "posts-joined", "withdrawn");
  }

  private List<Step> steps(Job job) {
    return cases.ofJob(job.id()).orElseThrow().history().stream().map(Step.Taken::step).toList();
  }

  @Test
  void a_case_bears_the_year_in_which_its_office_opened_it() {
    Job job = received(ADVERT);
    Instant newYear = Instant.parse("2026-12-31T23:30:00Z"); // half past six on 1 January in WIB
    desk.take(job.id(), ani, newYear);
    desk.judge(job.id(), ani, GAMBLING, "iklan", newYear);

    assertThat(cases.ofJob(job.id()).orElseThrow().number()).isEqualTo("2027-000001");
  }

  @Test
  void the_next_post_of_an_account_that_was_judged_is_judged_anew() {
    confirm(received(ADVERT), ani);
    desk.receive(List.of(post("Sama sekali lain: jual beli chip murah meriah", "akun1")));
    assertThat(all()).hasSize(2);
  }

  @Test
  void what_is_taken_back_withdraws_the_case_and_a_new_confirmation_reopens_it() {
    Job job = received(ADVERT);
    confirm(job, ani);
    desk.undo(job.id(), ani, NINE.plusSeconds(60));
    assertThat(cases.ofJob(job.id()).orElseThrow().status()).isEqualTo(CaseFile.Status.WITHDRAWN);
    desk.judge(job.id(), ani, GAMBLING, "ternyata benar", NINE.plusSeconds(90));
    assertThat(cases.ofJob(job.id()).orElseThrow().status()).isEqualTo(CaseFile.Status.OPEN);
    assertThat(cases.count(Optional.empty())).isEqualTo(1);
  }

  @Test
  void every_act_is_entered_with_the_persons_name() {
    Job job = received(ADVERT);
    confirm(job, ani);
    assertThat(audit)
        .extracting(Link.Entry::act)
        .containsExactly("job-taken", "job-judged", "case-opened");
    assertThat(audit).extracting(Link.Entry::actor).containsOnly("Ani <Ani@contoh.invalid>");
  }

  @Test
  void what_is_refused_changes_nothing_and_is_not_entered() {
    Job job = received(ADVERT);
    desk.take(job.id(), ani, NINE);
    assertThat(desk.take(job.id(), budi, NINE))
        .isEqualTo(new Answer.Refused(Refusal.HELD_BY_ANOTHER));
    assertThat(audit).hasSize(1);
  }

  @Test
  void a_job_of_another_place_is_not_there_for_an_officer() {
    Job job = received(ADVERT);
    assertThat(job.region()).isEqualTo(new Region("32.71"));
    Officer elsewhere = officer("Dedi", true, new Region("36.01"));
    assertThat(desk.take(job.id(), elsewhere, NINE))
        .isEqualTo(new Answer.Refused(Refusal.NO_SUCH_JOB));
  }

  @Test
  void the_worst_is_shown_to_those_only_who_agreed_to_it() {
    FoundPost post = found("contoh", "akun1", Category.SEXTORTION, List.of());
    desk.receive(List.of(post));
    assertThat(desk.take(only().id(), ani, NINE))
        .isEqualTo(new Answer.Refused(Refusal.NO_SUCH_JOB));
    Officer agreed = officer("Eka", true, Region.UNKNOWN);
    assertThat(desk.take(only().id(), agreed, NINE)).isInstanceOf(Answer.Done.class);
  }

  @Test
  void a_duplicate_names_a_job_that_stands_for_itself() {
    Job first = received(ADVERT);
    desk.receive(List.of(post("Isi saldo lewat pulsa tanpa potongan ya kak", "akun9")));
    Job second =
        all().stream().filter(job -> !job.id().equals(first.id())).findFirst().orElseThrow();
    desk.take(second.id(), ani, NINE);
    Verdict nowhere = new Verdict.DuplicateOf(new UUID(9, 9));
    assertThat(desk.judge(second.id(), ani, nowhere, "sama", NINE))
        .isEqualTo(new Answer.Refused(Refusal.NO_SUCH_ORIGINAL));
    Verdict same = new Verdict.DuplicateOf(first.id());
    assertThat(desk.judge(second.id(), ani, same, "sama", NINE)).isInstanceOf(Answer.Done.class);
  }

  @Test
  void nobody_learns_of_a_job_that_is_not_theirs_by_calling_another_its_duplicate() {
    Job mine = received(ADVERT);
    desk.receive(List.of(found("Isi saldo lewat", "akun9", Category.PORNOGRAPHY, List.of())));
    Job hidden =
        all().stream().filter(job -> !job.id().equals(mine.id())).findFirst().orElseThrow();
    desk.take(mine.id(), ani, NINE);

    assertThat(desk.judge(mine.id(), ani, new Verdict.DuplicateOf(hidden.id()), "sama", NINE))
        .isEqualTo(new Answer.Refused(Refusal.NO_SUCH_ORIGINAL));
  }

  @Test
  void a_copy_that_names_an_official_makes_an_undecided_job_one_for_two() {
    desk.receive(List.of(post(ADVERT, "akun1")));
    assertThat(only().needsTwo()).isFalse();

    desk.receive(List.of(post(ADVERT + " bupati", "akun2")));

    assertThat(only().posts()).isEqualTo(2);
    assertThat(only().needsTwo()).isTrue();
  }

  @Test
  void who_brings_posts_is_written_down() {
    desk.brings(new UUID(7, 7), "Ani", "upload", NINE);

    assertThat(audit.toString()).contains("posts-brought", "Ani", "batch:" + new UUID(7, 7));
  }

  @Test
  void digits_of_an_identity_number_are_hidden_and_every_place_stays() {
    EntityFound nik = new EntityFound(EntityKind.NIK, "masked", new Span(4, 20), Map.of());
    Post post = Post.of("1", "nik 3271010101900001 milik \u0000 siapa \ud800");
    assertThat(Discretion.hide(post, List.of(nik)).text())
        .isEqualTo("nik **************** milik \ufffd siapa \ufffd");
  }

  @Test
  void an_identity_number_is_hidden_in_every_disguise_in_which_it_is_found() {
    for (String nik :
        List.of(
            "\ud835\udfd1\ud835\udfd0\ud835\udfd5\ud835\udfcf01 0101 90 0001", // 𝟑𝟐𝟕𝟏
            "32710101019000\u2460\u2461", // ①②
            "327lO10101900001",
            "\uff13\uff12\uff17\uff11-0101-0190-0001")) {
      String text = "nik " + nik + " milik siapa";
      EntityFound found =
          new EntityFound(EntityKind.NIK, "masked", new Span(4, 4 + nik.length()), Map.of());
      assertThat(Discretion.hide(Post.of("1", text), List.of(found)).text())
          .hasSameSizeAs(text)
          .matches("nik [*. -]+ milik siapa");
    }
  }

  @Test
  void what_is_no_text_is_taken_out_of_every_field_that_is_kept() {
    String odd = "a\u0000\ud800";
    Origin origin = new Origin(odd, odd, odd, Optional.of(NINE), odd, List.of(odd), List.of(odd));
    String plain = "a\ufffd\ufffd";
    assertThat(Discretion.hide(new Post(odd, odd, origin), List.of()))
        .isEqualTo(
            new Post(
                plain,
                plain,
                new Origin(
                    plain,
                    plain,
                    plain,
                    Optional.of(NINE),
                    plain,
                    List.of(plain),
                    List.of(plain))));
  }
}
