package org.openr1.pipeline.stage;

import java.nio.file.Path;
import java.util.List;
import org.openr1.data.Problem;
import org.openr1.data.io.JsonLines;

/** The problems that a {@code problems} stage wrote. */
final class ProblemSet {
  private ProblemSet() {}

  static void write(Path directory, List<Problem> problems) {
    JsonLines.write(directory.resolve(StageFolders.PROBLEMS), problems);
  }

  static List<Problem> read(Path directory) {
    return JsonLines.read(directory.resolve(StageFolders.PROBLEMS), Problem.class);
  }
}
