package org.openr1.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.openr1.pipeline.Pipeline;
import org.openr1.pipeline.RunOutcome;
import org.openr1.pipeline.RunRequest;
import org.openr1.pipeline.progress.Terminal;
import org.openr1.pipeline.report.RunReport;
import org.openr1.pipeline.stage.StageKinds;
import org.openr1.train.run.StopSignal;

/** Runs recipes for the verbs {@code run} and {@code quickstart}. */
final class Runs {
  private Runs() {}

  /** Where the project lies: what the launcher says, or else the working directory. */
  static Path home() {
    return Path.of(System.getProperty("openr1.home", "")).toAbsolutePath();
  }

  /** A recipe as named, looked for in the working directory and then in the project. */
  static Path recipe(Path named) {
    for (Path candidate : List.of(named, home().resolve(named))) {
      if (Files.isRegularFile(candidate)) {
        return candidate;
      }
    }
    throw new InputException(
        Files.isDirectory(named)
            ? named + " is a directory; name a recipe in it"
            : "there is no recipe " + named);
  }

  static int run(RunRequest request) {
    try (StopSignal stop = StopSignal.onInterrupt()) {
      RunOutcome outcome =
          new Pipeline(StageKinds.all(), RunReport::write).run(request, Terminal.standard(), stop);
      return outcome.status().exitCode();
    }
  }

  /** The command as typed, quoted where a shell needs it; --fresh would undo what is continued. */
  static String command(List<String> arguments) {
    return arguments.stream()
        .filter(argument -> !argument.equals("--fresh"))
        .map(Runs::quoted)
        .collect(Collectors.joining(" ", "./openr1 ", ""));
  }

  private static String quoted(String argument) {
    return argument.matches("[A-Za-z0-9_./=:,+@%-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
