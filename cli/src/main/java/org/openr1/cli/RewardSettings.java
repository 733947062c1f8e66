package org.openr1.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run of rewards over a file is asked for.
 *
 * @param reward the name of the function
 * @param parameters of the function
 * @param jars where functions are looked for too
 * @param threads of a function that several may call at once
 * @param fresh whether what an earlier run wrote is deleted first
 * @param command what the user typed, without --fresh: it continues the run
 */
record RewardSettings(
    Path input,
    String reward,
    Map<String, String> parameters,
    List<Path> jars,
    int threads,
    boolean fresh,
    String command) {
  RewardSettings {
    parameters = Map.copyOf(parameters);
    jars = List.copyOf(jars);
  }

  /** What must be the same when a run is continued; the number of threads changes nothing. */
  ObjectNode identity(long rows) throws IOException {
    return JsonNodeFactory.instance
        .objectNode()
        .put("input", input.toAbsolutePath().normalize().toString())
        .put("size", Files.size(input))
        .put("rows", rows)
        .put("reward", reward)
        .put("parameters", new TreeMap<>(parameters).toString())
        .put("reward_jars", jars.toString())
        .put("version", new Version().getVersion()[0]);
  }
}
