package ronda.server.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.identify.post.Category;
import ronda.server.MadeUpCases;
import ronda.server.OpenDesk;

/** Somebody takes out the office's decisions over a line that is slow. */
class SlowReaderTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  @Test
  void no_connection_to_the_database_waits_for_the_reader() throws IOException {
    Office office = DESK.office("Dinas dengan jaringan lambat");
    Officer ani = DESK.person(office, "Ani Contoh", Role.CASE_OFFICER);
    new MadeUpCases(DESK).confirmed("Judi contoh untuk diunduh", Category.GAMBLING, ani);
    Officer analyst = DESK.person(office, "Dina Contoh", Role.ANALYST);
    var line = new ByteArrayOutputStream();

    DESK.bean(DecisionsDoor.class)
        .write(
            analyst,
            new OutputStream() {
              @Override
              public void write(int one) {
                assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
                line.write(one);
              }
            });

    assertThat(line.toString(StandardCharsets.UTF_8)).contains("Judi contoh untuk diunduh");
  }
}
