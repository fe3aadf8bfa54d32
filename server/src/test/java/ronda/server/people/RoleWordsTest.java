package ronda.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ronda.casework.office.Permission;
import ronda.casework.office.Role;

/** Whoever gives a role reads beside it all that the role may do. */
class RoleWordsTest {
  /** What a role may do beyond looking, and how its text says so. */
  private static final Map<Permission, String> SAID = new EnumMap<>(Permission.class);

  static {
    SAID.put(Permission.BRING_POSTS, "mengirim");
    SAID.put(Permission.REVIEW, "menilai");
    SAID.put(Permission.KEEP_CASES, "kasus");
    SAID.put(Permission.KEEP_AUTHORITY, "mengusulkan perubahan kewenangan");
    SAID.put(Permission.APPROVE_AUTHORITY, "menyetujui");
    SAID.put(Permission.KEEP_EVIDENCE, "barang bukti");
    SAID.put(Permission.OPEN_EVIDENCE, "buka");
    SAID.put(Permission.REFER, "rujukan");
    SAID.put(Permission.JUDGE_OBJECTIONS, "keberatan");
    SAID.put(Permission.KEEP_WATCHLIST, "daftar pengawasan");
    SAID.put(Permission.KEEP_POLICIES, "kebijakan");
    SAID.put(Permission.KEEP_QUALITY, "butir emas");
    SAID.put(Permission.SEND_NOTICES, "peringatan dini");
    SAID.put(Permission.PUBLISH_REPORTS, "menerbitkan laporan transparansi");
    SAID.put(Permission.KEEP_PEOPLE, "mengurus orang");
    SAID.put(Permission.KEEP_HOLDS, "pemusnahan");
    SAID.put(Permission.AGREE_TO_DISPOSAL, "pemusnahan berkas");
    SAID.put(Permission.KEEP_OFFICE, "pengaturan lain kantor");
  }

  @ParameterizedTest
  @EnumSource
  void a_role_names_all_that_it_may_do(Role role) {
    var words = ResourceBundle.getBundle("messages/people", Locale.of("id"));
    String said = words.getString("role." + role.code() + ".what").toLowerCase(Locale.ROOT);

    role.permissions().stream()
        .filter(SAID::containsKey)
        .forEach(may -> assertThat(said).as(may.name()).contains(SAID.get(may)));
  }

  @ParameterizedTest
  @EnumSource
  void what_only_looks_needs_no_words(Permission permission) {
    assertThat(SAID.containsKey(permission) || permission.name().startsWith("READ_"))
        .as(permission.name())
        .isTrue();
  }
}
