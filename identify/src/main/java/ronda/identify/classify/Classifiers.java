package ronda.identify.classify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Where classifiers come from, and where trained models go. */
public final class Classifiers {
  private Classifiers() {}

  /**
   * A classifier of the models in these folders, each with a {@code model.ronda}. With no folder it
   * knows no label, and is silent. A model that bears no name of its own is called as its folder.
   *
   * @throws ModelRefused if a model is missing, damaged or of another version
   * @throws IllegalArgumentException if two models know the same label
   */
  public static Classifier load(Path... modelFolders) {
    return of(Arrays.stream(modelFolders).map(Classifiers::read).toArray(Model[]::new));
  }

  private static Model read(Path folder) {
    Model model = ModelFile.read(folder.resolve(ModelFile.NAME));
    Path last = folder.toAbsolutePath().normalize().getFileName();
    return model.name().isEmpty() && last != null ? model.called(last.toString()) : model;
  }

  /** A classifier of these models. */
  public static Classifier of(Model... models) {
    return new LinearClassifier(List.of(models));
  }

  /**
   * Writes a model into a folder, which is made if it does not exist.
   *
   * @throws IOException if the folder cannot be written
   */
  public static void save(Model model, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(ModelFile.NAME), ModelFile.write(model));
  }
}
