package org.openr1.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.openr1.model.causal.Device;

/** Java, memory and libtorch of this machine. */
final class MachineCheck {
  private static final double GIB = 1L << 30;

  private MachineCheck() {}

  static SequencedMap<String, String> facts() {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    facts.put(
        "system",
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    facts.put("java", Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
    facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("memory", memory());
    return facts;
  }

  private static String memory() {
    double heap = Runtime.getRuntime().maxMemory() / GIB;
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      return String.format(
          Locale.ROOT,
          "%.1f GiB, %.1f GiB free, Java heap up to %.1f GiB",
          system.getTotalMemorySize() / GIB,
          system.getFreeMemorySize() / GIB,
          heap);
    }
    return String.format(Locale.ROOT, "Java heap up to %.1f GiB", heap);
  }

  /** Why libtorch cannot be loaded; empty when it was. */
  static Optional<String> torchProblem() {
    try {
      Device device = Device.parse("cpu");
      try (org.bytedeco.pytorch.Device loaded = device.toTorch()) {
        return loaded.isNull() ? Optional.of("no device") : Optional.empty();
      }
    } catch (IllegalStateException | LinkageError e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Whether models can run on a GPU. */
  static String cuda() {
    try {
      return "works (" + Device.parse("cuda").torchName() + ")";
    } catch (IllegalStateException | LinkageError e) {
      return "not used: " + e.getMessage();
    }
  }
}
