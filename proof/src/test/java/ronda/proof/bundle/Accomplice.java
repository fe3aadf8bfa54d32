package ronda.proof.bundle;

import java.io.IOException;
import java.nio.file.Path;

/** A process that makes bundles until it is killed. */
final class Accomplice {
  private Accomplice() {}

  public static void main(String... arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (int i = 0; ; i++) {
      Bundles.write(
          folder.resolve(i + ".zip"),
          SampleBundle.bundle(SampleBundle.recorded()),
          SampleBundle.recorded());
      System.out.println(i);
    }
  }
}
