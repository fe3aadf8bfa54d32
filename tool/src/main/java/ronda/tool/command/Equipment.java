package ronda.tool.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import ronda.identify.Patrol;
import ronda.identify.classify.Classifiers;
import ronda.identify.decide.Policies;
import ronda.identify.entity.Entities;
import ronda.identify.lexicon.Lexicon;
import ronda.policies.cel.PolicyFolder;

/** What a patrol takes along: the lexicons, models and policies below one folder. */
final class Equipment {
  private Equipment() {}

  /** A patrol with everything that lies below {@code root}. */
  static Patrol patrol(Path root) throws IOException {
    // Policies take as long to load as all the rest together; two cores share it.
    CompletableFuture<Policies> policies =
        CompletableFuture.supplyAsync(() -> PolicyFolder.read(root.resolve("policies/data")));
    Lexicon lexicon = Lexicon.read(root.resolve("lexicons"));
    Path[] models = models(root.resolve("models")).toArray(Path[]::new);
    try {
      return new Patrol(lexicon, new Entities(), Classifiers.load(models), policies.join());
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  /** Every folder that holds a model, in the order of their names. */
  private static List<Path> models(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(folder, one -> Files.exists(one.resolve("model.ronda")))) {
      folders.forEach(found::add);
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }
}
