package org.openr1.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.openr1.pipeline.recipe.RecipeOverride;

/**
 * What {@code openr1 run} was asked to do.
 *
 * @param recipe the YAML file
 * @param home the project's home; relative paths of the recipe are looked for in the working
 *     directory, there, and beside the recipe
 * @param runDirectory {@code --run-dir}; absent: {@code runs/NAME} under the working directory
 * @param seed {@code --seed} over the recipe's
 * @param smoke {@code --smoke}: every stage with the recipe's few-steps values
 * @param fresh {@code --fresh}: delete an earlier run in the directory
 * @param device {@code --device} over the recipe's
 * @param evalTemperature {@code --eval-temperature} of all evaluations
 * @param evalTopP {@code --eval-top-p} of all evaluations
 * @param overrides {@code --STAGE.KEY VALUE}
 * @param command what the user typed, printed as the command that continues
 */
public record RunRequest(
    Path recipe,
    Path home,
    Optional<Path> runDirectory,
    OptionalLong seed,
    boolean smoke,
    boolean fresh,
    Optional<String> device,
    OptionalDouble evalTemperature,
    OptionalDouble evalTopP,
    List<RecipeOverride> overrides,
    String command) {
  public RunRequest {
    Objects.requireNonNull(recipe, "recipe");
    Objects.requireNonNull(home, "home");
    overrides = List.copyOf(overrides);
    Objects.requireNonNull(command, "command");
  }

  /** A plain run of a recipe without options. */
  public static RunRequest of(Path recipe, Path home) {
    return new RunRequest(
        recipe,
        home,
        Optional.empty(),
        OptionalLong.empty(),
        false,
        false,
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of(),
        "./openr1 run " + recipe);
  }

  /** The same with another run directory. */
  public RunRequest in(Path directory) {
    return new RunRequest(
        recipe,
        home,
        Optional.of(directory),
        seed,
        smoke,
        fresh,
        device,
        evalTemperature,
        evalTopP,
        overrides,
        command);
  }
}
