package ronda.server.command;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import ronda.store.postgres.Database;
import ronda.store.postgres.EmbeddedPostgres;

/** The database of a home, to look at what a command left there. */
final class HomeDatabase {
  private HomeDatabase() {}

  static Database of(EmbeddedPostgres postgres) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(postgres.jdbcUrl());
    config.setUsername(postgres.user());
    config.setPassword(postgres.password());
    return new Database.Embedded(postgres, new HikariDataSource(config));
  }
}
