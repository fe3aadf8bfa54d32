package ronda.tool.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ronda.identify.classify.Classifiers;
import ronda.identify.classify.Example;
import ronda.identify.classify.Model;
import ronda.identify.classify.Settings;
import ronda.identify.classify.Trainer;
import ronda.tool.training.Recipe;
import ronda.tool.training.TrainingPost;

/**
 * Makes a model by its recipe. The model's card is written by people and stays: figures on posts
 * that grammars made say little, so a recipe's model is measured on other sources by {@code
 * evaluate}.
 */
final class RecipeTraining {
  private RecipeTraining() {}

  static int train(Path recipe, Path dataFolder, Path out, Streams streams) throws IOException {
    Recipe read = Recipe.read(recipe);
    List<TrainingPost> posts = read.posts(recipe.toAbsolutePath().resolveSibling(""), dataFolder);
    streams.say("%,d posts by the recipe %s".formatted(posts.size(), read.name()));
    Seen.Eyes eyes = new Seen.Eyes(Root.path());
    List<Example> examples = posts.stream().map(post -> Lesson.of(post, eyes).example()).toList();
    Model model = Trainer.train(read.name(), examples, Settings.standard(), streams::say);
    write(model, out);
    streams.say("the model is in " + out);
    return Exit.FINE;
  }

  private static void write(Model model, Path out) throws IOException {
    try {
      Path whole = out.toAbsolutePath();
      Files.createDirectories(whole.getParent());
      Path fresh = Replacement.begin(whole);
      Classifiers.save(model, fresh);
      Replacement.put(fresh, whole);
    } catch (IOException broken) {
      throw new Failures.CannotWrite(out.toString(), broken);
    }
  }
}
