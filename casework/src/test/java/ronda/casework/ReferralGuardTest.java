package ronda.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ronda.casework.ReferralGuard.Answer;
import ronda.casework.ReferralGuard.Matter;
import ronda.casework.ReferralGuard.Part;
import ronda.casework.ReferralGuard.Refusal;
import ronda.casework.ReferralGuard.Wish;
import ronda.casework.authority.Actor;
import ronda.casework.authority.Authority;
import ronda.casework.authority.BasisRow;
import ronda.casework.authority.Recipient;
import ronda.casework.authority.ShippedRows;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Region;
import ronda.casework.review.Job;
import ronda.casework.review.Judgement;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Finding;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.PatternFound;

class ReferralGuardTest {
  private static final Instant POSTED = Instant.parse("2026-11-20T02:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String WHY = "Menawarkan judi dengan nomor dan rekening yang masih aktif";
  private static final String ADVERT = "Main di CONTOH88 pasti gacor";
  private static final String OF_THE_MAYOR = "Wali kota Contoh bagi-bagi saldo, daftar di sini";

  private final ReferralGuard guard =
      new ReferralGuard(new Authority(ShippedRows.all()), Actor.COMMUNICATIONS_OFFICE);

  @Test
  void a_gambling_case_may_go_to_the_ministry_with_the_law_of_its_day() {
    Answer.Ok ok = ok(matter(Category.GAMBLING, ADVERT, 1), wish(Recipient.MINISTRY, WHY));
    assertThat(ok.laws()).extracting(BasisRow::id).contains("judi.kuhp-426");
    assertThat(ok.notice()).isFalse();
  }

  @Test
  void the_day_of_the_post_is_a_day_by_the_offices_calendar() {
    Instant newYear = Instant.parse("2026-01-01T18:00:00Z"); // 01.00 on 2 January in Bogor
    Matter matter = matter(Category.GAMBLING, ADVERT, 1, newYear);
    assertThat(ok(matter, wish(Recipient.MINISTRY, WHY)).laws())
        .extracting(BasisRow::id)
        .containsExactly("judi.kuhp-426", "judi.kuhp-427");
  }

  @Test
  void whom_the_table_does_not_name_nothing_is_referred_to() {
    Matter matter = matter(Category.GAMBLING, ADVERT, 1);
    assertThat(refused(matter, wish(Recipient.BAWASLU, WHY)))
        .containsExactly(Refusal.NOT_A_RECIPIENT);
  }

  @Test
  void without_a_law_on_the_day_of_the_post_nothing_is_referred() {
    Instant longAgo = Instant.parse("2022-06-01T00:00:00Z");
    Matter hoax = matter(Category.HOAX, "kabar lama", 2, longAgo);
    assertThat(refused(hoax, wish(Recipient.MINISTRY, WHY))).containsExactly(Refusal.NO_LAW);
  }

  @Test
  void that_it_unsettles_people_is_no_reason() {
    Matter matter = matter(Category.GAMBLING, ADVERT, 1);
    assertThat(refused(matter, wish(Recipient.MINISTRY, "meresahkan masyarakat")))
        .containsExactly(Refusal.MERELY_UNSETTLING);
    assertThat(refused(matter, wish(Recipient.MINISTRY, " "))).containsExactly(Refusal.NO_REASON);
  }

  @Test
  void what_touches_officials_waits_for_a_second_person_and_bears_a_notice() {
    assertThat(refused(matter(Category.SCAM, OF_THE_MAYOR, 1), wish(Recipient.POLICE, WHY)))
        .containsExactly(Refusal.NEEDS_TWO);
    assertThat(ok(matter(Category.SCAM, OF_THE_MAYOR, 2), wish(Recipient.POLICE, WHY)).notice())
        .isTrue();
  }

  @Test
  void an_office_defends_nobodys_honour_whichever_law_is_picked() {
    Matter matter = matter(Category.ABUSE, "kamu jelek sekali", 1);
    Wish wish =
        new Wish(Recipient.POLICE, TODAY, Set.of("pencemaran.kuhp-433"), "Dihujat banyak akun");
    assertThat(refused(matter, wish)).contains(Refusal.DEFAMATION);
  }

  @Test
  void a_reason_that_speaks_of_the_offices_good_name_is_refused() {
    Matter matter = matter(Category.HOAX, "Kabar bohong tentang dinas kota", 2);
    assertThat(refused(matter, wish(Recipient.MINISTRY, "Mencemarkan nama baik dinas kota kami")))
        .containsExactly(Refusal.DEFAMATION);
  }

  @Test
  void harsh_words_about_an_official_are_referred_only_by_the_law_on_threats() {
    Matter matter = matter(Category.ABUSE, "Lurah kami payah, besok kubakar rumahnya", 2);
    String why = "Mengancam membakar rumah seseorang pada hari tertentu";
    assertThat(refused(matter, wish(Recipient.POLICE, why))).containsExactly(Refusal.DEFAMATION);
    Wish threat = new Wish(Recipient.POLICE, TODAY, Set.of("ancaman.kuhp-448-449"), why);
    assertThat(ok(matter, threat).laws())
        .extracting(BasisRow::id)
        .containsExactly("ancaman.kuhp-448-449");
  }

  @Test
  void of_a_victim_of_extortion_one_may_say_that_a_good_name_is_threatened() {
    Matter matter = matter(Category.SEXTORTION, "transfer atau kusebar", 1);
    ok(matter, wish(Recipient.POLICE, "Mengancam mencemarkan nama baik korban bila tidak bayar"));
  }

  @Test
  void of_several_jobs_those_that_name_an_official_are_judged_by_two() {
    Matter plain = matter(Category.GAMBLING, ADVERT, 1);
    Matter byTwo = matter(Category.GAMBLING, OF_THE_MAYOR, 2);
    Matter byOne = matter(Category.GAMBLING, OF_THE_MAYOR, 1);
    assertThat(ok(together(plain, byTwo), wish(Recipient.MINISTRY, WHY)).notice()).isTrue();
    assertThat(refused(together(plain, byOne), wish(Recipient.MINISTRY, WHY)))
        .containsExactly(Refusal.NEEDS_TWO);
    assertThat(refused(together(byTwo, byOne), wish(Recipient.MINISTRY, WHY)))
        .containsExactly(Refusal.NEEDS_TWO);
  }

  private static Matter together(Matter one, Matter other) {
    List<Part> parts = List.of(one.parts().getFirst(), other.parts().getFirst());
    return new Matter(one.file(), parts, one.zone());
  }

  @Test
  void a_closed_case_is_taken_up_again_before_it_is_referred() {
    Matter open = matter(Category.GAMBLING, ADVERT, 1);
    CaseFile closed =
        open.file().after(new Step.Taken(POSTED, "Ani", new Step.Closed("edukasi diberikan")));
    Matter matter = new Matter(closed, open.parts(), open.zone());
    assertThat(refused(matter, wish(Recipient.MINISTRY, WHY))).containsExactly(Refusal.NOT_OPEN);
  }

  @Test
  void what_nobody_finds_harmful_any_more_is_not_referred() {
    Matter confirmed = matter(Category.GAMBLING, ADVERT, 1);
    Matter undone = matter(Category.GAMBLING, ADVERT, 0);
    assertThat(refused(undone, wish(Recipient.MINISTRY, WHY))).containsExactly(Refusal.NOT_FOUND);
    assertThat(refused(together(confirmed, undone), wish(Recipient.MINISTRY, WHY)))
        .containsExactly(Refusal.NOT_FOUND);
    Matter empty = new Matter(confirmed.file(), List.of(), confirmed.zone());
    assertThat(refused(empty, wish(Recipient.MINISTRY, WHY))).contains(Refusal.NOT_FOUND);
  }

  @Test
  void no_law_on_honour_is_ever_offered() {
    Matter matter = matter(Category.ABUSE, "kamu jelek sekali", 1);
    assertThat(guard.laws(matter.file(), matter.days()))
        .isNotEmpty()
        .noneMatch(BasisRow::defamation);
  }

  private static Wish wish(Recipient to, String reason) {
    return new Wish(to, TODAY, Set.of(), reason);
  }

  private Answer.Ok ok(Matter matter, Wish wish) {
    assertThat(guard.mayRefer(matter, wish)).isInstanceOf(Answer.Ok.class);
    return (Answer.Ok) guard.mayRefer(matter, wish);
  }

  private Set<Refusal> refused(Matter matter, Wish wish) {
    assertThat(guard.mayRefer(matter, wish)).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) guard.mayRefer(matter, wish)).reasons();
  }

  private static Matter matter(Category category, String text, int confirmers) {
    return matter(category, text, confirmers, POSTED);
  }

  private static Matter matter(Category category, String text, int confirmers, Instant posted) {
    UUID job = new UUID(0, 1);
    Step opened = new Step.Opened(job, category, Stance.PROMOTES, Severity.HIGH);
    CaseFile file =
        new CaseFile(
            new UUID(0, 9),
            "2026-000001",
            Region.UNKNOWN,
            List.of(new Step.Taken(posted, "Ani", opened)));
    return new Matter(
        file,
        List.of(
            new Part(
                job(job, category, text, confirmers, posted),
                List.of(post(category, text, posted)))),
        ZoneId.of("Asia/Jakarta"));
  }

  private static Job job(UUID id, Category category, String text, int confirmers, Instant posted) {
    Verdict confirmed = new Verdict.Confirmed(category, Stance.PROMOTES, Severity.HIGH);
    List<Judgement> said =
        IntStream.range(0, confirmers)
            .mapToObj(i -> new Judgement(new UUID(5, i), posted, confirmed, "jelas"))
            .toList();
    return new Job(
        id,
        category,
        Stance.PROMOTES,
        Severity.HIGH,
        0.9,
        Region.UNKNOWN,
        text,
        "video",
        1,
        1,
        posted,
        posted,
        confirmers > 1,
        Optional.empty(),
        said);
  }

  private static FoundPost post(Category category, String text, Instant posted) {
    Origin origin = new Origin("akun", "video", "", Optional.of(posted), "", List.of(), List.of());
    Finding finding =
        new Finding(
            category,
            Stance.PROMOTES,
            0.9,
            List.of(new PatternFound("contoh", category, new Span(0, 1), 1)),
            "contoh@1",
            Severity.HIGH,
            "contoh",
            false);
    return new FoundPost(
        new UUID(0, 2), new Post("1", text, origin), List.of(finding), List.of(), posted);
  }
}
