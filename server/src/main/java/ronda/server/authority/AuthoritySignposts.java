package ronda.server.authority;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import ronda.casework.office.Permission;
import ronda.server.door.Caller;
import ronda.server.page.Signposts;

/** Where rows of the authority table have their pages; none is ever taken out of it. */
@Component
class AuthoritySignposts implements Signposts {
  @Override
  public Map<String, String> of(Collection<String> subjects, Caller.Person person) {
    return person.may(Permission.READ_AUTHORITY)
        ? Signposts.names("authority", subjects).stream()
            .collect(Collectors.toMap(row -> "authority:" + row, AuthoritySignposts::path))
        : Map.of();
  }

  private static String path(String row) {
    return UriComponentsBuilder.fromPath("/authority/rows/{id}").build(row).toString();
  }
}
