package org.openr1.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openr1.data.io.DataFileException;
import org.openr1.reward.GuardedReward;
import org.openr1.reward.user.RewardCatalog;
import org.openr1.reward.user.RewardJarException;
import org.openr1.train.run.StopSignal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Rewards of the rows of a file, without training. */
@Command(
    name = "reward",
    mixinStandardHelpOptions = true,
    header = "Score rows with a reward function, without training.",
    description = {
      "",
      "Reads rows of JSON lines (also .gz) or Parquet and writes each again with the columns reward"
          + " (a number, or null where the function does not apply or failed) and reward_name, in"
          + " the order of the input. Columns of these names in the input become NAME_input.",
      "",
      "A row needs completion (or completions): text, or a list of messages, of which the content"
          + " of the first counts. prompt is text or messages too, of which the last counts. Number"
          + " of tokens: completion_ids or completion_length, else 0. All other columns go to the"
          + " function by their names, what is not text as JSON.",
      "",
      "Options that are not below are parameters of the function: --key value. Rows that follow"
          + " each other and have the same prompt are scored together by functions that compare"
          + " completions, such as length.",
      "",
      "A run that was stopped or killed goes on with the same command, to the same file.",
      "",
      "Examples:",
      "    ./openr1 reward --list",
      "    ./openr1 reward accuracy --input rows.jsonl --output scored.jsonl \\",
      "        --extraction last_number",
      "    ./openr1 reward command --input rows.jsonl --output scored.jsonl \\",
      "        --command 'python3 examples/reward-command/brevity.py 50' --timeout 10",
      "    ./openr1 reward brevity --reward-jars examples/reward-jar/brevity.jar \\",
      "        --input rows.jsonl --output scored.jsonl --words 50",
      "",
      "Exit code: 0 when the work was done, whatever the rewards; 2 wrong usage or input; 130"
          + " interrupted."
    },
    optionListHeading = "%nOptions:%n")
final class RewardVerb implements Callable<Integer> {
  private static final int MOST_THREADS = 1024;
  private static final int LEAST_THREADS = 4;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "The reward function; see --list.")
  private @Nullable String name;

  @Option(names = "--list", description = "Print the functions with their parameters.")
  private boolean list;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description = "Rows: JSON lines, plain or .gz, or .parquet.")
  private @Nullable Path input;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "JSON lines to write; appears when complete.")
  private @Nullable Path output;

  @Option(
      names = {"--reward-jars", "--reward_jars"},
      paramLabel = "JAR",
      split = ",",
      description = "Jars with functions of your own, separated by commas.")
  private List<Path> jars = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Rows scored at a time, by functions that can. Default: the processors of the machine, at"
              + " least 4.")
  private @Nullable Integer threads;

  @Option(
      names = "--fresh",
      description = "Begin anew: delete the output and what an earlier run left of it first.")
  private boolean fresh;

  @Unmatched private List<String> others = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    Map<String, String> parameters = RewardParameters.of(others);
    try (RewardCatalog catalog = catalog()) {
      if (list) {
        if (name != null || input != null || output != null || !parameters.isEmpty()) {
          throw new InputException("--list goes with --reward-jars only");
        }
        print(catalog, spec.commandLine().getOut());
        return 0;
      }
      if (name == null || input == null || output == null) {
        throw new InputException(
            "give NAME, --input FILE and --output FILE, or --list to see the names");
      }
      return run(catalog, name, parameters, input, output);
    } catch (DataFileException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }

  private RewardCatalog catalog() {
    try {
      return RewardCatalog.load(jars);
    } catch (RewardJarException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }

  private static GuardedReward create(
      RewardCatalog catalog, String reward, Map<String, String> parameters) {
    try {
      return catalog.create(reward, parameters);
    } catch (IllegalArgumentException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void print(RewardCatalog catalog, PrintWriter out) {
    for (String each : catalog.names()) {
      out.println(each);
      catalog.parameters(each).forEach(line -> out.println("    " + line));
    }
    out.println("What the functions do and what their parameters mean: docs/rewards.md");
    out.flush();
  }

  private int run(
      RewardCatalog catalog, String reward, Map<String, String> parameters, Path from, Path to)
      throws IOException {
    int workers =
        threads == null
            ? Math.max(LEAST_THREADS, Runtime.getRuntime().availableProcessors())
            : threads;
    if (workers < 1 || workers > MOST_THREADS) {
      throw new InputException("--threads must be 1 to " + MOST_THREADS + ": " + workers);
    }
    String command = Runs.command(spec.commandLine().getParent().getParseResult().originalArgs());
    RewardSettings settings =
        new RewardSettings(from, reward, parameters, jars, workers, fresh, command);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    // The function is closed before the signal lets the process end.
    try (StopSignal stop = StopSignal.onInterrupt();
        GuardedReward function = create(catalog, reward, parameters)) {
      RowFiles files = RowFiles.of(to, List.of());
      int code = new RewardRun(settings, files, function, stop, out, err).run();
      out.flush();
      err.flush();
      return code;
    }
  }
}
