package ronda.server.login;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ronda.store.login.Attempts;
import ronda.store.login.Credentials;
import ronda.store.login.Logins;
import ronda.store.login.ProviderAccounts;
import ronda.store.login.Sessions;
import ronda.store.login.SignInLinks;
import ronda.store.login.Tokens;
import ronda.store.sql.InOffice;

/** The tables that signing in works on. */
@Configuration(proxyBeanMethods = false)
class Keepers {
  @Bean
  Sessions sessions(InOffice tables) {
    return new Sessions(tables);
  }

  @Bean
  SignInLinks signInLinks(InOffice tables) {
    return new SignInLinks(tables);
  }

  @Bean
  Credentials credentials(InOffice tables) {
    return new Credentials(tables);
  }

  @Bean
  Attempts attempts(InOffice tables) {
    return new Attempts(tables);
  }

  @Bean
  ProviderAccounts providerAccounts(InOffice tables) {
    return new ProviderAccounts(tables);
  }

  @Bean
  Logins logins(InOffice tables) {
    return new Logins(tables);
  }

  @Bean
  Tokens tokens(InOffice tables) {
    return new Tokens(tables);
  }

  @Bean
  Passwords passwords() {
    return new Passwords();
  }
}
