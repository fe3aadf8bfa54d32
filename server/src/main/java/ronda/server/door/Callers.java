package ronda.server.door;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The bridge between Spring Security, which carries the caller through a request, and our doors.
 */
public final class Callers {
  private Callers() {}

  /** Who asks now; empty for somebody who is not signed in. */
  public static Optional<Caller> current() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof Known known
        ? Optional.of(known.caller)
        : Optional.empty();
  }

  /** The caller as Spring Security wants it. */
  public static Known known(Caller caller) {
    return new Known(caller);
  }

  /** Somebody whom a cookie or token has made known. */
  public static final class Known extends AbstractAuthenticationToken {
    private final transient Caller caller;

    private Known(Caller caller) {
      super(AuthorityUtils.NO_AUTHORITIES);
      this.caller = caller;
      setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
      return "";
    }

    @Override
    public Caller getPrincipal() {
      return caller;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Known known && known.caller.equals(caller);
    }

    @Override
    public int hashCode() {
      return caller.hashCode();
    }
  }
}
