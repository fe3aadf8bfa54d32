package ronda.casework.referral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was written to one office. */
public interface Replies {
  /** Keeps a reply, once: false if one with this key is kept already. */
  boolean add(Reply reply);

  /** Those that answer this referral, the oldest first. */
  List<Reply> ofReferral(UUID referral);

  /** Those of which nobody knows what they answer, the oldest first. */
  List<Reply> unknown(int limit);

  long countUnknown();

  Optional<Reply> byId(UUID id);

  /** A person says which referral a reply answers. False if it is known already. */
  boolean assign(UUID id, UUID referral);

  /** A person says that this is no reply; it is kept and no longer listed. */
  boolean setAside(UUID id);
}
