package ronda.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door to the tables: each transaction says for which office it works, and PostgreSQL's
 * row-level security shows it that office's rows and no others. A statement that forgets to ask for
 * its office therefore finds nothing of another's; one that runs outside this door finds nothing at
 * all.
 *
 * <p>A transaction within a transaction joins it, so that several stores can act as one. It has to
 * be of the same office: {@link IllegalStateException} otherwise, because the rest of the outer one
 * would silently work for the wrong office.
 */
public final class InOffice {
  /** What {@code ronda.office} and {@code ronda.everything} are set to for one transaction. */
  private record Scope(String office, String everything) {
    private static final Scope EVERYTHING = new Scope("", "yes");
    private static final Scope NOTHING = new Scope("", "no");
  }

  /** A transaction that is under way, and what it does at its end. */
  private record Open(Scope scope, List<Consumer<JdbcClient>> last) {}

  private final ThreadLocal<@Nullable Open> current = new ThreadLocal<>();
  private final JdbcClient jdbc;
  private final TransactionTemplate writing;
  private final TransactionTemplate reading;

  public InOffice(DataSource source) {
    jdbc = JdbcClient.create(source);
    var transactions = new DataSourceTransactionManager(source);
    writing = new TransactionTemplate(transactions);
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  /** Asks for something within one office. Inside a {@code write} it sees what that has written. */
  public <T> T read(UUID office, Function<JdbcClient, T> work) {
    return within(new Scope(office.toString(), "no"), reading, work);
  }

  /** Changes something within one office, whole or not at all. */
  public <T> T write(UUID office, Function<JdbcClient, T> work) {
    return within(new Scope(office.toString(), "no"), writing, work);
  }

  /** As {@link #write}, where nothing is to be answered. */
  public void run(UUID office, Consumer<JdbcClient> work) {
    write(
        office,
        jdbc -> {
          work.accept(jdbc);
          return true;
        });
  }

  /**
   * Works over the rows of all offices: for the server's own rounds, such as what has become too
   * old. Never for a request.
   */
  public <T> T everywhere(Function<JdbcClient, T> work) {
    return within(Scope.EVERYTHING, writing, work);
  }

  /**
   * Works where no office is known yet: on the people, sessions and tokens, whose tables have no
   * row-level security and whose statements carry their conditions themselves. Inside another
   * transaction it joins that one.
   */
  public <T> T beforeOffice(Function<JdbcClient, T> work) {
    return within(Scope.NOTHING, writing, work);
  }

  /**
   * Does {@code work} as the last thing of the transaction that is under way, or at once if there
   * is none: for a row that everybody in the office needs. Locked in the middle of a change, it
   * would make all others wait for whatever this one waits for, some of them for each other.
   */
  void last(UUID office, Consumer<JdbcClient> work) {
    Open outer = current.get();
    if (outer == null) {
      run(office, work);
      return;
    }
    read(office, jdbc -> outer.last().add(work));
  }

  private <T> T within(Scope scope, TransactionTemplate template, Function<JdbcClient, T> work) {
    Open outer = current.get();
    if (outer != null) {
      if (!scope.equals(Scope.NOTHING) && !outer.scope().equals(scope)) {
        throw new IllegalStateException(
            "a transaction of " + outer.scope() + " cannot turn into one of " + scope);
      }
      return work.apply(jdbc);
    }
    Open open = new Open(scope, new ArrayList<>());
    current.set(open);
    try {
      return answer(template.execute(status -> whole(open, work)));
    } finally {
      current.remove();
    }
  }

  private <T> T whole(Open open, Function<JdbcClient, T> work) {
    T answer = work.apply(entered(open.scope()));
    open.last().forEach(last -> last.accept(jdbc));
    return answer;
  }

  private JdbcClient entered(Scope scope) {
    jdbc.sql("SELECT set_config('ronda.office', ?, true), set_config('ronda.everything', ?, true)")
        .params(scope.office, scope.everything)
        .query()
        .singleRow();
    return jdbc;
  }

  // The template answers null only when the work does, and no work here does.
  private static <T> T answer(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("work in a transaction answers something, or uses run");
    }
    return value;
  }
}
