package ronda.server.login;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Passwords, kept as Argon2id hashes. One check takes 19 MiB for a moment, so only a few run at
 * once: a flood of guesses waits, and the server keeps its memory.
 */
final class Passwords {
  /** The shortest that is taken, in characters. */
  static final int SHORTEST = 12;

  /** The longest that is taken, in characters. */
  static final int LONGEST = 200;

  private static final int FEWEST_DIFFERENT = 5;
  private static final int SHORTEST_OF_A_PERSON = 4;
  private static final int AT_ONCE = 4;
  private static final Set<String> KNOWN_TO_ALL =
      Set.of(
          "password1234",
          "passwordpassword",
          "123456789012",
          "qwertyuiop123",
          "katasandi123",
          "administrator",
          "rahasiarahasia",
          "indonesia1945",
          "indonesia2024",
          "kominfo12345",
          "bismillah123",
          "diskominfo123");

  private final Argon2PasswordEncoder argon2;
  private final String nobodys;
  private final Semaphore room = new Semaphore(AT_ONCE, true);

  /** As OWASP advises: 19 MiB, two passes, one lane. */
  Passwords() {
    this(19 * 1024, 2);
  }

  Passwords(int memoryInKib, int passes) {
    argon2 = new Argon2PasswordEncoder(16, 32, 1, memoryInKib, passes);
    nobodys = String.valueOf(argon2.encode("nobody has this password"));
  }

  /** What is kept of a password. */
  String hash(String password) {
    room.acquireUninterruptibly();
    try {
      return String.valueOf(argon2.encode(password));
    } finally {
      room.release();
    }
  }

  /**
   * Whether this is the password. For somebody who has none it takes as long as for one who has, so
   * that the time tells nobody which names exist.
   */
  boolean matches(String password, Optional<String> hash) {
    String typed = password.length() > LONGEST ? "" : password;
    room.acquireUninterruptibly();
    try {
      return argon2.matches(typed, hash.orElse(nobodys)) && hash.isPresent();
    } finally {
      room.release();
    }
  }

  /** The key of the message that says why a password is not taken; empty if it is. */
  static Optional<String> whyNot(String password, String name, String email) {
    String lower = password.toLowerCase(Locale.ROOT);
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      return Optional.of("password.length");
    }
    boolean guessable =
        password.chars().distinct().count() < FEWEST_DIFFERENT
            || KNOWN_TO_ALL.contains(lower)
            || holds(lower, email.toLowerCase(Locale.ROOT).split("@", 2)[0])
            || holds(lower.replace(" ", ""), name.toLowerCase(Locale.ROOT).replace(" ", ""));
    return guessable ? Optional.of("password.guessable") : Optional.empty();
  }

  /** Shorter ones stand in many words: whoever is a@… would find no password at all. */
  private static boolean holds(String password, String ofThePerson) {
    return ofThePerson.length() >= SHORTEST_OF_A_PERSON && password.contains(ofThePerson);
  }
}
