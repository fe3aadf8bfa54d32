package ronda.server.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.cases.CaseFile;
import ronda.casework.objection.PublicCode;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.identify.post.Category;
import ronda.server.Browser;
import ronda.server.Browser.Page;
import ronda.server.MadeUpCases;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCases;

/** A case of a made-up office, its people, and somebody outside who objects. */
abstract class Objecting {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  static final Pattern CODE = Pattern.compile("<code>([2-9A-Y-]{9,})</code>");
  static final String WORDS = "Itu bukan akun saya. Nomornya pun bukan nomor saya.";

  final Office office = DESK.office("Dinas Kominfo Uji " + UUID.randomUUID());
  final Officer ani = person("Ani Contoh", Role.CASE_OFFICER);
  // One job in twenty is drawn for two people: then Siti's word is the second.
  final Officer siti = person("Siti Contoh", Role.REVIEWER);
  final Officer hana = person("Hana Contoh", Role.HEAD);
  final String post = "Main di CONTOH88 pasti gacor, nomor " + UUID.randomUUID();
  final CaseFile file = new MadeUpCases(DESK).confirmed(post, Category.GAMBLING, ani, siti);
  final Browser outside = DESK.browser();

  record Receipt(String number, String secret) {}

  Officer person(String name, Role role) {
    return DESK.person(office, name, role);
  }

  static Browser signedIn(Officer officer) {
    Browser browser = DESK.browserOf(officer);
    browser.open("/");
    return browser;
  }

  static InOffice tables() {
    return DESK.bean(InOffice.class);
  }

  String code() {
    return tables()
        .write(office.id(), jdbc -> DESK.bean(CaseCodes.class).of(office.id(), file.id(), jdbc))
        .shown();
  }

  static String stranger(int length) {
    return PublicCode.random(length, new Random()).shown();
  }

  Receipt objected(String code, String words, String contact) {
    return receipt(raised("code", code, "words", words, "contact", contact));
  }

  /** The page to which an objection leads. */
  Page raised(String... fields) {
    Page sent = outside.post("/objection", fields);
    assertThat(sent.status()).as(sent.body()).isEqualTo(302);
    assertThat(sent.header("location")).endsWith("/objection/received");
    return outside.open("/objection/received");
  }

  static Receipt receipt(Page page) {
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    Matcher codes = CODE.matcher(page.body());
    List<String> both = codes.results().map(found -> found.group(1)).toList();
    assertThat(both).hasSize(2);
    return new Receipt(both.get(0), both.get(1));
  }

  /** A page without what differs by chance. */
  static String page(Page page) {
    return CODE.matcher(page.body())
        .replaceAll("<code>…</code>")
        .replaceAll("value=\"[^\"]*\"", "value=\"…\"");
  }

  Page answer(Receipt receipt) {
    return outside.post(
        "/objection/answer", "number", receipt.number(), "secret", receipt.secret());
  }

  static String idOf(Browser browser, Receipt receipt) {
    Matcher link =
        Pattern.compile("/objections/([0-9a-f-]{36})\">" + receipt.number() + "<")
            .matcher(browser.open("/objections").body());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  CaseFile latest() {
    return tables().read(office.id(), jdbc -> new SqlCases(jdbc).find(file.number())).orElseThrow();
  }

  List<byte[]> sealed() {
    return tables().read(office.id(), ObjectionPagesTest::sealedIn);
  }

  static List<byte[]> sealedIn(JdbcClient jdbc) {
    return jdbc.sql(
            "SELECT sealed FROM objection_contacts WHERE office_id ="
                + " current_setting('ronda.office')::uuid")
        .query((row, number) -> row.getBytes(1))
        .list();
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
