package ronda.casework.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * What is said in the place of a paper that was destroyed (keterangan musnah).
 *
 * @param disposal the decision that destroyed it
 * @param number of the case that it belonged to
 * @param proposedBy by name, as is {@code agreedBy}
 */
public record Destroyed(
    UUID disposal, String number, Instant at, String proposedBy, String agreedBy) {}
