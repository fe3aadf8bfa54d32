package ronda.tool.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import ronda.identify.classify.ModelRefused;
import ronda.identify.lexicon.BrokenLexicon;
import ronda.onnx.classify.OpinionRefused;
import ronda.policies.cel.PoliciesRefused;
import ronda.policies.outfit.OutfitRefused;

/** Turns what broke into one line for a person, and an exit code for a script. */
final class Failures {
  private Failures() {}

  static int of(Throwable failed, Streams streams) {
    return switch (failed) {
      case Ended ended -> {
        streams.say(ended.reason());
        yield ended.code();
      }
      case CannotWrite broken -> ofWriting(broken.broken(), broken.where(), streams);
      case ModelRefused refused -> {
        streams.say(String.valueOf(refused.getMessage()));
        yield Exit.CONFIGURATION;
      }
      case PoliciesRefused refused -> {
        streams.say(String.valueOf(refused.getMessage()));
        yield Exit.CONFIGURATION;
      }
      case OutfitRefused refused -> {
        streams.say(String.valueOf(refused.getMessage()));
        yield Exit.CONFIGURATION;
      }
      case OpinionRefused refused -> {
        streams.say(String.valueOf(refused.getMessage()));
        yield Exit.CONFIGURATION;
      }
      case BrokenLexicon broken -> {
        streams.say(String.valueOf(broken.getMessage()));
        yield Exit.CONFIGURATION;
      }
      case UncheckedIOException wrapped when wrapped.getCause() != null ->
          of(wrapped.getCause(), streams);
      case NoSuchFileException missing -> {
        streams.say(missing.getMessage() + ": there is no such file or folder");
        yield Exit.NO_INPUT;
      }
      case OutOfMemoryError full -> {
        streams.say("out of memory: give it more with RONDA_HEAP=1g, or fewer --threads");
        yield Exit.FAULT;
      }
      default -> {
        streams.say("a fault in Ronda itself, please report it: " + failed);
        if (System.getenv("RONDA_DEBUG") != null) {
          failed.printStackTrace(streams.err());
        }
        yield Exit.FAULT;
      }
    };
  }

  /** A reader that went away is no fault of anybody's, and nobody is there to be told. */
  static int ofWriting(IOException broken, String where, Streams streams) {
    String reason = String.valueOf(broken.getMessage());
    if (reason.toLowerCase(Locale.ROOT).contains("broken pipe")) {
      return Exit.CLOSED_PIPE;
    }
    streams.say("cannot write to " + where + ": " + reason);
    return Exit.CANNOT_WRITE;
  }

  /** Ends a command with a reason for the person who gave it. */
  static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int code;

    Ended(int code, String reason) {
      super(reason, null, false, false);
      this.code = code;
    }

    int code() {
      return code;
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  /** Says where writing failed. */
  static final class CannotWrite extends IOException {
    private static final long serialVersionUID = 1;
    private final String where;
    private final IOException broken;

    CannotWrite(String where, IOException broken) {
      super(broken);
      this.where = where;
      this.broken = broken;
    }

    String where() {
      return where;
    }

    IOException broken() {
      return broken;
    }
  }
}
