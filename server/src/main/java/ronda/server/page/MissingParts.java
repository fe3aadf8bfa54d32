package ronda.server.page;

import java.util.List;
import ronda.server.door.Caller;

/**
 * Says what an office still lacks. Each bean of this kind adds its lines to the start page of
 * whoever looks after the office, until it is there.
 */
public interface MissingParts {
  List<MissingPart> of(Caller.Person person);
}
