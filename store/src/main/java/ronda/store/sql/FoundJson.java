package ronda.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ronda.identify.decide.Finding;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;
import ronda.identify.signal.PatternFound;
import ronda.identify.signal.Resemblance;
import ronda.identify.signal.Signal;
import ronda.identify.signal.TermFound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Findings and entities as they lie in the database, and back. */
final class FoundJson {
  private static final ObjectMapper JSON = JsonMapper.shared();

  private FoundJson() {}

  static ArrayNode findings(List<Finding> findings) {
    ArrayNode all = JSON.createArrayNode();
    for (Finding finding : findings) {
      ObjectNode one = all.addObject();
      one.put("category", finding.category().name());
      one.put("stance", finding.stance().name());
      one.put("score", finding.score());
      one.put("policy", finding.policy());
      one.put("severity", finding.severity().name());
      one.put("legalBasis", finding.legalBasis());
      one.put("shadow", finding.shadow());
      ArrayNode reasons = one.putArray("reasons");
      finding.reasons().forEach(reason -> signal(reason, reasons.addObject()));
    }
    return all;
  }

  static ArrayNode entities(List<EntityFound> entities) {
    ArrayNode all = JSON.createArrayNode();
    entities.forEach(entity -> signal(entity, all.addObject()));
    return all;
  }

  private static void signal(Signal signal, ObjectNode node) {
    node.put("signal", signal.kind());
    node.put("start", signal.span().start());
    node.put("end", signal.span().end());
    node.put("weight", signal.weight());
    switch (signal) {
      case TermFound term ->
          node.put("term", term.term())
              .put("category", term.category().map(Category::name).orElse(""))
              .put("stance", term.stance().name())
              .put("needsConfirmation", term.needsConfirmation());
      case PatternFound pattern ->
          node.put("pattern", pattern.pattern()).put("category", pattern.category().name());
      case Resemblance resemblance ->
          node.put("model", resemblance.model()).put("category", resemblance.category().name());
      case EntityFound entity -> {
        node.put("entity", entity.entityKind().name()).put("value", entity.value());
        ObjectNode details = node.putObject("details");
        new TreeMap<>(entity.details()).forEach(details::put);
      }
    }
  }

  static List<Finding> findings(String json) {
    List<Finding> all = new ArrayList<>();
    for (JsonNode node : JSON.readTree(json)) {
      List<Signal> reasons = new ArrayList<>();
      node.get("reasons").forEach(reason -> reasons.add(signal(reason)));
      all.add(
          new Finding(
              category(node),
              Stance.valueOf(node.get("stance").stringValue()),
              node.get("score").doubleValue(),
              reasons,
              node.get("policy").stringValue(),
              Severity.valueOf(node.get("severity").stringValue()),
              node.get("legalBasis").stringValue(),
              node.get("shadow").booleanValue()));
    }
    return all;
  }

  static List<EntityFound> entities(String json) {
    List<EntityFound> all = new ArrayList<>();
    JSON.readTree(json).forEach(node -> all.add(entity(node, span(node))));
    return all;
  }

  private static Signal signal(JsonNode node) {
    Span span = span(node);
    double weight = node.get("weight").doubleValue();
    return switch (node.get("signal").stringValue()) {
      case "term" ->
          new TermFound(
              node.get("term").stringValue(),
              Optional.of(node.get("category").stringValue())
                  .filter(category -> !category.isEmpty())
                  .map(Category::valueOf),
              Stance.valueOf(node.get("stance").stringValue()),
              node.get("needsConfirmation").booleanValue(),
              span,
              weight);
      case "pattern" ->
          new PatternFound(node.get("pattern").stringValue(), category(node), span, weight);
      case "resemblance" ->
          new Resemblance(node.get("model").stringValue(), category(node), span, weight);
      case "entity" -> entity(node, span);
      default ->
          throw new IllegalStateException(
              "a kept reason is of no known kind: " + node.get("signal"));
    };
  }

  private static Category category(JsonNode node) {
    return Category.valueOf(node.get("category").stringValue());
  }

  private static Span span(JsonNode node) {
    return new Span(node.get("start").intValue(), node.get("end").intValue());
  }

  private static EntityFound entity(JsonNode node, Span span) {
    Map<String, String> details = new TreeMap<>();
    node.get("details")
        .properties()
        .forEach(detail -> details.put(detail.getKey(), detail.getValue().stringValue()));
    return new EntityFound(
        EntityKind.valueOf(node.get("entity").stringValue()),
        node.get("value").stringValue(),
        span,
        details);
  }
}
