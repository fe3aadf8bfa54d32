package ronda.server.door;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.tomcat.util.http.MimeHeaders;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds out from where a request came that a proxy handed on. */
@Configuration(proxyBeanMethods = false)
class BehindProxy {
  @Bean
  PublicAddress publicAddress(@Value("${ronda.public-url:}") String setting) {
    return PublicAddress.of(setting);
  }

  /** Where people reach the desk by an address of its own, or a proxy is named, there is one. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> addresses(
      PublicAddress address, @Value("${RONDA_PROXY:}") String proxy) {
    Proxies proxies = Proxies.of(proxy);
    return server -> {
      if (address.isKnown() || !proxy.isBlank()) {
        server.addEngineValves(new Forwarded(proxies));
      }
    };
  }

  /**
   * Tomcat's own reading of the headers that proxies add, with two differences: nobody is believed
   * because the address looks like one of a local network, and what is no address never becomes
   * one.
   */
  private static final class Forwarded extends RemoteIpValve {
    private static final String ADDRESSES = "X-Forwarded-For";

    Forwarded(Proxies proxies) {
      setInternalProxies(String.join(",", proxies.ranges()));
      setRemoteIpHeader(ADDRESSES);
      setProtocolHeader("X-Forwarded-Proto");
      setPortHeader("X-Forwarded-Port");
      setHostHeader("X-Forwarded-Host");
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
      if (headers.getHeader(ADDRESSES) != null) {
        String believable =
            Proxies.believable(Collections.list(headers.values(ADDRESSES)).stream());
        headers.removeHeader(ADDRESSES);
        if (!believable.isEmpty()) {
          headers.addValue(ADDRESSES).setString(believable);
        }
      }
      super.invoke(request, response);
    }
  }
}
