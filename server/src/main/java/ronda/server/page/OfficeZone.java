package ronda.server.page;

import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the offices of this server are: in which zone a day begins, and times are told. */
@Configuration(proxyBeanMethods = false)
class OfficeZone {
  /**
   * The one zone there is; whoever reckons with days asks for it by its type.
   *
   * @param zone {@code ronda.zone}: western Indonesia unless it is set
   */
  @Bean
  ZoneId zone(@Value("${ronda.zone:Asia/Jakarta}") String zone) {
    return ZoneId.of(zone);
  }
}
