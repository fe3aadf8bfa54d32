package ronda.identify;

import java.util.List;
import ronda.identify.decide.Finding;
import ronda.identify.post.Post;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.TermFound;

/**
 * What one walk of a post through all rooms brought to light.
 *
 * @param findings what someone should look at, and why; empty for nearly every post
 * @param scores how sure the models are of each category
 * @param entities what can be called, visited or paid, in the order of the text
 * @param terms the listed words that stood in the text, in its order
 */
public record Examination(
    Post post,
    List<Finding> findings,
    Scores scores,
    List<EntityFound> entities,
    List<TermFound> terms) {}
