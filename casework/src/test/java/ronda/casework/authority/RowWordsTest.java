package ronda.casework.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ronda.identify.post.Category;

class RowWordsTest {
  private static final String LAW =
      """
      # Sebuah catatan
      id: judi.contoh
      category: gambling, scam
      from: 2024-01-02
      until: 2026-01-01
      basis: UU contoh Pasal 1
        ayat (2)
      threat: penjara paling lama 6 tahun: atau denda
      complaint: yes
      source: contoh
      check: press
      """;

  @Test
  void a_paragraph_becomes_a_row() {
    BasisRow row = (BasisRow) RowWords.rows(LAW).getFirst();
    assertThat(row.categories()).isEqualTo(Set.of(Category.GAMBLING, Category.SCAM));
    assertThat(row.basis()).isEqualTo("UU contoh Pasal 1 ayat (2)");
    assertThat(row.threat()).isEqualTo("penjara paling lama 6 tahun: atau denda");
    assertThat(row.complaint()).isTrue();
    assertThat(row.defamation()).isFalse();
    assertThat(row.holdsOn(LocalDate.of(2026, 1, 1))).isTrue();
    assertThat(row.holdsOn(LocalDate.of(2026, 1, 2))).isFalse();
    assertThat(row.holdsOn(LocalDate.of(2024, 1, 1))).isFalse();
  }

  @Test
  void every_shipped_row_comes_back_from_its_words() {
    assertThat(ShippedRows.all())
        .allSatisfy(row -> assertThat(RowWords.row(RowWords.of(row))).isEqualTo(row));
  }

  @Test
  void what_is_not_understood_is_said() {
    refused(LAW.replace("gambling", "kritik"), "judi.contoh: 'kritik' is no category");
    refused(LAW.replace("2024-01-02", "kemarin"), "'kemarin' is no from");
    refused(LAW.replace("check: press", "check: sure"), "'sure' is no check");
    refused(LAW.replace("complaint", "keluhan"), "unknown fields [keluhan]");
    refused(LAW.replace("category: gambling, scam", "category:"), "is about no category");
    refused(LAW.replace("2024-01-02", "2027-01-02"), "ends before it begins");
    refused(LAW.replace("judi.contoh", "Judi Contoh"), "a row's id has");
    refused(LAW + "basis: dua kali", "line 12 is not 'name: words' with a new name");
    refused(LAW + "tanpa titik dua", "line 12");
    refused(LAW.replace("threat: ", "threat: " + "x".repeat(2_001)), "at most 2,000 characters");
  }

  @Test
  void a_row_that_refers_says_to_whom_and_one_that_allows_does_not() {
    String act =
        """
        id: a
        act: block
        by: citizen
        says: %s
        to: %s
        from: 2020-01-01
        basis: contoh
        check: unread
        """;
    refused(act.formatted("refer", ""), "says not to whom");
    refused(act.formatted("forbidden", "police"), "names recipients and refers to nobody");
  }

  private static void refused(String text, String why) {
    assertThatThrownBy(() -> RowWords.rows(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
