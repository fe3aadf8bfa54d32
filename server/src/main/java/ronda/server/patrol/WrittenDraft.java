package ronda.server.patrol;

import java.util.Optional;
import ronda.casework.chain.Hash;
import ronda.casework.policy.Draft;
import ronda.casework.policy.Mode;
import ronda.casework.policy.PolicyVersion;
import ronda.policies.cel.PolicyText;

/** A sound policy text, as a draft that the office's policies take. */
public record WrittenDraft(PolicyText written) implements Draft {
  @Override
  public String name() {
    return written.policy().name();
  }

  @Override
  public Hash substance() {
    return Hash.of(written.substance());
  }

  @Override
  public int dailyLimit() {
    return written.dailyLimit();
  }

  @Override
  public Mode mode() {
    return written.policy().shadow() ? Mode.ON_TRIAL : Mode.IN_FORCE;
  }

  @Override
  public Optional<String> textAs(int version, Mode mode) {
    return switch (written.as(version, mode == Mode.ON_TRIAL, written.dailyLimit())) {
      case PolicyText.Read.Sound sound -> Optional.of(sound.policy().text());
      case PolicyText.Read.Unsound unsound -> Optional.empty();
    };
  }

  @Override
  public boolean saysTheSame(PolicyVersion version) {
    boolean shadow = version.mode() == Mode.ON_TRIAL;
    return written.as(version.number(), shadow, version.dailyLimit())
            instanceof PolicyText.Read.Sound sound
        && sound.policy().text().equals(version.text());
  }
}
