package ronda.server.quality;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ronda.casework.office.Permission;
import ronda.server.page.MenuItem;

/** What the quality room adds to the menu. */
@Configuration(proxyBeanMethods = false)
class QualityItems {
  @Bean
  MenuItem qualityItem() {
    return new MenuItem(600, "quality.menu", "/quality", Permission.READ_QUALITY);
  }

  @Bean
  MenuItem ownQualityItem() {
    return new MenuItem(610, "quality.mine.menu", "/quality/mine", Permission.REVIEW);
  }
}
