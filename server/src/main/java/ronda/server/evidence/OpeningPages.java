package ronda.server.evidence;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ronda.casework.evidence.Opening;
import ronda.casework.office.Permission;
import ronda.server.desk.Desks;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.MessageKeys;
import ronda.server.page.StartItem;
import ronda.server.page.StartItem.Urgency;
import ronda.server.page.StartItems;

/** The wishes to open sealed evidence, of all cases: which wait for whom, and what is open. */
@Controller
class OpeningPages {
  private static final String PATH = "/evidence/openings";

  private final Desks desks;

  OpeningPages(Desks desks) {
    this.desks = desks;
  }

  @Allowed({Permission.OPEN_EVIDENCE, Permission.KEEP_EVIDENCE, Permission.READ_EVERYTHING})
  @GetMapping(PATH)
  String list(Caller.Person person, @RequestParam(defaultValue = "") String show, Model model) {
    Openings.Share share =
        Stream.of(Openings.Share.values())
            .filter(one -> MessageKeys.of(one).equals(show))
            .filter(one -> isOf(one, person))
            .findFirst()
            .orElseGet(
                () ->
                    Stream.of(Openings.Share.values())
                        .filter(one -> isOf(one, person))
                        .findFirst()
                        .orElseThrow());
    Instant now = desks.clock().instant();
    model.addAttribute(
        "wishes",
        desks.look(person.office(), jdbc -> Openings.of(person.officer(), share, now, jdbc)));
    model.addAttribute("show", MessageKeys.of(share));
    model.addAttribute(
        "shares",
        Stream.of(Openings.Share.values())
            .filter(one -> isOf(one, person))
            .map(MessageKeys::of)
            .toList());
    return "evidence/openings";
  }

  /** Which lists are anything to this person; each door to this page has one. */
  private static boolean isOf(Openings.Share share, Caller.Person person) {
    return switch (share) {
      case TO_DECIDE -> person.may(Permission.OPEN_EVIDENCE);
      case ASKED, OPEN -> Opening.mayAsk(person.officer());
      case WAITING -> person.may(Permission.READ_EVERYTHING);
    };
  }

  /** Whom a wish waits for, and who may look at last. */
  @Configuration(proxyBeanMethods = false)
  static class Lines {
    @Bean
    StartItems openingLines(Desks desks) {
      return person -> {
        if (!Opening.mayAsk(person.officer())) {
          return List.of();
        }
        Instant now = desks.clock().instant();
        return desks.look(
            person.office(),
            jdbc ->
                Stream.of(Openings.Share.TO_DECIDE, Openings.Share.OPEN)
                    .map(
                        share ->
                            new StartItem(
                                8,
                                "start.openings." + MessageKeys.of(share),
                                Openings.of(person.officer(), share, now, jdbc).size(),
                                PATH + "?show=" + MessageKeys.of(share),
                                Urgency.NOW))
                    .toList());
      };
    }
  }
}
