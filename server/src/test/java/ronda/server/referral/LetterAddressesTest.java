package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.sql.InOffice;

/** Addresses in letters, and of those who get them. */
class LetterAddressesTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  @Test
  void where_to_object_can_be_opened_though_the_public_address_was_set_with_a_slash()
      throws IOException {
    try (OpenPostDesk desk =
        new OpenPostDesk(
            new DelegatingDataSource(DATABASE.source()),
            Map.of("ronda.public-url", "http://Ronda.contoh.invalid/"))) {
      Browser browser = desk.browser(desk.officer);
      desk.letterhead(browser);
      String path = "/cases/" + desk.confirmed(desk.advert()) + "/refer";
      OpenPostDesk.written(browser.post(path, OpenPostDesk.form(desk.ministry(browser))));
      byte[] sheet =
          desk.bean(InOffice.class)
              .read(
                  desk.office.id(),
                  jdbc -> jdbc.sql("SELECT pdf FROM letters").query(byte[].class).single());
      try (PDDocument pdf = Loader.loadPDF(sheet)) {
        assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", ""))
            .contains("http://ronda.contoh.invalid/objection");
      }

      browser.open("/people");
      var colleague = desk.person("Orang Baru", Role.REVIEWER);
      assertThat(browser.post("/people/" + colleague.id() + "/link").body())
          .contains("http://ronda.contoh.invalid/sign-in/link/");
    }
  }

  @Test
  void an_addressee_is_corrected_though_there_is_no_room_for_a_further_one() {
    try (OpenPostDesk desk =
        new OpenPostDesk(new DelegatingDataSource(DATABASE.source()), Map.of())) {
      Browser browser = desk.browser(desk.officer);
      desk.letterhead(browser);
      String ministry = desk.ministry(browser);
      desk.bean(InOffice.class)
          .run(
              desk.office.id(),
              jdbc ->
                  jdbc.sql(
                          """
                          INSERT INTO addressees (id, kind, name, postal, email, key, endpoint, target)
                          SELECT gen_random_uuid(), kind, 'Salinan ' || n, postal, email, key,
                            endpoint, target FROM addressees, generate_series(1, 499) n
                          """)
                      .update());

      assertThat(desk.addressee(browser, "name", "Satu lagi", "kind", "ministry", "target", "24h"))
          .extracting(Browser.Page::status)
          .isEqualTo(400);
      desk.ministry(browser, "id", ministry, "postal", "Jakarta Pusat");

      assertThat(
              desk.bean(InOffice.class)
                  .<List<String>>read(
                      desk.office.id(),
                      jdbc ->
                          jdbc.sql("SELECT postal FROM addressees WHERE name = 'Direktorat Contoh'")
                              .query(String.class)
                              .list()))
          .containsExactly("Jakarta Pusat");
    }
  }
}
