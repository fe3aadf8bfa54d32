package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ronda.identify.post.Category;

/** A number leaves in a letter only if a person said that it served the suspected act. */
class NumbersInLettersTest extends WithPostDesk {
  private static final String VICTIMS = "+6281234567890";

  private String police = "";

  /** A case of sextortion in whose post a number stands that is as likely the victim's. */
  private String extorted() {
    String word = UUID.randomUUID().toString().replaceAll("[0-9-]", "");
    String text = word + " video kamu disebar, hubungi wa.me/6281234567890 " + word.repeat(4);
    return desk.confirmed(
        desk.post(
            Category.SEXTORTION, text, OpenPostDesk.number(text, "wa.me/6281234567890", VICTIMS)));
  }

  private String toPolice() {
    if (police.isEmpty()) {
      desk.addressee(browser, "name", "Polres Contoh", "kind", "police", "target", "24h");
      police = desk.addresseeNamed("Polres Contoh");
    }
    return police;
  }

  private String preview(String number, String... more) {
    String[] form =
        Stream.concat(
                Stream.of(
                    "to", toPolice(),
                    "f.title", "Dugaan pemerasan",
                    "f.place", "32.71",
                    "f.seen", "22 Nov 2026 09.00 WIB",
                    "f.chronology", "Pelaku menghubungi lewat +6281234567890",
                    "law", law(number),
                    "necessity", OpenPostDesk.WHY),
                Stream.of(more))
            .toArray(String[]::new);
    return browser.post("/cases/" + number + "/refer/preview", form).body();
  }

  private String law(String number) {
    return browser
        .open("/cases/" + number + "/refer?to=" + toPolice())
        .body()
        .replaceAll("(?s).*?name=\"law\" value=\"([^\"]+)\".*", "$1");
  }

  /** What would leave: the letter and its data file, without the form that writes it. */
  private static String leaving(String page) {
    assertThat(page).contains("class=\"letter\"");
    return page.substring(page.indexOf("class=\"letter\""), page.indexOf("</pre>"));
  }

  @Test
  void a_number_that_nobody_ticked_stands_in_no_field() {
    String number = extorted();

    assertThat(browser.open("/cases/" + number + "/refer?to=" + toPolice()).body())
        .contains("<code>" + VICTIMS + "</code>")
        .doesNotContain(">" + VICTIMS + "</textarea>");
    assertThat(
            leaving(
                preview(
                    number,
                    "f.contacts",
                    VICTIMS,
                    "f.money",
                    "BCA 1234567890 NIK 3201234567890001")))
        .contains("[nomor disamarkan]", "22 Nov 2026 09.00 WIB")
        .doesNotContain("81234567890", "1234567890", "3201234567890001");
  }

  @Test
  void a_ticked_number_is_written_where_the_recipient_asks_for_it() {
    assertThat(leaving(preview(extorted(), "offending", "81234567890")))
        .contains("<dt>Nomor yang dipakai</dt><dd>" + VICTIMS + "</dd>")
        .contains("contacts&quot; : &quot;" + VICTIMS);
  }

  @Test
  void a_number_that_stands_in_no_post_can_be_ticked_too() {
    String number = extorted();
    String[] typed = {"to", toPolice(), "f.money", "BCA 1234567890"};

    assertThat(browser.post("/cases/" + number + "/refer/change", typed).body())
        .contains("name=\"offending\" value=\"1234567890\"");
    assertThat(leaving(preview(number, "f.money", "BCA 1234567890", "offending", "1234567890")))
        .contains("BCA 1234567890");
  }
}
