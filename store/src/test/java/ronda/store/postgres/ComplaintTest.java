package ronda.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What PostgreSQL prints, as one sentence for the person who started Ronda. */
class ComplaintTest {
  private static final Path FOLDER = Path.of("/srv/ronda/postgres/data");

  private static String complaint(String output) {
    return Complaint.of("PostgreSQL did not start", output, FOLDER);
  }

  @Test
  void a_full_disk_is_called_full() {
    assertThat(
            complaint(
                """
                FATAL:  could not write lock file "postmaster.pid": No space left on device
                pg_ctl: could not start server
                """))
        .isEqualTo(
            "The disk that holds /srv/ronda/postgres/data is full: PostgreSQL needs about 200 MB"
                + " there to start. Make room and start Ronda again.");
  }

  @Test
  void a_missing_library_is_named() {
    assertThat(
            complaint(
                "/x/bin/postgres: error while loading shared libraries: libuuid.so.1: cannot open"
                    + " shared object file"))
        .contains("lacks the library libuuid.so.1.");
  }

  @Test
  void a_machine_on_which_root_cannot_step_down_is_explained() {
    assertThat(complaint("unshare: unshare failed: Operation not permitted"))
        .contains("does not run as root")
        .contains("Start Ronda as an ordinary user");
    assertThat(complaint("java.io.IOException: Cannot run program \"setpriv\": error=2"))
        .contains("Start Ronda as an ordinary user");
  }

  @Test
  void otherwise_the_last_fatal_line_is_quoted() {
    assertThat(complaint("LOG:  starting\nFATAL:  something new\npg_ctl: could not start server\n"))
        .isEqualTo("PostgreSQL did not start: FATAL:  something new");
  }
}
