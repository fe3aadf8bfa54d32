package ronda.server.desk;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import ronda.casework.retention.Destroyed;
import ronda.store.sql.SqlDisposals;

/**
 * Says of a paper that it was destroyed, when and by whose decision: 410, in the place of the page
 * or the file that was asked for.
 */
@ControllerAdvice
@Component
public final class DestroyedPapers {
  /** Somebody asked for what was destroyed. */
  public static final class Gone extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Destroyed destroyed;

    Gone(Destroyed destroyed) {
      super("it was destroyed by " + destroyed.disposal(), null, false, false);
      this.destroyed = destroyed;
    }
  }

  /**
   * Goes on if this paper is still here. Asked only for somebody who may see it.
   *
   * @throws Gone if it was destroyed; the answer to the request says so
   */
  public static void mustBeHere(SqlDisposals.Paper paper, UUID id, JdbcClient jdbc) {
    new SqlDisposals(jdbc)
        .destroyed(paper, id)
        .ifPresent(
            destroyed -> {
              throw new Gone(destroyed);
            });
  }

  @ExceptionHandler(Gone.class)
  ModelAndView gone(Gone gone) {
    var page = new ModelAndView("desk/destroyed", HttpStatus.GONE);
    page.addObject("destroyed", gone.destroyed);
    return page;
  }
}
