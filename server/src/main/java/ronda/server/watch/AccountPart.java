package ronda.server.watch;

import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.watch.WatchedAccount;
import ronda.server.door.Caller;

/** What a room adds to a watched account's page. Every bean is asked. */
public interface AccountPart {
  /** The template with a fragment {@code part(it)}, such as {@code retention/part}. */
  String template();

  /** What the fragment is given as {@code it}. Asked within one look at the office's tables. */
  Object of(Caller.Person person, WatchedAccount account, JdbcClient jdbc);
}
