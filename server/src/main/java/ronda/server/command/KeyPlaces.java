package ronda.server.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ronda.server.evidence.VaultSettings;
import ronda.server.login.Seal;

/** Where the two keys are that no backup holds, and what is lost without each. */
final class KeyPlaces {
  private static final String WITHOUT_SEAL =
      "without it the contact data of who objected is lost for good, and no code of an authenticator"
          + " is right: people need a recovery code, or a reset";

  private final String evidence;
  private final String seal;

  KeyPlaces(Map<String, String> environment, Path home) {
    evidence = VaultSettings.of(environment, home).place();
    seal = Seal.place(environment.getOrDefault(Seal.SETTING, ""), home);
  }

  /** To whoever has just made a backup. */
  List<String> afterBackup() {
    return List.of(
        "Two keys are not in it. Keep both, apart from it:",
        "  " + evidence + " - without it all sealed evidence is lost for good",
        "  " + seal + " - " + WITHOUT_SEAL);
  }

  /** To whoever has just read a backup back, before the desk is started. */
  List<String> afterRestore() {
    return List.of(
        "Two keys are not in a backup. Put those that belong to it in place before ./ronda up:",
        "  " + evidence + " - without it no evidence of this backup can be opened",
        "  " + seal + " - " + WITHOUT_SEAL);
  }
}
