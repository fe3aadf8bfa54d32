package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;

/** The links of a case's chains as rows: its steps and its custody have the same columns. */
final class ChainRows {
  private ChainRows() {}

  /** The link that stands in a row. */
  static Link link(ResultSet row) throws SQLException {
    return new Link(
        row.getLong("number"),
        Times.of(row, "at"),
        row.getString("actor"),
        row.getString("act"),
        row.getString("subject"),
        row.getString("body"),
        new Hash(row.getString("before")),
        new Hash(row.getString("hash")));
  }

  /** A link's columns by their names. */
  static Map<String, Object> columns(Link link) {
    return Map.of(
        "number", link.number(),
        "at", Times.at(link.at()),
        "actor", link.actor(),
        "act", link.act(),
        "subject", link.subject(),
        "body", link.body(),
        "before", link.before().hex(),
        "hash", link.hash().hex());
  }
}
