package ronda.store.backup;

import java.util.List;

/**
 * What a restore ended or held back, because it would otherwise have gone on as if the time between
 * backup and restore had not been (yang dihentikan).
 *
 * @param letters that had not left when the backup was made; a person decides about each
 * @param sessions that were open
 * @param links to sign in that were not used
 * @param tokens of programs that are in force again, by name: one that was ended since among them
 * @param offices that sent reminders by themselves
 */
public record Stilled(int letters, int sessions, int links, List<String> tokens, int offices) {
  public Stilled {
    tokens = List.copyOf(tokens);
  }
}
