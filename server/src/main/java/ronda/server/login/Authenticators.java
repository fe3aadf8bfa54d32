package ronda.server.login;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import ronda.casework.office.Officer;
import ronda.store.login.Credentials;

/** The authenticator apps of people: setting one up, and taking its codes once each. */
@Component
final class Authenticators {
  static final String APP = "app";
  static final String RECOVERY = "recovery";

  private final Credentials credentials;
  private final Seal seal;
  private final InstantSource clock;

  Authenticators(Credentials credentials, Seal seal, InstantSource clock) {
    this.credentials = credentials;
    this.seal = seal;
    this.clock = clock;
  }

  boolean has(Officer officer) {
    return credentials.authenticator(officer.id()).isPresent();
  }

  int recoveryCodesLeft(Officer officer) {
    return credentials.recoveryCodesLeft(officer.id());
  }

  /** How this code was right: by {@link #APP} or {@link #RECOVERY}; empty if it was not. */
  Optional<String> accept(Officer officer, String code) {
    OptionalLong step =
        credentials
            .authenticator(officer.id())
            .flatMap(box -> seal.open(box, kept(officer)))
            .map(secret -> Codes.step(secret, code, clock.instant()))
            .orElse(OptionalLong.empty());
    if (step.isPresent()) {
      return credentials.useStep(officer.id(), step.getAsLong())
          ? Optional.of(APP)
          : Optional.empty();
    }
    return credentials.useRecoveryCode(officer.id(), Codes.recoveryCode(code), clock.instant())
        ? Optional.of(RECOVERY)
        : Optional.empty();
  }

  /** A secret for a form: sealed, so that nobody can hand us one of their own choosing. */
  byte[] offer(Officer officer, byte[] secret) {
    return seal.close(secret, offered(officer));
  }

  /** The secret that was offered to this person; empty if it was offered to nobody. */
  Optional<byte[]> offered(Officer officer, byte[] sealed) {
    return seal.open(sealed, offered(officer));
  }

  /** Keeps the secret if the code proves that the app has it, and answers the recovery codes. */
  Optional<List<String>> setUp(Officer officer, byte[] secret, String code) {
    Instant now = clock.instant();
    OptionalLong step = Codes.step(secret, code, now);
    if (step.isEmpty()) {
      return Optional.empty();
    }
    List<String> codes = Codes.newRecoveryCodes();
    credentials.setAuthenticator(
        officer.id(), seal.close(secret, kept(officer)), step.getAsLong(), codes, now);
    return Optional.of(codes);
  }

  void remove(Officer officer) {
    credentials.removeAuthenticator(officer.id(), clock.instant());
  }

  /** New recovery codes in the place of the old. */
  List<String> newCodes(Officer officer) {
    List<String> codes = Codes.newRecoveryCodes();
    credentials.setRecoveryCodes(officer.id(), codes);
    return codes;
  }

  private static String kept(Officer officer) {
    return "authenticator of " + officer.id();
  }

  private static String offered(Officer officer) {
    return "offer to " + officer.id();
  }
}
