package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ronda.server.Browser;
import ronda.server.desk.Desks;

/**
 * Only the ministry can start the clock of a platform, and nobody here knows when it does. In
 * whatever state a referral is, no page and no letter says or implies that this clock runs; where a
 * day is shown, the page says whose day it is.
 */
class PlatformClockTest extends WithPostDesk {
  /** The two sentences that speak of the platform's clock: they say that it is not ours. */
  private static final List<String> NOT_OURS =
      List.of(
          "Tenggat yang ditetapkan kementerian bagi platform adalah hal lain; kapan itu dimulai"
              + " tidak diketahui di sini.",
          "The deadline that the ministry sets a platform is another matter; when that one begins"
              + " is not known here.");

  private static final List<String> OURS =
      List.of(
          "Tenggat ini adalah tenggat kantor ini sendiri",
          "This target is the office's own and counts from");

  private static final Pattern PLATFORM =
      Pattern.compile("platform|penyelenggara|\\bpse\\b|provider|\\bsaman\\b|kementerian|ministry");
  private static final Pattern CLOCK =
      Pattern.compile(
          "tenggat|batas waktu|deadline|overdue|terlambat|lewat waktu|paling lambat|\\bdue\\b"
              + "|\\b(?:4|24) ?(?:jam|hours)\\b|1 ?x ?24|hari kerja|working days|takedown|must remove"
              + "|wajib (?:memutus|menurunkan)");

  private String number = "";
  private String referral = "";

  @BeforeEach
  void a_case_whose_letter_asks_for_an_answer_within_four_hours() {
    browser = desk.browser(desk.officer); // Days may have passed.
    desk.ministry(browser, "id", ministry, "target", "4h");
    number = desk.confirmed(desk.advert());
    referral =
        OpenPostDesk.written(
            browser.post("/cases/" + number + "/refer", OpenPostDesk.form(ministry)));
  }

  /** What a person reads: one piece for each element, so that two cells are not one sentence. */
  private static List<String> sentences(String page) {
    String main = page.contains("<main") ? page.substring(page.indexOf("<main")) : page;
    String end = main.contains("</main>") ? main.substring(0, main.indexOf("</main>")) : main;
    return Stream.of(end.replaceAll("<[^>]*>", "\n").replace("&#39;", "'").split("\n"))
        .flatMap(line -> Stream.of(line.split("(?<=[.;!?]) ")))
        .map(String::strip)
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  private static List<String> claims(String words) {
    String others = words;
    for (String sentence : NOT_OURS) {
      others = others.replace(sentence, "");
    }
    return sentences(others).stream()
        .filter(
            sentence -> {
              String small = sentence.toLowerCase(Locale.ROOT);
              return PLATFORM.matcher(small).find() && CLOCK.matcher(small).find();
            })
        .toList();
  }

  private void look(String state) throws Exception {
    for (String language : List.of("id", "en")) {
      browser.open("/cases/" + number);
      browser.post("/preferences", "language", language, "next", "/");
      for (String path :
          List.of(
              "/cases/" + number,
              "/cases/" + number + "/refer",
              "/cases/" + number + "/refer?to=" + ministry,
              referral,
              "/referrals?show=all",
              "/office/letters",
              "/")) {
        Browser.Page page = browser.open(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        assertThat(claims(page.body())).as("%s, %s, %s", state, language, path).isEmpty();
      }
      for (String path : List.of(referral, "/referrals?show=all")) {
        String words = browser.open(path).body().replace("&#39;", "'");
        assertThat(words)
            .as("%s says whose day it is", path)
            .contains(OURS.get(language.equals("id") ? 0 : 1));
      }
    }
    browser.post("/preferences", "language", "id", "next", "/");
    for (String letter : letters()) {
      assertThat(claims(letter)).as("a letter, %s", state).isEmpty();
      assertThat(CLOCK.matcher(letter.toLowerCase(Locale.ROOT)).find())
          .as("a letter asks for an answer and sets nobody a time, %s: %s", state, letter)
          .isFalse();
    }
  }

  /** Every letter of the referral as paper and as data. */
  private List<String> letters() throws Exception {
    List<String> texts = new ArrayList<>();
    var exports =
        Pattern.compile("/referrals/[0-9a-f-]{36}/letters/[0-9a-f-]{36}/export\\.(?:pdf|json)")
            .matcher(browser.open(referral).body());
    while (exports.find()) {
      byte[] file = browser.download(exports.group());
      if (exports.group().endsWith("json")) {
        texts.add(new String(file, StandardCharsets.UTF_8));
      } else {
        try (var pdf = Loader.loadPDF(file)) {
          texts.add(new PDFTextStripper().getText(pdf).replace('\n', ' '));
        }
      }
    }
    assertThat(texts).isNotEmpty();
    return texts;
  }

  private void pass(Duration time) {
    desk.pass(time);
    browser = desk.browser(desk.officer);
  }

  @Test
  void in_no_state_of_a_referral_is_the_platforms_clock_said_to_run() throws Exception {
    assertThat(browser.open(referral).body())
        .contains("belum dikirim", "tenggat kantor ini: 4 jam");
    look("written");

    browser.post(referral + "/send", "way", "mail");
    look("queued");
    assertThat(desk.bean(Dispatch.class).round()).isPositive();
    look("waiting");

    pass(Duration.ofDays(2));
    assertThat(browser.open(referral).body()).contains("lewat tenggat");
    look("overdue");

    pass(Duration.ofDays(20));
    browser.post(referral + "/chase");
    look("chased");

    browser.post(referral + "/reply", "from", "Direktorat Contoh", "text", "Sudah kami terima.");
    look("answered");

    browser.post(referral + "/conclude", "outcome", "no-answer", "words", "tidak ada kabar");
    look("concluded");
  }

  @Test
  void nor_of_one_that_was_recalled() throws Exception {
    browser.post(referral + "/handed", "note", "tanda terima 12");
    desk.bean(Desks.class)
        .change(
            desk.office.id(),
            (work, jdbc) -> desk.bean(Recalls.class).tell(number, desk.now.get(), "Hana", jdbc));

    assertThat(browser.open(referral).body()).contains("Penarikan surat");
    look("recalled");
  }

  @Test
  void nor_does_any_message_that_some_other_page_may_show() throws IOException {
    Path messages =
        Path.of(System.getProperty("ronda.root", ".."), "server/src/main/resources/messages");
    try (Stream<Path> files = Files.list(messages)) {
      for (Path file : files.toList()) {
        assertThat(claims(Files.readString(file).replace("''", "'"))).as(file.toString()).isEmpty();
      }
    }
  }

  @Test
  void a_sentence_that_says_so_would_be_found() {
    assertThat(claims("<p>Platform wajib memutus akses dalam 1x24 jam.</p>")).hasSize(1);
    assertThat(claims("<p>The platform is overdue.</p>")).hasSize(1);
    assertThat(claims("<td>Platform</td><td>Tenggat</td>")).isEmpty();
    assertThat(claims("<p>" + NOT_OURS.getFirst() + "</p>")).isEmpty();
  }
}
