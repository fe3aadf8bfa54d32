package ronda.server.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;

/** Lists of accounts as spreadsheets write them, brought in by the page. */
class AccountListTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void no_account_is_lost_whatever_ends_a_line(String end) {
    Browser officer =
        DESK.browserOf(
            DESK.person(DESK.office("Dinas berdaftar"), "Ani Contoh", Role.CASE_OFFICER));
    officer.open("/watchlist/import");
    String list =
        String.join(
            end,
            "platform,handle,category,note",
            "MiChat,akun_satu,prostitution,\"dua, koma\"",
            "MiChat,akun_dua,prostitution,",
            "MiChat,akun_rusak",
            "MiChat,akun_tiga,prostitution,",
            "");

    Browser.Page sent =
        officer.postFile(
            "/watchlist/import", Map.of(), "daftar.csv", "text/csv", list.getBytes(UTF_8));

    assertThat(sent.header("location")).contains("/watchlist/imports/");
    assertThat(officer.open("/watchlist").body()).contains("akun_satu", "akun_dua", "akun_tiga");
    assertThat(officer.open(sent.header("location")).body())
        .contains("akun_rusak")
        .containsPattern(">\\s*4\\s*<"); // the line that was refused
  }

  @ParameterizedTest
  @ValueSource(strings = {"MiChat,akun_empat,prostitution,x\rMiChat,akun_lima,prostitution,y"})
  void a_lone_return_among_other_line_ends_loses_no_account(String both) {
    Browser officer =
        DESK.browserOf(
            DESK.person(DESK.office("Dinas berdaftar"), "Budi Contoh", Role.CASE_OFFICER));
    officer.open("/watchlist/import");
    String list = "platform,handle,category,note\r\n" + both + "\r\n";

    officer.postFile("/watchlist/import", Map.of(), "daftar.csv", "text/csv", list.getBytes(UTF_8));

    assertThat(officer.open("/watchlist").body()).contains("akun_empat", "akun_lima");
  }
}
