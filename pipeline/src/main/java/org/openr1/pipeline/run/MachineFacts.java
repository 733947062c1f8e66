package org.openr1.pipeline.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;

/** What the figures of a run depend on besides the recipe: processor, threads, versions. */
public final class MachineFacts {
  private static final List<String> ENVIRONMENT =
      List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "ONEDNN_MAX_CPU_ISA");

  private MachineFacts() {}

  /** Facts under short names, in the order to print. */
  public static SequencedMap<String, String> gather() {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    facts.put(
        "system",
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"));
    facts.put("java", System.getProperty("java.runtime.version", "unknown"));
    facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("heap_limit_mib", Long.toString(Runtime.getRuntime().maxMemory() >> 20));
    for (String name : ENVIRONMENT) {
      String value = System.getenv(name);
      facts.put(name, value == null ? "not set" : value);
    }
    facts.putAll(processor());
    return facts;
  }

  /** Model name and the vector and matrix extensions, where the system tells them. */
  private static Map<String, String> processor() {
    Path file = Path.of("/proc/cpuinfo");
    Map<String, String> facts = new LinkedHashMap<>();
    if (!Files.isReadable(file)) {
      return facts;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        int colon = line.indexOf(':');
        if (colon < 0) {
          continue;
        }
        String key = line.substring(0, colon).strip();
        String value = line.substring(colon + 1).strip();
        if (key.equals("model name")) {
          facts.putIfAbsent("processor", value);
        } else if (key.equals("flags") || key.equals("Features")) {
          TreeSet<String> flags = new TreeSet<>(List.of(value.split("\\s+")));
          flags.removeIf(flag -> !flag.matches("(avx|amx|fma|asimd|sve|bf16|i8mm|sse4).*"));
          facts.putIfAbsent("processor_flags", String.join(" ", flags));
        }
      }
    } catch (IOException e) {
      facts.put("processor", "unknown (" + e.getMessage() + ")");
    }
    return facts;
  }
}
