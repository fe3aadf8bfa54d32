package ronda.server.door;

import java.util.List;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;
import ronda.casework.office.Permission;

/** What a door says about who may enter. */
public sealed interface Declaration {
  /** Anybody. */
  record ForAnybody(String why) implements Declaration {}

  /** Everybody who has signed in. */
  record ForOfficers(String why) implements Declaration {}

  /** Whoever holds one of these. */
  record ForHolders(List<Permission> permissions) implements Declaration {}

  /** What this method declares; empty if nothing, or more than one thing. */
  static Optional<Declaration> of(HandlerMethod method) {
    Open open = method.getMethodAnnotation(Open.class);
    AnyOfficer officers = method.getMethodAnnotation(AnyOfficer.class);
    Allowed allowed = method.getMethodAnnotation(Allowed.class);
    if (open != null && officers == null && allowed == null) {
      return Optional.of(new ForAnybody(open.value()));
    }
    if (officers != null && open == null && allowed == null) {
      return Optional.of(new ForOfficers(officers.value()));
    }
    if (allowed != null && open == null && officers == null && allowed.value().length > 0) {
      return Optional.of(new ForHolders(List.of(allowed.value())));
    }
    return Optional.empty();
  }

  /** Whether this caller may enter. */
  default boolean admits(Optional<Caller> caller) {
    return switch (this) {
      case ForAnybody anybody -> true;
      case ForOfficers officers -> caller.filter(Caller.Person.class::isInstance).isPresent();
      case ForHolders holders ->
          caller.filter(one -> holders.permissions.stream().anyMatch(one::may)).isPresent();
    };
  }
}
