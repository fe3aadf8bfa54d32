package ronda.server.patrol;

import java.nio.file.Path;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import ronda.identify.Patrol;
import ronda.policies.outfit.Outfit;

/** The patrol as it is shipped, the same for every office. */
@Component
final class ShippedPatrol implements Patrols {
  private final Patrol patrol;

  /**
   * @param root the folder with lexicons, models and policies
   */
  ShippedPatrol(@Value("${ronda.root:.}") Path root) {
    patrol = Outfit.patrol(root);
  }

  @Override
  public Patrol of(UUID office) {
    return patrol;
  }
}
