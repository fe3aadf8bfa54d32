package ronda.server.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Role;
import ronda.identify.post.Category;
import ronda.server.Browser;
import ronda.server.MadeUpCases;
import ronda.server.OpenDesk;

/** Every number of jobs on the page of quality leads to a list of exactly so many. */
class FiguresLeadToJobsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Pattern LINK =
      Pattern.compile("<a href=\"(/queue\\?[^\"]*figure=[^\"]*)\">(\\d+)</a>");
  private static final Pattern COUNT = Pattern.compile("<b class=\"count\">(\\d+)</b>");

  private final Office office = DESK.office("Dinas yang angkanya ditelusuri");
  private final Officer first = DESK.person(office, "Ani Contoh", Role.CASE_OFFICER);
  private final Officer second = DESK.person(office, "Budi Contoh", Role.REVIEWER);
  private final Browser head = DESK.browserOf(DESK.person(office, "Hana", Role.HEAD));

  /** Where the numbers lead, and the numbers, by the name of the figure. */
  private Map<String, Integer> links() {
    Map<String, Integer> links = new TreeMap<>();
    LINK.matcher(head.get("/quality?days=7").body())
        .results()
        .forEach(
            link -> links.put(link.group(1).replace("&amp;", "&"), Integer.valueOf(link.group(2))));
    return links;
  }

  private int shown(String address) {
    MatchResult count = COUNT.matcher(head.get(address).body()).results().findFirst().orElseThrow();
    return Integer.parseInt(count.group(1));
  }

  @Test
  void a_number_leads_to_as_many_jobs_as_it_says() {
    var cases = new MadeUpCases(DESK);
    cases.confirmed("Main di CONTOH88 satu", Category.GAMBLING, first);
    cases.confirmed("Main di CONTOH88 dua", Category.GAMBLING, first);
    cases.confirmed("Transfer dulu baru barang dikirim", Category.SCAM, first);
    cases.confirmed("Usir mereka semua", Category.HATE, first, second);

    Map<String, Integer> links = links();

    assertThat(links.values().stream().sorted().toList())
        .as("pairs and agreed of all and of hate; raised and upheld; decided of three categories")
        .isEqualTo(List.of(1, 1, 1, 1, 1, 1, 2, 4, 4));
    links.forEach((address, number) -> assertThat(shown(address)).as(address).isEqualTo(number));
    assertThat(head.get("/queue?figure=decided&span=7&category=gambling").body())
        .contains("diputuskan dalam 7 hari terakhir", "CONTOH88 satu")
        .doesNotContain("Usir mereka semua");
  }

  @Test
  void what_the_list_would_hide_is_a_number_and_no_link() {
    DESK.bean(Offices.class).agree(first.id(), true);
    Officer agreed = DESK.bean(Offices.class).officer(first.id()).orElseThrow();
    new MadeUpCases(DESK).confirmed("Gambar rekaan disebar", Category.SEXTORTION, agreed);

    assertThat(head.get("/quality?days=7").body()).contains("Pemerasan seksual");
    assertThat(links()).isEmpty();
  }

  @Test
  void a_figure_that_nobody_knows_shows_the_queue() {
    for (String asked : List.of("figure=raised&span=7", "figure=x&span=7", "figure=pairs&span=0")) {
      assertThat(head.get("/queue?" + asked).body())
          .as(asked)
          .contains("Antrean")
          .doesNotContain("Tugas di balik angka mutu");
    }
  }
}
