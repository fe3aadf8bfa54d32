package ronda.server.evidence;

import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ronda.casework.office.Permission;
import ronda.proof.capture.Capturing;
import ronda.proof.capture.Chromium;
import ronda.proof.capture.PublicHosts;
import ronda.proof.stamp.RemoteAuthority;
import ronda.proof.stamp.Stamps;
import ronda.proof.vault.Vault;
import ronda.server.desk.Desks;
import ronda.server.page.MenuItem;
import ronda.server.page.MissingPart;
import ronda.server.page.MissingParts;
import ronda.server.page.StartItem;
import ronda.server.page.StartItems;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlPoliceLane;

/** What the room is made of, by the settings of the installation. */
@Configuration(proxyBeanMethods = false)
class EvidenceBeans {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceBeans.class);

  /**
   * The keys come from {@code RONDA_EVIDENCE_KEYS}, from the output of {@code
   * RONDA_EVIDENCE_KEYS_COMMAND}, from the file {@code RONDA_EVIDENCE_KEYS_FILE}, or else from
   * {@code evidence.keys} in the home.
   */
  @Bean
  VaultSettings vaultSettings(
      @Value("${ronda.evidence.keys:}") String keys,
      @Value("${ronda.evidence.keys-command:}") String command,
      @Value("${ronda.evidence.keys-file:}") String file,
      @Value("${ronda.home:}") String home) {
    return new VaultSettings(keys, command, file, home);
  }

  @Bean
  Vault vault(VaultSettings settings) {
    return settings.vault();
  }

  /** The authority at {@code RONDA_EVIDENCE_AUTHORITY}, or else the one built in. */
  @Bean
  Stamps stamps(
      @Value("${ronda.evidence.authority:}") String authority,
      @Value("${ronda.home:}") String home,
      Vault vault,
      InstantSource clock,
      ReplacedKeys replaced) {
    if (!authority.isBlank()) {
      return new RemoteAuthority(URI.create(authority));
    }
    return new OwnStamps(home, vault, clock, replaced);
  }

  /**
   * The browser is {@code CHROMIUM}, or one on the path. {@code RONDA_CAPTURE_PERMIT} names hosts
   * that may be visited though they are not public, such as an intranet's.
   */
  @Bean
  Capturing capturing(
      @Value("${CHROMIUM:}") String chromium,
      @Value("${PATH:}") String path,
      @Value("${ronda.capture.permit:}") String permit,
      ZoneId zone) {
    Set<String> permitted =
        Arrays.stream(permit.split(","))
            .map(String::strip)
            .filter(host -> !host.isEmpty())
            .collect(Collectors.toSet());
    Optional<Chromium> browser = Chromium.find(chromium, path);
    if (browser.filter(found -> !found.hasSandbox()).isPresent()) {
      LOG.warn(
          "pages are captured by a browser without its sandbox, because this server runs as root:"
              + " run it as another user");
    }
    return new Capturing(PublicHosts.and(permitted), browser, zone, Tool.NAME);
  }

  @Bean
  MenuItem policeLaneItem() {
    return new MenuItem(
        260, "lane.menu", "/police-lane", Permission.KEEP_EVIDENCE, Permission.READ_EVERYTHING);
  }

  /** Whom a wish waits for finds it on the start page; who only looks has no line there. */
  @Bean
  MenuItem openingsItem() {
    return new MenuItem(265, "openings.title", "/evidence/openings", Permission.READ_EVERYTHING);
  }

  @Bean
  MenuItem anchorsItem() {
    return new MenuItem(910, "anchors.menu", "/anchors", Permission.READ_AUDIT);
  }

  /** Asks again for the time stamps that an authority did not give at once. */
  @Bean
  StampRound stampRound(InOffice tables, Keeping keeping) {
    return new StampRound(tables, keeping);
  }

  @Bean
  SealedElsewhere sealedElsewhere(InOffice tables, Vault vault) {
    return new SealedElsewhere(tables, vault);
  }

  /** Custodians and those who look after the installation are told: one of them has the key. */
  @Bean
  StartItems sealedElsewhereLine(SealedElsewhere elsewhere) {
    return person -> {
      if (!person.may(Permission.KEEP_EVIDENCE) && !person.may(Permission.KEEP_OFFICE)) {
        return List.of();
      }
      long closed = elsewhere.of(person.office());
      return List.of(
          new StartItem(
              1, "start.sealed-elsewhere", closed, SealedPages.PLACE, StartItem.Urgency.NOW));
    };
  }

  @Bean
  StartItems policeLaneLine(Desks desks) {
    return person -> {
      if (!person.may(Permission.KEEP_EVIDENCE)) {
        return List.of();
      }
      long waiting = desks.look(person.office(), jdbc -> new SqlPoliceLane(jdbc).countWaiting());
      return List.of(
          new StartItem(5, "start.police-lane", waiting, "/police-lane", StartItem.Urgency.NOW));
    };
  }

  /** A key that lies beside the data is lost with it. */
  @Bean
  MissingParts missingKeys(VaultSettings settings) {
    boolean beside = settings.areBesideTheData();
    return person ->
        beside ? List.of(new MissingPart(50, "start.missing.keys", SealedPages.PLACE)) : List.of();
  }
}
