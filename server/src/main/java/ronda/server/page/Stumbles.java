package ronda.server.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Stands before everything else: each request has a number, which every line of the log names while
 * it is answered; what breaks is told to the log under that number, and the person reads the same
 * number on the page. The log names the door and not the address: an address may hold a link that
 * signs somebody in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Stumbles extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(Stumbles.class);
  private static final String NUMBER = "request";

  /** A file of posts with its form around it: as in application.properties. */
  private static final long LARGEST_UPLOAD = 65L << 20;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    MDC.put(NUMBER, RequestNumbers.of(request));
    try {
      if (isTooLarge(request)) {
        response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        return;
      }
      chain.doFilter(request, response);
    } catch (IOException gone) {
      if (Outage.in(gone).isPresent()) {
        tell(gone, request, response);
        return;
      }
      // The other side hung up, or sends too slowly: there is nobody to tell.
      LOG.debug("{} {} was broken off", request.getMethod(), door(request), gone);
      throw gone;
    } catch (InvalidParameterException odd) {
      // An address or a form that is not written as such are written: the sender's, not ours.
      LOG.debug("{} {}: {}", request.getMethod(), door(request), odd.getMessage());
      if (!response.isCommitted()) {
        response.sendError(odd.getErrorCode());
      }
    } catch (ServletException | RuntimeException broken) {
      if (broken.getCause() instanceof MultipartException unread && !response.isCommitted()) {
        // A form that promised a file and brought none, or half of one: the sender's, not ours.
        LOG.warn("{} {}: {}", request.getMethod(), door(request), unread.getMessage());
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        return;
      }
      tell(broken, request, response);
    } finally {
      MDC.remove(NUMBER);
    }
  }

  /** Said before anybody reads it: who looks for a form's fields in it would find none. */
  private static boolean isTooLarge(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && type.startsWith("multipart/")
        && request.getContentLengthLong() > LARGEST_UPLOAD;
  }

  private static void tell(
      Exception broken, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Outage.Failure> outage = Outage.in(broken);
    if (outage.isPresent()) {
      LOG.warn(
          "{} {}: {}: {}",
          request.getMethod(),
          door(request),
          switch (outage.get().kind()) {
            case DATABASE -> "the database does not answer";
            case DISK_FULL -> "the disk is full";
          },
          outage.get().words());
    } else {
      LOG.error("{} {} broke", request.getMethod(), door(request), broken);
    }
    if (!response.isCommitted()) {
      response.sendError(outage.map(failure -> failure.kind().status()).orElse(500));
    }
  }

  private static String door(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
            instanceof String pattern
        ? pattern
        : "(no door)";
  }
}
