package ronda.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.server.Browser.first;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import ronda.casework.chain.AuditLog;
import ronda.casework.office.Role;
import ronda.paper.print.LastingPdf;
import ronda.proof.bundle.Verdict;
import ronda.server.Browser;
import ronda.server.OpenDesk;

/** The bundle of a case, from its page to whoever checks it. */
class BundlePagesTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  @TempDir private Path folder;

  /** The contents of a bundle's files whose name ends so. */
  private static List<byte[]> entries(byte[] bundle, String end) throws IOException {
    List<byte[]> found = new ArrayList<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(end)) {
          found.add(zip.readAllBytes());
        }
      }
    }
    return found;
  }

  @Test
  void a_bundle_is_downloaded_and_verifies_and_its_hash_stands_in_the_history() throws IOException {
    CaseAtHand at = CaseAtHand.open(DESK);
    Browser browser = at.keeping(DESK);

    var intact = (Verdict.Intact) at.verified(browser, folder);
    assertThat(intact.facts().subject()).isEqualTo("case:" + at.number());
    assertThat(intact.facts().stamp()).isPresent();
    assertThat(browser.get(at.page()).body()).contains(intact.facts().sha256().hex());
    // The one that is made after it verifies as well: its history tells of the first.
    assertThat(at.verified(browser, folder)).isInstanceOf(Verdict.Intact.class);
  }

  @Test
  void each_piece_of_a_case_has_a_name_of_its_own_on_pages_in_files_and_in_bundles()
      throws IOException {
    CaseAtHand at = CaseAtHand.open(DESK);
    Browser browser = at.keeping(DESK);
    for (String mark : List.of("a", "b")) {
      browser.postFile(
          at.page() + "/evidence/file",
          Map.of("why", "dibawa warga"),
          "bukti.txt",
          "text/plain",
          mark.getBytes(StandardCharsets.UTF_8));
    }
    String day = DESK.now().atZone(ZoneId.of("Asia/Jakarta")).toLocalDate().toString();
    List<String> names =
        List.of(
            at.number() + "_bukti-01_unggahan_" + day,
            at.number() + "_bukti-02_berkas_" + day,
            at.number() + "_bukti-03_berkas_" + day);
    String page = browser.get(at.page()).body();
    assertThat(page).contains(names);

    String last = page.substring(0, page.indexOf(names.get(2)));
    String item = last.substring(last.lastIndexOf("/evidence/"), last.lastIndexOf("\"><span"));
    Browser custodian =
        DESK.browserOf(DESK.person(at.office(), "Yana Contoh", Role.EVIDENCE_CUSTODIAN));
    custodian.open("/");
    custodian.post(item + "/ask", "why", "dicocokkan");
    assertThat(custodian.get(item).body()).contains("download=\"" + names.get(2) + ".txt\"");
    Browser.Page file = custodian.get(item + "/parts/file.txt");
    assertThat(file.body()).isEqualTo("b");
    assertThat(file.header("content-disposition")).contains(names.get(2) + ".txt");

    at.verified(browser, folder);
    DESK.pass(Duration.ofSeconds(1));
    at.verified(browser, folder);
    String made = browser.get(at.page()).body();
    assertThat(made).contains(at.number() + "_berkas-bukti-01_" + day, "_berkas-bukti-02_" + day);
    String bundle = first("(/evidence/bundles/[0-9a-f-]{36})", made);
    assertThat(browser.get(bundle).body())
        .contains("<h1>" + at.number() + "_berkas-bukti-02_" + day + ".zip</h1>", "Ambil berkas")
        .contains("href=\"" + at.page() + "\"");
    assertThat(browser.postForBytes(bundle).header("content-disposition"))
        .contains(at.number() + "_berkas-bukti-02_" + day + ".zip");
    assertThat(entries(browser.takeOut(bundle), "case.json"))
        .singleElement()
        .satisfies(json -> assertThat(new String(json, StandardCharsets.UTF_8)).contains(names));
  }

  @Test
  void whoever_only_opens_the_address_of_a_bundle_carries_nothing_out() throws IOException {
    CaseAtHand at = CaseAtHand.open(DESK);
    Browser browser = at.keeping(DESK);
    at.verified(browser, folder);
    String bundle = first("(/evidence/bundles/[0-9a-f-]{36})", browser.get(at.page()).body());
    long before = carriedOut(at);

    Browser.Page address = browser.get(bundle);
    browser.send("HEAD", bundle);

    assertThat(address.status()).isEqualTo(200);
    assertThat(address.header("content-disposition")).isEmpty();
    assertThat(carriedOut(at)).isEqualTo(before);
    browser.takeOut(bundle);
    assertThat(carriedOut(at)).isEqualTo(before + 1);
  }

  private static long carriedOut(CaseAtHand at) {
    return DESK
        .bean(AuditLog.class)
        .page(at.office().id(), AuditLog.Filter.ALL, Long.MAX_VALUE, 1_000)
        .stream()
        .filter(link -> link.act().equals("bundle-carried-out"))
        .count();
  }

  @Test
  void the_sheet_of_a_bundle_is_one_that_archives_accept_and_the_blind_can_read()
      throws IOException {
    CaseAtHand at = CaseAtHand.open(DESK);
    Browser browser = at.keeping(DESK);
    at.verified(browser, folder); // so that the history of the next one tells of it
    DESK.pass(Duration.ofSeconds(1));
    at.verified(browser, folder);
    String path = first("(/evidence/bundles/[0-9a-f-]{36})", browser.get(at.page()).body());
    assertThat(entries(browser.takeOut(path), ".pdf"))
        .singleElement()
        .satisfies(LastingPdf::assertLasting);
  }
}
