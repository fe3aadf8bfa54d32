package ronda.server.page;

import java.util.List;
import ronda.server.door.Caller;

/**
 * Says what needs a person now. Each bean of this kind adds its lines to the start page. They
 * follow from the officer alone, not from the session or its language: one person's pages share
 * them.
 */
public interface StartItems {
  List<StartItem> of(Caller.Person person);
}
