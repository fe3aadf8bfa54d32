package ronda.casework.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ronda.casework.office.Office;
import ronda.identify.post.Category;

/** The table that comes with Ronda, asked as an office would ask it. */
class AuthorityTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 1);
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 2);

  private final Authority shipped = new Authority(ShippedRows.all());

  @Test
  void a_communications_office_that_wishes_to_block_is_sent_to_the_ministry() {
    Answer answer = ask(Act.BLOCK, Category.GAMBLING);
    assertThat(answer).isInstanceOf(Answer.Refer.class);
    assertThat(((Answer.Refer) answer).to()).containsExactly(Recipient.MINISTRY);
    assertThat(answer.isDisputed()).isFalse();
  }

  @Test
  void where_law_and_practice_disagree_both_rows_are_shown_and_the_answer_is_refer() {
    Answer answer = ask(Act.BLOCK, Category.PORNOGRAPHY);
    assertThat(answer).isInstanceOf(Answer.Refer.class);
    assertThat(answer.isDisputed()).isTrue();
    assertThat(answer.rows())
        .extracting(ActRow::id)
        .containsExactly("blokir.kominfo-daerah.praktik", "blokir.kominfo-daerah.uu44-2008-19");
    assertThat(answer.deciding()).map(ActRow::says).contains(Ruling.REFER);
  }

  @Test
  void nobody_but_an_investigator_traces() {
    assertThat(ask(Act.TRACE, Category.SCAM)).isInstanceOf(Answer.Refer.class);
    assertThat(shipped.ask(Act.TRACE, Actor.POLICE_RELATIONS, Category.SCAM, TODAY))
        .isInstanceOf(Answer.Refer.class);
    assertThat(shipped.ask(Act.TRACE, Actor.CITIZEN, Category.SCAM, TODAY))
        .isInstanceOf(Answer.Forbidden.class);
    assertThat(shipped.ask(Act.TRACE, Actor.POLICE_INVESTIGATOR, Category.SCAM, TODAY))
        .isInstanceOf(Answer.Allowed.class);
  }

  @Test
  void what_no_row_speaks_of_may_not_be_done() {
    Answer beforeTheLaw =
        shipped.ask(Act.BLOCK, Actor.MINISTRY, Category.GAMBLING, LocalDate.of(2005, 1, 1));
    assertThat(beforeTheLaw).isEqualTo(new Answer.Silent());
    assertThat(beforeTheLaw.deciding()).isEmpty();
  }

  @Test
  void a_row_that_forbids_outweighs_one_that_allows() {
    Authority both = new Authority(List.of(row("a", "allowed"), row("b", "forbidden")));
    assertThat(both.ask(Act.OBSERVE, Actor.CITIZEN, Category.SCAM, TODAY))
        .isInstanceOf(Answer.Forbidden.class);
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void every_category_may_be_referred_to_somebody_by_every_kind_of_office(Category category) {
    for (Office.Kind kind : Office.Kind.values()) {
      assertThat(shipped.recipients(Actor.of(kind), category, TODAY)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Act.class)
  void of_every_act_the_table_says_something_for_every_kind_of_office(Act act) {
    for (Office.Kind kind : Office.Kind.values()) {
      assertThat(shipped.ask(act, Actor.of(kind), Category.PORNOGRAPHY, TODAY))
          .isNotInstanceOf(Answer.Silent.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void a_post_of_the_first_and_of_the_second_of_january_2026_is_judged_by_the_law_of_its_day(
      Category category) {
    List<BasisRow> before = shipped.bases(category, LAST_DAY);
    List<BasisRow> after = shipped.bases(category, FIRST_DAY);
    assertThat(before).isNotEmpty();
    assertThat(after).isNotEmpty();
    assertThat(before).noneMatch(row -> row.basis().startsWith("KUHP (UU 1/2023"));
    if (category != Category.ILLEGAL_LENDING) {
      assertThat(after).anyMatch(row -> row.basis().startsWith("KUHP (UU 1/2023"));
    }
    assertThat(after).noneMatch(row -> row.basis().startsWith("KUHP lama"));
  }

  @Test
  void the_article_on_gambling_changes_with_the_day() {
    assertThat(ids(shipped.bases(Category.GAMBLING, LAST_DAY)))
        .containsExactly("judi.ite-27-2.2024", "judi.kuhp-lama-303");
    assertThat(ids(shipped.bases(Category.GAMBLING, FIRST_DAY)))
        .containsExactly("judi.kuhp-426", "judi.kuhp-427");
    assertThat(ids(shipped.bases(Category.GAMBLING, Set.of(FIRST_DAY, LAST_DAY)))).hasSize(4);
  }

  @Test
  void an_article_of_which_nobody_knows_whether_it_holds_is_shown_and_not_cited() {
    assertThat(shipped.row("judi.ite-27-2.2026")).isPresent();
    assertThat(ids(shipped.bases(Category.GAMBLING, FIRST_DAY)))
        .doesNotContain("judi.ite-27-2.2026");
  }

  @Test
  void every_shipped_row_names_its_source_and_none_claims_that_a_jurist_checked_it() {
    assertThat(ShippedRows.all())
        .hasSizeGreaterThan(80)
        .allSatisfy(row -> assertThat(row.source()).as(row.id()).isNotBlank())
        .allMatch(row -> row.check().isOpen());
  }

  @Test
  void two_rows_with_one_name_are_refused() {
    assertThatThrownBy(() -> new Authority(List.of(row("a", "allowed"), row("a", "allowed"))))
        .hasMessageContaining("two rows have the id a");
  }

  private Answer ask(Act act, Category category) {
    return shipped.ask(act, Actor.of(Office.Kind.COMMUNICATIONS_OFFICE), category, TODAY);
  }

  private static List<String> ids(List<BasisRow> rows) {
    return rows.stream().map(BasisRow::id).toList();
  }

  private static Row row(String id, String says) {
    return RowWords.row(
        Map.of(
            "id",
            id,
            "act",
            "observe",
            "by",
            "citizen",
            "says",
            says,
            "from",
            "2020-01-01",
            "basis",
            "UU contoh",
            "check",
            "unread"));
  }
}
