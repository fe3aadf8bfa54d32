package ronda.server.people;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import ronda.server.door.AnyOfficer;
import ronda.server.door.Caller;
import ronda.server.page.StartItem;

/**
 * Tells an open page that something changed (server-sent events), within {@link #PAUSE} and {@link
 * Waiting#LIFE}. It sends no content: the page fetches itself anew, through the same door and the
 * same permissions as ever.
 */
@Controller
class LiveDoor {
  /** Sign-ins end and roles change: after this a browser asks again and is looked at again. */
  private static final Duration LENGTH = Duration.ofMinutes(1);

  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** How many pages are told at a time; further ones ask again a little later. */
  private static final int MOST = 400;

  private final Waiting waiting;
  private final Semaphore places = new Semaphore(MOST);

  LiveDoor(Waiting waiting) {
    this.waiting = waiting;
  }

  @AnyOfficer("it says only that the person's own start page changed")
  @GetMapping("/live")
  SseEmitter live(
      Caller.Person person,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accepted) {
    if (!accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
      // Whoever waits for the end of it would wait a minute.
      throw new ResponseStatusException(HttpStatus.NOT_ACCEPTABLE);
    }
    SseEmitter stream = new SseEmitter(LENGTH.plusSeconds(30).toMillis());
    Thread.ofVirtual().name("live").start(() -> tell(person, stream));
    return stream;
  }

  private void tell(Caller.Person person, SseEmitter stream) {
    if (!places.tryAcquire()) {
      stream.complete();
      return;
    }
    try {
      long end = System.nanoTime() + LENGTH.toNanos();
      List<StartItem> before = waiting.lately(person);
      stream.send(SseEmitter.event().reconnectTime(PAUSE.toMillis()).comment("begun"));
      // After a restart all open pages come back at once: they shall not ask at once ever after.
      Duration pause =
          PAUSE.multipliedBy(ThreadLocalRandom.current().nextInt(20, 101)).dividedBy(100);
      while (System.nanoTime() < end) {
        Thread.sleep(pause);
        pause = PAUSE;
        List<StartItem> now = waiting.lately(person);
        stream.send(now.equals(before) ? quiet() : SseEmitter.event().name("changed").data(""));
        before = now;
      }
      stream.complete();
    } catch (IOException | IllegalStateException gone) {
      stream.complete(); // The page was closed: that is how most of these end.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stream.complete();
    } catch (RuntimeException failed) {
      stream.completeWithError(failed);
    } finally {
      places.release();
    }
  }

  /** So that a proxy does not take the line for dead. */
  private static SseEventBuilder quiet() {
    return SseEmitter.event().comment("");
  }
}
