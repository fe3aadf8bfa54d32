package ronda.server.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URL;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import ronda.store.login.ProviderAccounts;

/**
 * The office's own identity provider (OIDC), if it has one. It may sign in people who are known
 * here by a mail address that it has verified; it makes nobody known and gives no role. Who came
 * once comes with the same account of the provider's ever after.
 *
 * @param issuer where it describes itself; empty for none
 */
record Provider(String issuer, String clientId, String clientSecret) {
  private static final String NAME = "office";

  boolean isSet() {
    return !issuer.isBlank();
  }

  /** Adds the way through the provider, which {@code /oauth2/authorization/office} begins. */
  void addTo(HttpSecurity http, SignIns signIns) {
    http.oauth2Login(way -> describe(way, signIns));
  }

  private void describe(OAuth2LoginConfigurer<HttpSecurity> way, SignIns signIns) {
    way.clientRegistrationRepository(registrations())
        .loginPage("/sign-in")
        .successHandler((request, response, who) -> finish(who, signIns, request, response))
        .failureHandler((request, response, failure) -> refuse(request, response));
  }

  /** Asked for when somebody first comes this way: the desk opens while the provider is away. */
  private ClientRegistrationRepository registrations() {
    return new SupplierClientRegistrationRepository(
        () -> new InMemoryClientRegistrationRepository(registration()));
  }

  private ClientRegistration registration() {
    return ClientRegistrations.fromIssuerLocation(issuer)
        .registrationId(NAME)
        .clientId(clientId)
        .clientSecret(clientSecret)
        .scope("openid", "email")
        .build();
  }

  private static void finish(
      Authentication who, SignIns signIns, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean in =
        who.getPrincipal() instanceof OidcUser user
            && Boolean.TRUE.equals(user.getEmailVerified())
            && vouched(user, signIns, request, response);
    if (in) {
      forget(request);
      response.sendRedirect("/");
    } else {
      refuse(request, response);
    }
  }

  private static boolean vouched(
      OidcUser user, SignIns signIns, HttpServletRequest request, HttpServletResponse response) {
    String email = user.getEmail();
    URL issuer = user.getIssuer();
    String subject = user.getSubject();
    return email != null
        && issuer != null
        && subject != null
        && signIns.byProvider(
            email, new ProviderAccounts.Account(issuer.toString(), subject), request, response);
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    forget(request);
    response.sendRedirect("/sign-in?problem=provider");
  }

  /** The server's own session carried the question to the provider and back; it is done. */
  private static void forget(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
