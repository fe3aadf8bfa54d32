package ronda.server.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ronda.casework.policy.Precision;
import ronda.identify.post.Category;
import ronda.server.desk.QueueFigure;
import ronda.server.desk.QueueFigure.Kind;
import ronda.server.desk.QueueLinks;
import ronda.store.sql.SqlQuality;

/**
 * Where the numbers of the page lead: to the jobs behind each. What counts people, or the answers
 * to golden copies, leads nowhere: behind it are people.
 */
final class Behind {
  private final QueueLinks links;
  private final int days;
  private final Map<String, String> addresses = new HashMap<>();

  Behind(QueueLinks links, int days) {
    this.links = links;
    this.days = days;
  }

  /** The queue's address for a number, by its kind and what it is of: {@code pairs/gambling}. */
  Map<String, String> addresses() {
    return Map.copyOf(addresses);
  }

  Behind agreement(List<Figures.Line> lines) {
    for (Figures.Line line : lines) {
      Optional<Category> category = Category.ofCode(line.name());
      add(Kind.PAIRS, line.name(), "", category, line.agreement().pairs());
      add(Kind.AGREED, line.name(), "", category, line.agreement().agreed());
    }
    return this;
  }

  Behind policies(List<Precision> precisions) {
    for (Precision one : precisions) {
      add(Kind.RAISED, one.policy(), one.policy(), Optional.empty(), one.judged());
      add(Kind.UPHELD, one.policy(), one.policy(), Optional.empty(), one.confirmed());
    }
    return this;
  }

  Behind waited(List<SqlQuality.Waited> waited) {
    for (SqlQuality.Waited one : waited) {
      Category category = one.category();
      add(Kind.DECIDED, category.code(), "", Optional.of(category), one.decided());
    }
    return this;
  }

  private void add(
      Kind kind, String name, String policy, Optional<Category> category, long number) {
    String address = links.to(new QueueFigure(kind, policy, days), category, number);
    addresses.put(kind.code() + "/" + name, address);
  }
}
