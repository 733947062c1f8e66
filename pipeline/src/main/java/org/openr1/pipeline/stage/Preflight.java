package org.openr1.pipeline.stage;

import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openr1.pipeline.recipe.Origin;
import org.openr1.pipeline.recipe.RecipeException;

/**
 * Finds the files a recipe names. A relative path is looked for from each of the roots in turn (the
 * working directory, the project's home, the recipe's own folder).
 */
public record Preflight(List<Path> roots) {
  public Preflight {
    roots = List.copyOf(roots);
  }

  /** The file or directory, if it is there. */
  public Optional<Path> find(String path) {
    Objects.requireNonNull(path, "path");
    return roots.stream()
        .map(root -> root.resolve(path).normalize())
        .filter(Files::exists)
        .findFirst();
  }

  /**
   * The existing file or directory.
   *
   * @throws FileNotFoundException naming the places searched
   */
  public Path existing(String path) throws FileNotFoundException {
    return find(path).orElseThrow(() -> new FileNotFoundException(missing(path)));
  }

  /**
   * The existing file or directory.
   *
   * @throws RecipeException naming the key's line and the places searched
   */
  public Path existing(String path, Origin origin) {
    return find(path).orElseThrow(() -> new RecipeException(origin, missing(path)));
  }

  private String missing(String path) {
    List<Path> searched =
        roots.stream().map(root -> root.resolve(path).normalize()).distinct().toList();
    String places = String.join(" and ", searched.stream().map(Path::toString).toList());
    return "there is no file or directory '" + path + "' (looked for " + places + ")";
  }

  /**
   * A model directory with config, weights and tokenizer; damaged content is found when it is
   * loaded.
   */
  public Path modelDirectory(String path, Origin origin) {
    Path directory = existing(path, origin);
    if (!Files.isDirectory(directory)) {
      throw new RecipeException(origin, directory + " is not a model directory");
    }
    for (String needed : List.of("config.json", "tokenizer.json")) {
      if (!Files.isRegularFile(directory.resolve(needed))) {
        throw new RecipeException(origin, "the model directory " + directory + " has no " + needed);
      }
    }
    if (!Files.isRegularFile(directory.resolve("model.safetensors"))
        && !Files.isRegularFile(directory.resolve("model.safetensors.index.json"))) {
      throw new RecipeException(
          origin, "the model directory " + directory + " has no weights (model.safetensors)");
    }
    return directory;
  }
}
