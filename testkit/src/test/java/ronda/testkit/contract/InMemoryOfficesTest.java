package ronda.testkit.contract;

import ronda.casework.office.InMemoryOffices;
import ronda.casework.office.Offices;

class InMemoryOfficesTest extends OfficesContract {
  @Override
  protected Offices offices() {
    return new InMemoryOffices();
  }
}
