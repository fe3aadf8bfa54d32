package ronda.server.desk;

import java.util.List;
import ronda.casework.office.Office;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;

/** What came in at an office's door for programs, as its tables have it. */
record Brought(OpenDesk desk, Office office) {
  /** How many posts each batch had. */
  List<Long> batches() {
    return desk.bean(InOffice.class)
        .read(office.id(), jdbc -> jdbc.sql("SELECT posts FROM batches").query(Long.class).list());
  }

  /** How many posts were kept, because something was found in them. */
  long kept() {
    return desk.bean(InOffice.class)
        .read(
            office.id(),
            jdbc -> jdbc.sql("SELECT count(*) FROM found_posts").query(Long.class).single());
  }
}
