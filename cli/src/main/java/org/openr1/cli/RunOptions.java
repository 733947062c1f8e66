package org.openr1.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.openr1.pipeline.RunRequest;
import org.openr1.pipeline.recipe.RecipeOverride;
import picocli.CommandLine.Option;

/** Options of every run of a recipe. */
final class RunOptions {
  @Option(
      names = "--run-dir",
      paramLabel = "DIR",
      description = "Where the run writes. Default: runs/NAME of the recipe.")
  private @Nullable Path runDirectory;

  @Option(names = "--seed", paramLabel = "N", description = "Default: the recipe's seed.")
  private @Nullable Long seed;

  @Option(names = "--smoke", description = "Every stage, a few steps each, in under a minute.")
  private boolean smoke;

  @Option(names = "--fresh", description = "Delete an earlier run in the directory first.")
  private boolean fresh;

  @Option(
      names = "--device",
      paramLabel = "cpu|cuda|auto",
      description = "Where to compute. Default: the recipe's device.")
  private @Nullable String device;

  @Option(
      names = "--dtype",
      paramLabel = "fp32|bf16",
      description = "Precision of the computation. Default: the recipe's precision.")
  private @Nullable String dtype;

  @Option(
      names = "--eval-temperature",
      paramLabel = "T",
      description = "Temperature of all evaluations (the paper: 0.6). Default: the recipe's, 1.")
  private @Nullable Double evalTemperature;

  @Option(
      names = "--eval-top-p",
      paramLabel = "P",
      description = "Nucleus of all evaluations (the paper: 0.95). Default: the recipe's, 1.")
  private @Nullable Double evalTopP;

  @Option(
      names = "--set",
      paramLabel = "STAGE.KEY=VALUE",
      description =
          "Another value for a key of a stage; can be given several times. Shorter:"
              + " --STAGE.KEY VALUE, for instance --r1_zero.trainer.max_steps 50.")
  private @Nullable List<String> settings;

  RunRequest request(Path recipe, Path home, String command) {
    List<RecipeOverride> overrides = new ArrayList<>();
    if (dtype != null) {
      overrides.add(new RecipeOverride("precision", dtype));
    }
    for (String setting : settings == null ? List.<String>of() : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw new InputException("--set needs STAGE.KEY=VALUE, found " + setting);
      }
      overrides.add(
          new RecipeOverride(setting.substring(0, equals), setting.substring(equals + 1)));
    }
    return new RunRequest(
        recipe,
        home,
        Optional.ofNullable(runDirectory),
        seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
        smoke,
        fresh,
        Optional.ofNullable(device),
        evalTemperature == null ? OptionalDouble.empty() : OptionalDouble.of(evalTemperature),
        evalTopP == null ? OptionalDouble.empty() : OptionalDouble.of(evalTopP),
        overrides,
        command);
  }
}
