package org.openr1.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run of verdicts over a file is asked for.
 *
 * @param policy the name of the extraction policy
 * @param fresh whether what an earlier run wrote is deleted first
 * @param command what the user typed, without --fresh: it continues the run
 */
record VerifySettings(
    Path input,
    VerifyColumns columns,
    String policy,
    int floatRounding,
    int threads,
    boolean fresh,
    String command) {

  /** What must be the same when a run is continued; the number of threads changes nothing. */
  ObjectNode identity(long rows) throws IOException {
    return JsonNodeFactory.instance
        .objectNode()
        .put("input", input.toAbsolutePath().normalize().toString())
        .put("size", Files.size(input))
        .put("rows", rows)
        .put("gold_column", columns.gold())
        .put("answer_column", columns.answer())
        .put("policy", policy)
        .put("float_rounding", floatRounding)
        .put("explain", columns.explain())
        .put("version", new Version().getVersion()[0]);
  }
}
