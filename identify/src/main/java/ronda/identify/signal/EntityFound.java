package ronda.identify.signal;

import java.util.Map;
import ronda.identify.post.Span;

/**
 * Something that can be called, visited or paid stood in the text (entitas).
 *
 * @param value its normal form, such as {@code +6281234567890}; for a NIK the masked form only
 * @param details what else the writing tells, such as {@code operator=Telkomsel}, {@code bank=BCA},
 *     {@code domain=example.co.id}
 */
public record EntityFound(
    EntityKind entityKind, String value, Span span, Map<String, String> details) implements Signal {
  public EntityFound {
    details = Map.copyOf(details);
  }

  @Override
  public EntityFound movedBy(int units) {
    return new EntityFound(entityKind, value, span.movedBy(units), details);
  }

  @Override
  public String kind() {
    return "entity";
  }

  /** An entity says where to look further; by itself it speaks for no category. */
  @Override
  public double weight() {
    return 0;
  }
}
