package ronda.server.page;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import ronda.server.door.Open;
import ronda.store.sql.InOffice;

/** Whether the server can take posts. */
@RestController
class Health {
  private final InOffice tables;

  Health(InOffice tables) {
    this.tables = tables;
  }

  @Open("a watchdog has no token, and this says nothing but yes or no")
  @GetMapping(path = "/api/v1/health", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> health() {
    try {
      tables.beforeOffice(jdbc -> jdbc.sql("SELECT 1").query(Integer.class).single());
      return ResponseEntity.ok(Map.of("status", "ready"));
    } catch (RuntimeException databaseGone) {
      return ResponseEntity.status(503).body(Map.of("status", "the database does not answer"));
    }
  }
}
