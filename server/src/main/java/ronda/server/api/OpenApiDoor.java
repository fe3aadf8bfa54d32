package ronda.server.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import ronda.server.door.Open;

/** {@code GET /api/v1/openapi.json}: the description of all doors for programs. */
@RestController
class OpenApiDoor {
  private static final Resource DESCRIPTION =
      new ClassPathResource("ronda/server/api/openapi.json");

  @Open("whoever writes a program reads this before there is a token")
  @GetMapping("/api/v1/openapi.json")
  ResponseEntity<Resource> openapi() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(DESCRIPTION);
  }
}
