package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.server.OpenDesk;
import ronda.server.patrol.FirstPolicies;

/** The audit log tells of a policy before it tells of what the policy raised. */
class FirstPoliciesTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private final Office office = DESK.office("Dinas yang baru mulai");

  @Test
  void policies_begin_before_the_first_post_is_brought() {
    Arriving.job(DESK, office, "akun", "Main di CONTOH88 slot gacor maxwin, daftar sekarang juga");
    List<String> acts = acts();
    assertThat(acts).contains("policy-begun", "posts-brought");
    assertThat(acts.lastIndexOf("policy-begun")).isLessThan(acts.indexOf("posts-brought"));
    long once = acts.stream().filter("policy-begun"::equals).count();

    DESK.bean(FirstPolicies.class).ofAllOffices();
    assertThat(acts().stream().filter("policy-begun"::equals)).hasSize((int) once);
  }

  @Test
  void an_office_from_before_has_its_policies_entered_when_the_desk_starts() {
    assertThat(acts()).isEmpty();
    DESK.bean(FirstPolicies.class).ofAllOffices();
    assertThat(acts()).isNotEmpty().allMatch("policy-begun"::equals);
  }

  /** The oldest first. */
  private List<String> acts() {
    return DESK
        .bean(AuditLog.class)
        .page(office.id(), AuditLog.Filter.ALL, Long.MAX_VALUE, 1_000)
        .reversed()
        .stream()
        .map(Link::act)
        .toList();
  }
}
