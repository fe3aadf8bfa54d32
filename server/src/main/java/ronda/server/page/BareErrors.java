package ronda.server.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.buf.MessageBytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;

/**
 * Answers what Tomcat refuses before any page of ours is asked (permintaan cacat): an address that
 * cannot be decoded, a header that is too long. To programs it speaks as all our doors do; to
 * people it says in both languages what to do, since nobody knows yet which of them they read.
 */
@Configuration(proxyBeanMethods = false)
class BareErrors {
  private static final Logger LOG = LoggerFactory.getLogger(BareErrors.class);

  /** After Boot's own, whose pages would be English and Tomcat's. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> inOurWords() {
    return server ->
        server.addContextCustomizers(
            context -> {
              StandardHost host = (StandardHost) context.getParent();
              host.setErrorReportValveClass(Bare.class.getName());
              host.getPipeline().addValve(new Bare());
            });
  }

  /** Public, because Tomcat looks it up by its name. */
  public static final class Bare extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable broken) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      LOG.debug("{} was refused before any door", status, broken);
      try {
        answer(place(request), status, response);
      } catch (IOException | IllegalStateException gone) {
        LOG.debug("nobody was there to be told", gone);
      }
    }

    /** The address as it came; empty where it breaks off before anybody could read it. */
    private static String place(Request request) {
      MessageBytes address = request.getCoyoteRequest().requestURI();
      return address.isNull() ? "" : address.toString();
    }

    private static void answer(String place, int status, Response response) throws IOException {
      boolean program = Places.isForPrograms(place);
      // A link that was cut off or mistyped leads nowhere, as one that is none of ours.
      boolean lost = !place.isEmpty() && !program && !Places.isReadable(place);
      int told = status == 400 && lost ? 404 : status;
      response.setStatus(told);
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'");
      response.setHeader("Cache-Control", "no-store");
      response.setContentType(
          program ? "application/problem+json" : "text/html;charset=" + StandardCharsets.UTF_8);
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.getReporter().write(program ? problem(told) : page(told));
      response.finishResponse();
    }

    private static String problem(int status) {
      HttpStatus known = HttpStatus.resolve(status);
      return """
          {"detail":"The address or a header of this request could not be read, or is too long: \
          see /api/v1/openapi.json.","status":%d,"title":"%s"}"""
          .formatted(status, known == null ? "" : known.getReasonPhrase());
    }

    private static String page(int status) {
      String title = status == 404 ? "Halaman ini tidak ada" : "Permintaan tidak dapat dibaca";
      String english = status == 404 ? "There is no such page" : "This request cannot be read";
      return """
          <!DOCTYPE html>
          <html lang="id">
          <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
          <title>%1$s · Ronda</title><link rel="stylesheet" href="/ronda.css"></head>
          <body><main class="narrow">
          <h1>%1$s</h1>
          <p>Alamatnya mungkin terpotong atau salah ketik. Periksa lagi, atau mulai dari sini:</p>
          <section lang="en"><h2>%2$s</h2>
          <p>Its address may have been cut off or mistyped. Look at it again, or begin here:</p></section>
          <ul><li><a href="/">Ronda</a></li>
          <li><a href="/transparency">Laporan transparansi / <span lang="en">Transparency reports</span></a></li>
          <li><a href="/methods">Cara kerja mesin / <span lang="en">How the machine works</span></a></li>
          <li><a href="/objection">Keberatan / <span lang="en">Objection</span></a></li></ul>
          </main></body></html>
          """
          .formatted(title, english);
    }
  }
}
