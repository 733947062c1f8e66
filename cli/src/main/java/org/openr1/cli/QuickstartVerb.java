package org.openr1.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the quickstart recipe. */
@Command(
    name = "quickstart",
    mixinStandardHelpOptions = true,
    header = "Run the whole R1 pipeline on the tiny model that ships with the project.",
    description = {
      "",
      "R1-Zero, cold start, reasoning RL, rejection sampling, RL on rules and preferences,"
          + " distillation against RL, with an evaluation after every stage. Ends with a table and"
          + " report.html. The same as ./openr1 run recipes/quickstart.yaml; running it again"
          + " continues an unfinished run or shows a finished one.",
      "",
      "Example:",
      "    ./openr1 quickstart --seed 7 --run-dir runs/seed-7"
    },
    optionListHeading = "%nOptions:%n")
final class QuickstartVerb implements Callable<Integer> {
  private static final Path RECIPE = Path.of("recipes", "quickstart.yaml");

  @Spec private CommandSpec spec;
  @Mixin private RunOptions options;

  @Override
  public Integer call() {
    String command = Runs.command(spec.commandLine().getParent().getParseResult().originalArgs());
    return Runs.run(options.request(Runs.home().resolve(RECIPE), Runs.home(), command));
  }
}
