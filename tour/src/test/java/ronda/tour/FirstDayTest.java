package ronda.tour;

/** The first day on the PostgreSQL that Ronda brings along. */
class FirstDayTest extends FirstDayWalk {
  @Override
  RunningRonda.Place database() {
    return RunningRonda.Place.EMBEDDED;
  }

  @Override
  RunningRonda.Place emptyDatabase() {
    return RunningRonda.Place.EMBEDDED;
  }
}
