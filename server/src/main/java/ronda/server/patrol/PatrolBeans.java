package ronda.server.patrol;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import ronda.casework.chain.AuditLog;
import ronda.casework.policy.Sample;
import ronda.identify.lexicon.LexiconFolder;
import ronda.policies.cel.PolicyFolder;
import ronda.policies.outfit.Outfit;
import ronda.store.sql.InOffice;

/** Puts the patrols together: words and models are loaded here, once. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PatrolBeans {
  /** How often the folder of word lists is looked at, while posts come in. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  @Bean
  OfficePatrols officePatrols(InOffice tables, @Value("${ronda.root:.}") Path root)
      throws IOException {
    LexiconFolder words = LexiconFolder.open(root.resolve("lexicons"), LOOK_EVERY);
    return new OfficePatrols(
        tables,
        words,
        Outfit.withoutPolicies(root, words.current()),
        PolicyFolder.texts(OfficePatrols.policies(root)),
        System::nanoTime);
  }

  /**
   * @param share of the posts without a finding that is kept, 0 to 1
   * @param days for how many days
   */
  @Bean
  Sample postSample(
      @Value("${ronda.sample.share:0.005}") double share,
      @Value("${ronda.sample.days:7}") int days,
      @Value("${ronda.sample.most-an-hour:1000}") int mostAnHour) {
    return new Sample(
        new Sample.Rule(share, Duration.ofDays(days), mostAnHour),
        () -> ThreadLocalRandom.current().nextDouble(),
        UUID::randomUUID);
  }

  @Bean
  Admission admission(InOffice tables, AuditLog log, Sample sample, ZoneId zone) {
    return new Admission(tables, log, sample, zone);
  }

  @Bean
  Retention retention(InOffice tables, Sample sample, InstantSource clock) {
    return new Retention(tables, sample, clock);
  }
}
