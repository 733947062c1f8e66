package org.openr1.pipeline;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a run's report from what lies in its directory. */
@FunctionalInterface
public interface ReportWriter {
  /** Writes or renews {@code report.html}; called after every evaluation and at the end. */
  void write(Path runDirectory) throws IOException;
}
