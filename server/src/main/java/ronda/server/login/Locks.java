package ronda.server.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import ronda.server.door.Pace;
import ronda.server.door.PublicAddress;
import ronda.server.page.Places;
import ronda.server.page.StaleForms;
import ronda.store.login.Sessions;
import ronda.store.login.Tokens;

/** What Spring Security does for every request; who may enter where is said at the doors. */
@Configuration(proxyBeanMethods = false)
class Locks {
  /** Nothing from another host, no script or style inside a page, no frame around it. */
  static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Bean
  Cookies cookies(PublicAddress address) {
    return new Cookies(address.isSecure());
  }

  @Bean
  Provider provider(
      @Value("${RONDA_OIDC_ISSUER:}") String issuer,
      @Value("${RONDA_OIDC_CLIENT_ID:}") String clientId,
      @Value("${RONDA_OIDC_CLIENT_SECRET:}") String clientSecret) {
    return new Provider(issuer, clientId, clientSecret);
  }

  @Bean
  CallerFilter callerFilter(
      Sessions sessions, Tokens tokens, Cookies cookies, InstantSource clock) {
    return new CallerFilter(sessions, tokens, cookies, clock);
  }

  /** It stands in the chain below; Boot would otherwise put it before every request once more. */
  @Bean
  FilterRegistrationBean<CallerFilter> onlyInTheChain(CallerFilter filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }

  /**
   * @param programs how many requests a minute one token may make
   * @param strangers how many a minute may come from one address without signing in
   */
  @Bean
  PaceFilter paceFilter(
      @Value("${ronda.requests-a-minute.token:6000}") int programs,
      @Value("${ronda.requests-a-minute.address:1200}") int strangers) {
    return new PaceFilter(
        new Pace(programs, System::nanoTime), new Pace(strangers, System::nanoTime));
  }

  @Bean
  FilterRegistrationBean<PaceFilter> paceOnlyInTheChain(PaceFilter filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  FilesFilter filesFilter(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> doors) {
    return new FilesFilter(doors);
  }

  @Bean
  FilterRegistrationBean<FilesFilter> filesOnlyInTheChain(FilesFilter filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http,
      CallerFilter callers,
      PaceFilter pace,
      FilesFilter files,
      Cookies cookies,
      Provider provider,
      SignIns signIns) {
    // Without this, each request counts as a new sign-in and changes the forms' token: a second
    // tab, or a style sheet that loads late, would make the form before the person refuse.
    http.sessionManagement(AbstractHttpConfigurer::disable)
        .securityContext(
            context -> context.securityContextRepository(new NullSecurityContextRepository()))
        .requestCache(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        // Before whoever looks for the form's token: that is a field, and finding it in a form with
        // files writes all of them to disk.
        .addFilterBefore(callers, CsrfFilter.class)
        .addFilterBefore(pace, CsrfFilter.class)
        .addFilterBefore(files, CsrfFilter.class)
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfTokens(cookies))
                    .ignoringRequestMatchers(
                        request ->
                            bearsToken(request)
                                || isAnonymousProgram(request, cookies)
                                || FilesFilter.isTurnedAway(request)))
        .exceptionHandling(refused -> refused.accessDeniedHandler(Locks::refuse))
        .headers(headers -> headers(headers, cookies.isSecure()))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
    if (provider.isSet()) {
      provider.addTo(http, signIns);
    }
    return http.build();
  }

  /**
   * @param https whether people reach the pages by https, whatever stands between: browsers are
   *     told so on every answer, for a year
   */
  private static void headers(HeadersConfigurer<HttpSecurity> headers, boolean https) {
    headers
        .httpStrictTransportSecurity(
            strict ->
                strict
                    .requestMatcher(request -> https)
                    .includeSubDomains(false)
                    .maxAgeInSeconds(Duration.ofDays(365).toSeconds()))
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
        .frameOptions(frame -> frame.deny())
        .permissionsPolicyHeader(
            policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()"));
  }

  /** A form that we did not hand out, or so long ago that its token is gone, is told apart. */
  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    if (refused instanceof CsrfException) {
      request.setAttribute(StaleForms.STALE, true);
    }
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }

  /**
   * What an address cannot be, by Spring Security's reckoning: there is no page there, and a link
   * that was cut off or mistyped is told as any other that leads nowhere.
   */
  @Bean
  RequestRejectedHandler oddRequests() {
    return (request, response, odd) -> {
      boolean method =
          Stream.of(HttpMethod.values()).noneMatch(HttpMethod.valueOf(request.getMethod())::equals);
      String asked = request.getRequestURI();
      boolean place = asked.indexOf('%') >= 0 || !Places.isReadable(asked);
      response.sendError(method ? 405 : place ? 404 : 400);
    };
  }

  private static CookieCsrfTokenRepository csrfTokens(Cookies cookies) {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(cookies.formName());
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(
        cookie -> cookie.sameSite("Strict").httpOnly(true).secure(cookies.isSecure()));
    return tokens;
  }

  /** Whether a program asks: no browser adds this header by itself, and no cookie counts then. */
  static boolean bearsToken(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7);
  }

  /** A program that forgot its token is told so: without a session there is nothing to misuse. */
  private static boolean isAnonymousProgram(HttpServletRequest request, Cookies cookies) {
    return request.getRequestURI().startsWith("/api/") && cookies.read(request).isEmpty();
  }

  /** Keeps Boot from making up a user with a password in the log. */
  @Bean
  UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException("people are known by their sessions");
    };
  }
}
