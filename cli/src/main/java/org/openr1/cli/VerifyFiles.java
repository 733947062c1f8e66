package org.openr1.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * Where verdicts are written.
 *
 * @param rows the rows with their verdicts
 * @param disagreements rows whose verdict is another than the one they came with, when complete
 */
record VerifyFiles(RowFiles rows, Path disagreements) {
  static VerifyFiles of(Path output) {
    Path disagreements = output.resolveSibling(output.getFileName() + ".disagreements.jsonl");
    return new VerifyFiles(RowFiles.of(output, List.of(disagreements)), disagreements);
  }

  Path output() {
    return rows.output();
  }

  Path part() {
    return rows.part();
  }
}
