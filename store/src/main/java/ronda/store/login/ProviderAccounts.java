package ronda.store.login;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import ronda.store.sql.InOffice;

/** Which account of the office's identity provider each person signs in with (akun kantor). */
public final class ProviderAccounts {
  /**
   * An account, as OpenID Connect names it for good: a mail address may be given to another.
   *
   * @param issuer which provider
   * @param subject what the provider calls the account
   */
  public record Account(String issuer, String subject) {}

  private final InOffice tables;

  public ProviderAccounts(InOffice tables) {
    this.tables = tables;
  }

  /**
   * Binds a person to an account the first time; false if the person is bound to another one, or
   * the account to another person.
   */
  public boolean isOf(UUID officer, Account account, Instant now) {
    return tables.beforeOffice(
        jdbc -> {
          jdbc.sql(
                  """
                  INSERT INTO provider_accounts (officer_id, issuer, subject, bound_at)
                  VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                  """)
              .params(officer, account.issuer, account.subject, Timestamp.from(now))
              .update();
          return jdbc.sql(
                  """
                  SELECT count(*) > 0 FROM provider_accounts
                  WHERE officer_id = ? AND issuer = ? AND subject = ?
                  """)
              .params(officer, account.issuer, account.subject)
              .query(Boolean.class)
              .single();
        });
  }

  /** Whether this person signs in with an account of a provider. */
  public boolean has(UUID officer) {
    return tables.beforeOffice(
        jdbc ->
            jdbc.sql("SELECT count(*) > 0 FROM provider_accounts WHERE officer_id = ?")
                .param(officer)
                .query(Boolean.class)
                .single());
  }

  /** Unbinds a person, whom the next account with the address then binds; false if none was. */
  public boolean release(UUID officer) {
    return tables.beforeOffice(
            jdbc ->
                jdbc.sql("DELETE FROM provider_accounts WHERE officer_id = ?")
                    .param(officer)
                    .update())
        > 0;
  }
}
