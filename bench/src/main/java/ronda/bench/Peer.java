package ronda.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Another program that does the same work, run beside Ronda on the same posts. */
final class Peer {
  private Peer() {}

  /**
   * What a peer said of itself.
   *
   * @param rate items a second; 0 where it could not run
   */
  record Answer(String name, double rate) {}

  /** Runs a command that prints {@code name TAB rate} as its last line. */
  static Answer ask(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("OMP_NUM_THREADS", "1");
    environment.put("OPENBLAS_NUM_THREADS", "1");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    String last = said.strip().substring(said.strip().lastIndexOf('\n') + 1);
    int tab = last.indexOf('\t');
    if (exit != 0 || tab < 0) {
      throw new IOException("the peer " + String.join(" ", command) + " failed: " + said);
    }
    return new Answer(last.substring(0, tab), Double.parseDouble(last.substring(tab + 1)));
  }
}
