package ronda.server.page;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import ronda.server.door.Open;

/**
 * The words that people try as addresses, because somebody said them aloud (alamat yang ditebak):
 * each leads to its page for good.
 */
@Controller
class PublicAliases {
  @Open("whoever a case is about types the word that stands on the page")
  @GetMapping("/keberatan")
  ResponseEntity<Void> objection() {
    return moved("/objection");
  }

  @Open("whoever was given a receipt types the words that stand on the page")
  @GetMapping("/keberatan/jawaban")
  ResponseEntity<Void> answer() {
    return moved("/objection/answer");
  }

  @Open("the public types the word that stands on the page")
  @GetMapping("/transparansi")
  ResponseEntity<Void> transparency() {
    return moved("/transparency");
  }

  @Open("the public types the word that stands on the page")
  @GetMapping({"/metode", "/cara-kerja"})
  ResponseEntity<Void> methods() {
    return moved("/methods");
  }

  private static ResponseEntity<Void> moved(String place) {
    return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY).location(URI.create(place)).build();
  }
}
