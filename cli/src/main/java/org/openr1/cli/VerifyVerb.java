package org.openr1.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openr1.data.io.DataFileException;
import org.openr1.train.run.StopSignal;
import org.openr1.verify.AnswerVerifier;
import org.openr1.verify.VerifierOptions;
import org.openr1.verify.equivalence.Strictness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Verdicts on one answer or on a file of them. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    header = "Tell whether answers equal their gold answers.",
    description = {
      "",
      "Finds the final answer in a completion (boxed, after 'the answer is', the last number, ...)"
          + " and compares it with the gold answer as mathematics: 0.5 equals \\frac12.",
      "",
      "With --gold and --answer the verdict and its reason are printed. With --input, rows of JSON"
          + " lines (also .gz) or Parquet are written again with the columns verdict (true or"
          + " false), status (equal, different, undecided, no_gold, no_answer), rule and extracted,"
          + " in the order of the input. A column verdict of the input is kept as"
          + " verdict_expected and compared; other columns of these names as NAME_input.",
      "",
      "A run that was stopped or killed goes on with the same command, to the same file.",
      "",
      "Examples:",
      "    ./openr1 verify --gold '\\frac12' --answer 'So the answer is 0.5.'",
      "    ./openr1 verify --input rows.jsonl --output verdicts.jsonl",
      "    ./openr1 verify --input train.parquet --output verdicts.jsonl \\",
      "        --gold-column solution --answer-column completion \\",
      "        --policy open_r1 --explain",
      "",
      "Exit code: 0 when the work was done, whatever the verdicts; 2 wrong usage or input; 130"
          + " interrupted."
    },
    optionListHeading = "%nOptions:%n")
final class VerifyVerb implements Callable<Integer> {
  private static final int MOST_THREADS = 1024;

  /** Which completions count as answered. */
  enum Policy {
    DEFAULT,
    OPEN_R1;

    VerifierOptions options() {
      return this == OPEN_R1 ? VerifierOptions.OPEN_R1 : VerifierOptions.DEFAULT;
    }
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--gold",
      paramLabel = "TEXT",
      description = "The gold answer, for one verdict. Default: rows of --input.")
  private @Nullable String gold;

  @Option(
      names = "--answer",
      paramLabel = "TEXT",
      description = "The completion or answer to judge. Default: rows of --input.")
  private @Nullable String answer;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description = "Rows: JSON lines, plain or .gz, or .parquet.")
  private @Nullable Path input;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "JSON lines to write; appears when complete. Default: none, --input needs it.")
  private @Nullable Path output;

  @Option(
      names = "--gold-column",
      paramLabel = "NAME",
      defaultValue = "gold",
      description = "Column of the gold answers. Default: ${DEFAULT-VALUE}.")
  private String goldColumn;

  @Option(
      names = "--answer-column",
      paramLabel = "NAME",
      defaultValue = "answer",
      description = "Column of the answers or completions. Default: ${DEFAULT-VALUE}.")
  private String answerColumn;

  @Option(
      names = "--policy",
      paramLabel = "default|open_r1",
      defaultValue = "default",
      description =
          "Where answers are looked for: default as Math-Verify does, open_r1 in marked LaTeX only,"
              + " as open-r1's accuracy reward. Default: ${DEFAULT-VALUE}.")
  private Policy policy;

  @Option(
      names = "--float-rounding",
      paramLabel = "N",
      defaultValue = "6",
      description = "Decimals to which decimal numbers must agree. Default: ${DEFAULT-VALUE}.")
  private int floatRounding;

  @Option(names = "--explain", description = "Write the parsed forms too: gold_form, answer_form.")
  private boolean explain;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Rows judged at a time. Default: the processors of the machine.")
  private @Nullable Integer threads;

  @Option(
      names = "--fresh",
      description = "Begin anew: delete the output and what an earlier run left of it first.")
  private boolean fresh;

  @Override
  public Integer call() throws IOException {
    boolean one = gold != null && answer != null && input == null && output == null;
    boolean file = gold == null && answer == null && input != null && output != null;
    if (!one && !file) {
      throw new InputException(
          "give either --gold TEXT and --answer TEXT, or --input FILE and --output FILE");
    }
    AnswerVerifier verifier = new AnswerVerifier(options());
    if (gold != null && answer != null) {
      PrintWriter out = spec.commandLine().getOut();
      VerifyText.write(verifier.verify(gold, answer), out);
      out.flush();
      return 0;
    }
    return rows(verifier);
  }

  private VerifierOptions options() {
    VerifierOptions base = policy.options();
    Strictness strictness = base.strictness();
    if (floatRounding < 0 || floatRounding > 50) {
      throw new InputException("--float-rounding must be 0 to 50: " + floatRounding);
    }
    return new VerifierOptions(
        base.gold(),
        base.answer(),
        new Strictness(
            floatRounding,
            strictness.numericDigits(),
            strictness.setAgainstRelation(),
            strictness.stringFallback()),
        base.limits());
  }

  private int rows(AnswerVerifier verifier) throws IOException {
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (workers < 1 || workers > MOST_THREADS) {
      throw new InputException("--threads must be 1 to " + MOST_THREADS + ": " + workers);
    }
    if (input == null || output == null) {
      throw new IllegalStateException("checked before");
    }
    String command = Runs.command(spec.commandLine().getParent().getParseResult().originalArgs());
    VerifySettings settings =
        new VerifySettings(
            input,
            new VerifyColumns(goldColumn, answerColumn, explain),
            policy.name().toLowerCase(Locale.ROOT),
            floatRounding,
            workers,
            fresh,
            command);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (StopSignal stop = StopSignal.onInterrupt()) {
      int code =
          new VerifyRun(settings, VerifyFiles.of(output), verifier::verify, stop).run(out, err);
      out.flush();
      err.flush();
      return code;
    } catch (DataFileException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }
}
