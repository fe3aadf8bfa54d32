package ronda.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that counts what it is asked: each statement that is sent to it. */
public final class CountingSource extends DelegatingDataSource {
  private final AtomicLong sent = new AtomicLong();

  public CountingSource(DataSource source) {
    super(source);
  }

  /** How many statements were sent so far, of all threads. */
  public long sent() {
    return sent.get();
  }

  @Override
  public Connection getConnection() throws SQLException {
    return (Connection) counting(super.getConnection(), Connection.class);
  }

  private Object counting(Object real, Class<?> as) {
    return Proxy.newProxyInstance(
        as.getClassLoader(),
        new Class<?>[] {as},
        (proxy, method, arguments) -> {
          if (Statement.class.isAssignableFrom(as) && method.getName().startsWith("execute")) {
            sent.incrementAndGet();
          }
          try {
            Object answer = method.invoke(real, arguments);
            return answer instanceof Statement && Connection.class.equals(as)
                ? counting(answer, method.getReturnType())
                : answer;
          } catch (InvocationTargetException failed) {
            throw failed.getCause();
          }
        });
  }
}
