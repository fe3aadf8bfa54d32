package ronda.store.schema;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Lets a migration see the rows of every office, for as long as its transaction lasts. */
final class EveryOffice extends BaseCallback {
  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE;
  }

  @Override
  public void handle(Event event, Context context) {
    try (Statement statement = context.getConnection().createStatement()) {
      statement.execute("SELECT set_config('ronda.everything', 'yes', true)");
    } catch (SQLException failed) {
      throw new SchemaRefused("The migrations could not be prepared", failed);
    }
  }
}
