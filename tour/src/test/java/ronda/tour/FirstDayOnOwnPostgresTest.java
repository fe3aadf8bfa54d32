package ronda.tour;

import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.store.postgres.EmbeddedDatabase;

/** The first day on a PostgreSQL that the office runs itself ({@code RONDA_DATABASE_URL}). */
class FirstDayOnOwnPostgresTest extends FirstDayWalk {
  @RegisterExtension static final EmbeddedDatabase OFFICES = new EmbeddedDatabase();

  private final String empty = OFFICES.bareUrl();

  @Override
  RunningRonda.Place database() {
    return new RunningRonda.Place(OFFICES.url());
  }

  @Override
  RunningRonda.Place emptyDatabase() {
    return new RunningRonda.Place(empty);
  }
}
