package ronda.server.retention;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.cases.CaseFile;
import ronda.casework.retention.LegalHold;
import ronda.casework.review.Job;
import ronda.casework.watch.WatchedAccount;
import ronda.server.desk.CasePart;
import ronda.server.desk.JobPart;
import ronda.server.door.Caller;
import ronda.server.watch.AccountPart;
import ronda.store.sql.SqlLegalHolds;
import ronda.store.sql.SqlRetention;

/** How long it is kept, on the pages of jobs, cases and watched accounts. */
@Configuration(proxyBeanMethods = false)
class KeepingParts {
  private static final String TEMPLATE = "retention/part";

  @Bean
  JobPart keepingOfJob() {
    return new JobPart() {
      @Override
      public String template() {
        return TEMPLATE;
      }

      @Override
      public Optional<RetentionNote> of(Caller.Person person, Job job, JdbcClient jdbc) {
        return Optional.of(
            RetentionNote.of(
                new SqlRetention(jdbc).fate(job),
                "/jobs/" + job.id() + "/hold",
                new SqlLegalHolds(jdbc).on(job.id())));
      }
    };
  }

  @Bean
  CasePart keepingOfCase() {
    return new CasePart() {
      @Override
      public int order() {
        return 900;
      }

      @Override
      public String template() {
        return TEMPLATE;
      }

      @Override
      public Optional<RetentionNote> of(Caller.Person person, CaseFile file, JdbcClient jdbc) {
        List<LegalHold> holds = new SqlLegalHolds(jdbc).on(file.id());
        return Optional.of(
            RetentionNote.of(
                file,
                new SqlRetention(jdbc).periods(),
                "/cases/" + file.number() + "/hold",
                holds));
      }
    };
  }

  @Bean
  AccountPart keepingOfAccount() {
    return new AccountPart() {
      @Override
      public String template() {
        return TEMPLATE;
      }

      @Override
      public RetentionNote of(Caller.Person person, WatchedAccount account, JdbcClient jdbc) {
        return RetentionNote.of(
            new SqlRetention(jdbc).fate(account),
            "/watchlist/" + account.id() + "/hold",
            new SqlLegalHolds(jdbc).on(account.id()));
      }
    };
  }
}
