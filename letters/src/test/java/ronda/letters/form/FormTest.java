package ronda.letters.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ronda.casework.authority.AduanKonten;
import ronda.casework.authority.Recipient;
import ronda.casework.referral.Discreet;
import ronda.identify.post.Category;

/**
 * Each recipient's form: exactly the fields it asks for, and nothing in them that it need not know.
 */
class FormTest {
  private static final String WORDS =
      "Ani Contoh (0812-0000-0002, NIK 3271010101900001) ditawari lewat 0812-0000-0001";

  private static List<String> fields(Recipient recipient) {
    return Form.of(recipient, Category.GAMBLING).fields().stream().map(Form.Field::code).toList();
  }

  /** Every field of every form, filled with the same words. */
  private static Map<String, String> everything(String words) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (Recipient recipient : Recipient.values()) {
      fields(recipient).forEach(code -> typed.put(code, words));
    }
    return typed;
  }

  private static Map<String, String> left(Recipient recipient, Map<String, String> typed) {
    var discreet = new Discreet(recipient, Set.of("81200000001"), List.of("Ani Contoh"));
    return Form.of(recipient, Category.GAMBLING).discreet(typed, discreet);
  }

  @Test
  void each_recipient_is_asked_for_the_fields_of_its_own_form_and_no_others() {
    assertThat(fields(Recipient.MINISTRY))
        .containsExactly("addresses", "aduankonten", "platform", "reason", "seen", "screenshots");
    List<String> police =
        List.of(
            "title",
            "place",
            "seen",
            "chronology",
            "accounts",
            "addresses",
            "contacts",
            "money",
            "victims",
            "screenshots");
    assertThat(fields(Recipient.POLICE)).isEqualTo(police);
    assertThat(fields(Recipient.PPA)).isEqualTo(police);
    assertThat(fields(Recipient.BAWASLU))
        .containsExactly("addresses", "platform", "seen", "election", "reason", "screenshots");
    List<String> money =
        List.of(
            "bank",
            "number",
            "holder",
            "cekrekening",
            "loss",
            "source",
            "transferred",
            "chronology",
            "screenshots");
    assertThat(fields(Recipient.OJK_IASC)).isEqualTo(money);
    assertThat(fields(Recipient.BANK)).isEqualTo(money);
    List<String> staff = List.of("addresses", "unit", "reason", "decision", "screenshots");
    assertThat(fields(Recipient.INSPEKTORAT)).isEqualTo(staff);
    assertThat(fields(Recipient.BKPSDM)).isEqualTo(staff);
    assertThat(fields(Recipient.PLATFORM))
        .containsExactly("addresses", "accounts", "rule", "reason", "seen");
    assertThat(fields(Recipient.OTHER_REGION))
        .containsExactly("title", "chronology", "screenshots", "accounts", "addresses", "place");
  }

  @Test
  void the_fields_are_the_same_for_every_category() {
    for (Recipient recipient : Recipient.values()) {
      for (Category category : Category.values()) {
        assertThat(Form.of(recipient, category).fields().stream().map(Form.Field::code))
            .containsExactlyElementsOf(fields(recipient));
      }
    }
  }

  @Test
  void what_was_typed_for_another_recipient_does_not_leave() {
    for (Recipient recipient : Recipient.values()) {
      assertThat(left(recipient, everything("kata")).keySet())
          .as(recipient.code())
          .containsExactlyElementsOf(fields(recipient));
    }
  }

  @Test
  void a_private_persons_name_and_numbers_leave_in_no_field_but_addresses() {
    for (Recipient recipient : Recipient.values()) {
      Form form = Form.of(recipient, Category.GAMBLING);
      left(recipient, everything(WORDS))
          .forEach(
              (code, said) -> {
                Form.Holds holds = form.field(code).orElseThrow().holds();
                if (holds != Form.Holds.ADDRESSES) {
                  assertThat(said).as(recipient.code() + " " + code).doesNotContain("Ani Contoh");
                }
                if (holds != Form.Holds.ADDRESSES) {
                  assertThat(said)
                      .as(recipient.code() + " " + code)
                      .doesNotContain("3271010101900001")
                      .doesNotContain("0812-0000-0002");
                }
              });
    }
  }

  @Test
  void the_number_that_served_the_offence_leaves_only_to_who_works_with_numbers() {
    Set<Recipient> working =
        EnumSet.of(
            Recipient.POLICE,
            Recipient.PPA,
            Recipient.OJK_IASC,
            Recipient.BANK,
            Recipient.OTHER_REGION);
    for (Recipient recipient : Recipient.values()) {
      String words = working(recipient);
      String said = left(recipient, everything(WORDS)).getOrDefault(words, "");
      assertThat(said.contains("0812-0000-0001"))
          .as(recipient.code())
          .isEqualTo(working.contains(recipient));
    }
  }

  /** The field in which a recipient reads what happened. */
  private static String working(Recipient recipient) {
    return fields(recipient).contains("chronology") ? "chronology" : "reason";
  }

  @Test
  void the_ministrys_form_has_twelve_categories_of_which_defamation_is_never_offered() {
    assertThat(Stream.of(AduanKonten.values()).map(AduanKonten::title))
        .hasSize(12)
        .doesNotHaveDuplicates();
    for (Category category : Category.values()) {
      List<String> offered =
          Form.of(Recipient.MINISTRY, category).field("aduankonten").orElseThrow().choices();
      assertThat(offered)
          .as(category.code())
          .isNotEmpty()
          .doesNotContain(AduanKonten.DEFAMATION.title())
          .isSubsetOf(Stream.of(AduanKonten.values()).map(AduanKonten::title).toList());
    }
  }

  @Test
  void a_choice_that_the_form_does_not_offer_a_missing_and_a_long_field_are_named() {
    Form form = Form.of(Recipient.MINISTRY, Category.GAMBLING);
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("addresses", "https://contoh.example/1");
    typed.put("aduankonten", AduanKonten.DEFAMATION.title());
    typed.put("platform", "x".repeat(301));
    typed.put("reason", "   ");
    typed.put("seen", "tadi");
    var nothing = new Discreet(Recipient.MINISTRY, Set.of(), List.of());
    assertThat(form.mistakes(typed, nothing))
        .extracting(mistake -> mistake.field().code() + " " + mistake.how())
        .containsExactly("aduankonten choice", "platform long", "reason missing");
    typed.put("aduankonten", "Perjudian");
    typed.put("platform", "Contoh");
    typed.put("reason", "Mengiklankan judi");
    assertThat(form.mistakes(typed, nothing)).isEmpty();
  }

  @Test
  void an_account_that_a_bank_must_have_and_nobody_ticked_is_named() {
    Form form = Form.of(Recipient.BANK, Category.SCAM);
    Map<String, String> typed = new LinkedHashMap<>();
    form.fields().stream()
        .filter(field -> field.choices().isEmpty())
        .forEach(field -> typed.put(field.code(), "kata"));
    typed.put("cekrekening", form.field("cekrekening").orElseThrow().choices().getFirst());
    typed.put("number", "1234567890");
    assertThat(form.mistakes(typed, new Discreet(Recipient.BANK, Set.of(), List.of())))
        .extracting(mistake -> mistake.field().code() + " " + mistake.how())
        .containsExactly("number hidden");
    assertThat(form.mistakes(typed, new Discreet(Recipient.BANK, Set.of("1234567890"), List.of())))
        .isEmpty();
  }
}
