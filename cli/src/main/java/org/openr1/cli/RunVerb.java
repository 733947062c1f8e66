package org.openr1.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a recipe. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    header = "Run the stages of a recipe, or continue them.",
    description = {
      "",
      "A run is a directory. The same command continues a run that was stopped (Ctrl-C writes a"
          + " checkpoint) or killed, to the same result.",
      "",
      "Examples:",
      "    ./openr1 run recipes/quickstart.yaml --seed 7 --run-dir runs/seed-7",
      "    ./openr1 run recipes/tiny-base.yaml --smoke"
    },
    optionListHeading = "%nOptions:%n")
final class RunVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private RunOptions options;

  @Parameters(index = "0", paramLabel = "RECIPE", description = "A YAML file.")
  private Path recipe;

  @Override
  public Integer call() {
    String command = Runs.command(spec.commandLine().getParent().getParseResult().originalArgs());
    return Runs.run(options.request(Runs.recipe(recipe), Runs.home(), command));
  }
}
