package ronda.tool.door;

import java.util.List;
import java.util.Map;
import ronda.identify.decide.Finding;
import ronda.identify.post.Category;
import ronda.identify.signal.EntityFound;

/** What was found in one post. */
public record Examined(
    List<Finding> findings, Map<Category, Double> scores, List<EntityFound> entities) {}
